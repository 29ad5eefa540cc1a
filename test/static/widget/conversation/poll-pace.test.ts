import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hurry,
  NO_PAUSE,
  pauseFor,
  pollInterval,
  type Pause,
} from '../../../../static/widget/conversation/poll-pace';

const NOW = 1_000_000;

/** The pause after so many failures, from now on. */
function pauseAfter(seconds: number, failures: number, retryAfter: number, chance: number): Pause {
  const pause = { ...NO_PAUSE, failures };
  pauseFor(pause, { now: () => NOW, random: () => chance }, seconds, retryAfter);
  return { ...pause, due: pause.due - NOW, earliest: pause.earliest - NOW };
}

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('The step in which a conversation is asked for', () => {
  it('is the server’s, within bounds, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.double(),
        fc.boolean(),
        fc.double({ min: 1, max: 8, noNaN: true }),
        (next, open, slowdown) => {
          const seconds = pollInterval(next, open, slowdown);
          expect(seconds).toBeGreaterThanOrEqual(open ? 3 : 30);
          expect(seconds).toBeLessThanOrEqual(120);
        },
      ),
    );
  });

  it('is spread by 20 % to both sides', () => {
    expect(pauseAfter(10, 0, 0, 0).due).toBe(8_000);
    expect(pauseAfter(10, 0, 0, 0.5).due).toBe(10_000);
    expect(pauseAfter(10, 0, 0, 0.999).due).toBeLessThan(12_000);
  });

  it('grows with every failure, and is never shorter than the server asked, also where something is better', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(3_600), random, (failures, retryAfter, chance) => {
        const pause = pauseAfter(3, failures, retryAfter, chance);
        const { due } = pause;
        expect(due).toBeGreaterThanOrEqual(retryAfter * 1_000);
        expect(due).toBeGreaterThanOrEqual(Math.min(3 * 2 ** failures, 120) * 1_000);
        expect(due).toBeLessThanOrEqual(Math.max(120, retryAfter) * 1_400);
        hurry(pause);
        expect(pause.due).toBeLessThanOrEqual(due);
        expect(pause.due).toBeGreaterThanOrEqual(Math.max(3, retryAfter) * 1_000);
      }),
    );
  });
});
