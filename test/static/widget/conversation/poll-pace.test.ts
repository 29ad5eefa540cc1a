import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastPauseMs, pauseMs, pollInterval } from '../../../../static/widget/conversation/poll-pace';

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
    expect(pauseMs(10, 0, 0, 0)).toBe(8_000);
    expect(pauseMs(10, 0, 0, 0.5)).toBe(10_000);
    expect(pauseMs(10, 0, 0, 0.999)).toBeLessThan(12_000);
  });

  it('grows with every failure, and is never shorter than the server asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(3_600), random, (failures, retryAfter, chance) => {
        const delay = pauseMs(3, failures, retryAfter, chance);
        expect(delay).toBeGreaterThanOrEqual(retryAfter * 1_000);
        expect(delay).toBeGreaterThanOrEqual(Math.min(3 * 2 ** failures, 120) * 1_000);
        expect(delay).toBeLessThanOrEqual(Math.max(120, retryAfter) * 1_400);
        const least = leastPauseMs(3, retryAfter, chance);
        expect(least).toBeLessThanOrEqual(delay);
        expect(least).toBeGreaterThanOrEqual(Math.max(3, retryAfter) * 1_000);
      }),
    );
  });
});
