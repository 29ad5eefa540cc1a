import { describe, expect, it } from 'vitest';
import { firstAndLastToEnd, lastToEnd } from '../../src/domain/promise';

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

describe('a list that is cut', () => {
  const cut = (ends: (number | null)[], most: number) =>
    firstAndLastToEnd(
      ends.map((end) => ({ end })),
      most,
      ({ end }) => end,
    ).map(({ end }) => end);

  it.each([
    ['short enough is whole', [1, 2, 3], 3, [1, 2, 3]],
    ['has the last to end in it anyway', [9, 2, 3], 2, [9, 2]],
    ['gets the last to end in place of its last', [1, 2, 3, null], 2, [1, null]],
    ['of nobody is empty', [], 2, []],
  ])('%s (S13)', (_case, ends, most, kept) => {
    expect(cut(ends, most)).toEqual(kept);
  });
});
