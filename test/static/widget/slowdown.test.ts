import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slowdownOf } from '../../../static/widget/slowdown';

const after = (limit: unknown, remaining: unknown, reset: unknown): number => {
  const said = new Map(Object.entries({ limit, remaining, reset }));
  return slowdownOf(
    new Headers(
      [...said].flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[`X-Ratelimit-${name}`, String(value)]],
      ),
    ),
  );
};

describe('F7: chats slow down before Forge refuses everybody', () => {
  it.each([
    ['a quiet installation, in the middle of the minute', 4_800, 30, 1],
    ['one that uses its invocations evenly', 2_800, 30, 1],
    ['the first polls of a minute', 4_700, 59, 1],
    ['one that would just not get by', 2_500, 30, 1.9],
    ['one that is far ahead', 1_500, 40, 8],
    ['one that has nothing left', 0, 1, 4.6],
  ])('%s', (_what, remaining, reset, factor) => {
    expect(after(5_000, remaining, reset)).toBeCloseTo(factor, 0);
  });

  it('not where the platform does not say how many are left', () => {
    expect(after(undefined, undefined, undefined)).toBe(1);
    expect(after(5_000, undefined, 30)).toBe(1);
    expect(after('many', 'some', 'soon')).toBe(1);
  });

  it('only near the limit where the end of the minute is said in a unit that is not known', () => {
    expect(after(5_000, 1_500, 1_794_000_000)).toBe(1);
    expect(after(5_000, 200, '2026-11-22T12:00Z')).toBeGreaterThan(2);
  });

  it('never below the usual step and never beyond eight times of it, whatever is said', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.double(), (limit, remaining, reset) => {
        const factor = after(limit, remaining, reset);
        expect(factor).toBeGreaterThanOrEqual(1);
        expect(factor).toBeLessThanOrEqual(8);
      }),
    );
  });
});
