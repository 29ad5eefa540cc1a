import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEXT_POLL_MAX_S, NEXT_POLL_MIN_S } from '../../src/domain/limits';
import { pollDelayMs, staleAfterMs } from '../../src/domain/poll-schedule';

/** Seconds: an hour. */
const PAUSE_MAX_S = 3_600;

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const next = fc.integer({ min: NEXT_POLL_MIN_S, max: NEXT_POLL_MAX_S });
const failures = fc.integer({ min: 1, max: 10_000 });

describe('A page polls when the server asked it to', () => {
  it('after an answer: 10 to 20 % later than `next` says (F7, R5)', () => {
    fc.assert(
      fc.property(next, random, (seconds, chance) => {
        const delay = pollDelayMs(chance, { failures: 0 }, seconds, 0) / 1_000;
        expect(delay).toBeGreaterThan(seconds * 1.099);
        expect(delay).toBeLessThan(seconds * 1.201);
      }),
    );
  });

  it('whatever `next` says: never more often than every 33 s, nor less than every 72 min (F7)', () => {
    fc.assert(
      fc.property(fc.double(), random, (seconds, chance) => {
        const delay = pollDelayMs(chance, { failures: 0 }, seconds, 0) / 1_000;
        expect(delay).toBeGreaterThan(NEXT_POLL_MIN_S * 1.099);
        expect(delay).toBeLessThan(PAUSE_MAX_S * 1.201);
      }),
    );
  });

  it('after failures: later with every one, at the same chance', () => {
    fc.assert(
      fc.property(next, failures, random, (seconds, count, chance) => {
        const delay = (failed: number): number => pollDelayMs(chance, { failures: failed }, seconds, 0);
        expect(delay(count)).toBeGreaterThan(delay(0));
        expect(delay(count + 1)).toBeGreaterThanOrEqual(delay(count));
      }),
    );
  });

  it('never earlier than `Retry-After`, unless that is over an hour', () => {
    const retryAfter = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(next, failures, retryAfter, random, (seconds, count, asked, chance) => {
        const delay = pollDelayMs(chance, { failures: count }, seconds, asked);
        expect(delay / 1_000).toBeGreaterThanOrEqual(Math.min(asked, PAUSE_MAX_S));
        expect(delay / 1_000).toBeLessThan(PAUSE_MAX_S * 1.401);
      }),
    );
  });

  it.each([
    ['first failure', 1, 132],
    ['second', 2, 264],
    ['third', 3, 528],
    ['fourth, and every later one', 4, 660],
    ['hundredth', 100, 660],
  ])('after the %s at `next` 60: no earlier than it should', (_name, count, seconds) => {
    expect(pollDelayMs(0, { failures: count }, 60, 0)).toBe(seconds * 1_000);
  });
});

describe('C8: an answer has an age at which it says nothing', () => {
  it.each([
    [30, 120],
    [60, 120],
    [120, 240],
    [600, 1_200],
  ])('with `next` %i after %i s', (seconds, stale) => {
    expect(staleAfterMs(seconds)).toBe(stale * 1_000);
  });
});
