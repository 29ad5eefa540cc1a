import { describe, expect, it } from 'vitest';
import { lastToEnd } from '../../src/domain/promise';

const last = (ends: (number | null)[]) =>
  lastToEnd(
    ends.map((end, index) => ({ end, index })),
    ({ end }) => end,
  )?.index ?? null;

describe('the last of all online times', () => {
  it.each([
    ['nobody', [], null],
    ['one', [5], 0],
    ['the latest', [5, 9, 7], 1],
    ['no end, which is later than any', [5, null, Number.MAX_SAFE_INTEGER], 1],
    ['the first of several without one', [null, null], 0],
    ['the first of the same end', [9, 9], 0],
    ['one that is over already', [-1], 0],
  ])('is %s (S13)', (_case, ends, index) => {
    expect(last(ends)).toBe(index);
  });
});
