import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stormScale } from '../../support/storm-scale';
import { anyCalendarYear, ZONES } from './any-calendar';
import { compareYear } from './calendar-year';

const anyMinute = fc
  .integer({ min: Date.parse('2010-06-01') / 60_000, max: Date.parse('2029-01-01') / 60_000 })
  .map((minutes) => minutes * 60_000);

/** The zones come in turn, so that each of them does on every run. */
const everyZone = ZONES.map((zone, index) => ({
  zone,
  hoursZone: ZONES[(index + 11) % ZONES.length] ?? zone,
}));
const DAYS = 60;

describe('R15: what customers are shown and promised', () => {
  it('is what another library’s calendar says: holidays, closures, roll calls and their answers, in 40 zones', () => {
    const compared = { edges: 0, looks: 0, answers: 0 };
    for (const zones of everyZone) {
      fc.assert(
        fc.property(anyCalendarYear, anyMinute, (year, from) => {
          const { differences, edges, looks, answers } = compareYear(year, zones, from, DAYS);
          expect(differences).toEqual([]);
          compared.edges += edges;
          compared.looks += looks;
          compared.answers += answers;
        }),
        { numRuns: stormScale() },
      );
    }
    expect(Math.min(...Object.values(compared))).toBeGreaterThan(40 * stormScale());
  });

  it('is not where clocks are never put forward, which the comparison finds', () => {
    const berlin = { zone: 'Europe/Berlin', hoursZone: 'UTC', toldZone: '+01:00' };
    const differs = fc
      .sample(anyCalendarYear, { numRuns: 10, seed: 1 })
      .filter((year) => compareYear(year, berlin, Date.parse('2026-02-01'), DAYS).differences.length > 0);
    expect(differs.length).toBeGreaterThan(0);
  });
});
