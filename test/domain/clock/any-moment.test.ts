import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDesk } from '../../support/desk-builders';
import { storedSummary } from '../../support/stored-summary';
import { stormScale } from '../../support/storm-scale';
import { anyClosures, anyEntry, anyHours, quarter } from './any-desk';
import { minuteOracle } from './minute-oracle';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

describe('R3, R15: a stored summary', () => {
  it('says at every moment what the desk says: schedules, roll calls, breaks, hours and closures', () => {
    let samples = 0;
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('ann', 'bo', 'cy'), anyEntry, { maxKeys: 3 }),
        anyClosures,
        anyHours,
        quarter(96),
        fc.array(fc.integer({ min: 0, max: 3 * 24 * 60 }), { minLength: 1, maxLength: 4 }),
        (roster, planned, set, now, later) => {
          const desk = aDesk({ roster, closures: planned, settings: set ? { hours: set } : {} });
          const told = storedSummary(desk, now);
          for (const minutes of later) {
            const at = now + minutes * MINUTE;
            const answer = told(at);
            const meant = minuteOracle(desk, at);
            samples++;
            const state = answer.closed ? 'closed' : answer.state;
            expect(state).toBe(meant.state);
            // Beyond what the oracle looks at it says nothing.
            const isFar = meant.next === null || meant.next >= at + 7 * DAY;
            const promise = isFar ? null : [answer.nextOnlineAt, answer.expected ?? false];
            expect(promise).toEqual(isFar ? null : [iso(meant.next ?? NaN), meant.expected]);
            if (answer.until === null) continue;
            // Nothing changes before, and something does then.
            const until = Date.parse(answer.until);
            const words = (moment: number) => {
              const { state: shown, nextOnlineAt, expected, closed } = told(moment);
              return JSON.stringify(shown === 'online' ? shown : [shown, nextOnlineAt, expected, closed]);
            };
            expect(words(until - 1)).toBe(words(at));
            expect(words(until)).not.toBe(words(at));
          }
        },
      ),
      { numRuns: 400 * stormScale() },
    );
    expect(samples).toBeGreaterThanOrEqual(400 * stormScale());
  }, 600_000);
});
