import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Slot } from '../../../src/domain/clock/schedule';
import { slotSpans } from '../../../src/domain/clock/slot-spans';
import { stormScale } from '../../support/storm-scale';
import { anyDaysOff, anySlots, datesFrom, ZONES } from './any-calendar';
import { oracleSpans } from './zones-oracle';

const DAY = 24 * 60 * 60_000;

const START = Date.parse('2010-01-01');
const day = fc.integer({ min: 0, max: 7_300 });

describe('R15: spans of weekly times', () => {
  it('are what another library says, in 40 zones, over changes of clocks, with days off', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        anySlots,
        day,
        anyDaysOff(60, 4),
        (zone, someSlots, first, off) => {
          const from = START + first * DAY;
          const to = from + 60 * DAY;
          const times = { zone, slots: someSlots, daysOff: datesFrom(from, off) };
          const spans = slotSpans(times, from, to);
          compared += spans.length;
          expect(spans).toEqual(oracleSpans(times, from, to));
        },
      ),
      { numRuns: 150 * stormScale() },
    );
    expect(compared).toBeGreaterThan(1_000 * stormScale());
  }, 600_000);

  it('are the same on the days on which the clocks of each zone change', () => {
    for (const zone of ZONES) {
      const times = {
        zone,
        slots: ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday): Slot[] => [
          { day: weekday, from: '00:30', to: '01:15' },
          { day: weekday, from: '01:30', to: '02:15' },
          { day: weekday, from: '02:30', to: '03:30' },
          { day: weekday, from: '22:00', to: '00:30' },
        ]),
        daysOff: [],
      };
      for (const year of [2011, 2018, 2026]) {
        const from = Date.UTC(year, 0, 1);
        const to = Date.UTC(year + 1, 0, 1);
        const changes = zoneChanges(zone, from, to);
        for (const at of changes) {
          expect(slotSpans(times, at - DAY, at + DAY), `${zone} ${new Date(at).toISOString()}`).toEqual(
            oracleSpans(times, at - DAY, at + DAY),
          );
        }
      }
    }
  });
});

/** Days of a year in which the offset at noon is another than the day before. */
function zoneChanges(zone: string, from: number, to: number): number[] {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const offset = (at: number): string => format.format(at).replace(/^.*, /, '');
  const changes: number[] = [];
  for (let at = from; at < to; at += DAY) if (offset(at) !== offset(at + DAY)) changes.push(at);
  return changes;
}
