import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedPause } from '../../src/domain/asked-pause';
import { NOON } from '../support/desk-builders';

const S = 1_000;
const later = NOON + 90 * S;

describe('F16: until when Jira wants to be left alone', () => {
  it.each([
    ['seconds', '90', null, later],
    ['parts of a second', '0.5', null, NOON + 500],
    ['an HTTP date', 'Sun, 22 Nov 2026 12:01:30 GMT', null, later],
    ['a moment', null, '2026-11-22T12:01:30Z', later],
    ['a moment without seconds', null, '2026-11-22T12:01Z', NOON + 60 * S],
    ['a moment elsewhere', null, '2026-11-22T13:01:30+01:00', later],
    ['seconds since 1970', null, String(later / S), later],
    ['milliseconds since 1970', null, String(later), later],
    ['seconds from now', null, '90', later],
    ['both: the later one', '30', '2026-11-22T12:01:30Z', later],
    ['both, the other way round', '90', '2026-11-22T12:00:30Z', later],
    ['one that cannot be read', '90', 'soon', later],
  ])('%s', (_, retryAfter, reset, until) => {
    expect(askedPause({ retryAfter, reset }, NOON)).toBe(until);
  });

  it.each([null, '', ' ', '-5', 'soon', 'NaN', '1e3', '12 apples', 'Sun', '2026-99-99T00:00:00Z'])(
    '%j says nothing',
    (text) => {
      expect(askedPause({ retryAfter: text, reset: text }, NOON)).toBeNull();
    },
  );

  it('is a finite moment or nothing, whatever the headers say', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (retryAfter, reset) => {
        const until = askedPause({ retryAfter, reset }, NOON);
        expect(until === null || Number.isFinite(until)).toBe(true);
      }),
    );
  });
});
