import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slowdownOf } from '../../../../static/widget/conversation/slowdown';

type Said = string | number | undefined;

function after(limit: Said, remaining: Said, reset: Said): number {
  const headers = new Headers();
  for (const [name, value] of Object.entries({ limit, remaining, reset })) {
    if (value !== undefined) headers.set(`X-Ratelimit-${name}`, String(value));
  }
  return slowdownOf(headers);
}

describe('F7: chats slow down before Forge refuses everybody', () => {
  it.each([
    ['a quiet installation, in the middle of the minute', 4_800, 30, 1],
    ['one that uses its invocations evenly', 3_200, 30, 1],
    ['the first calls of a minute', 4_920, 59, 1],
    ['one that is a little ahead', 3_000, 30, 2.2],
    ['one that is far ahead', 1_500, 40, 8],
    ['one that has nothing left', 0, 1, 8],
  ])('%s', (_what, remaining, reset, factor) => {
    expect(after(5_000, remaining, reset)).toBeCloseTo(factor, 1);
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
