import { describe, expect, it } from 'vitest';
import { onlineUntil } from '../../src/domain/online-end';
import { NOON } from '../support/desk-builders';

const unbounded = { longestMinutes: null };

describe('S3: the end of an online time', () => {
  it.each([
    ['in a second', '2026-11-22T12:00:01Z', NOON + 1_000],
    ['in another zone', '2026-11-22T18:30:00+05:30', NOON + 3_600_000],
    ['with milliseconds, which count down to the whole second', '2026-11-22T13:00:00.999Z', NOON + 3_600_000],
  ])('is accepted %s', (_case, asked, until) => {
    expect(onlineUntil(Date.parse(asked), unbounded, NOON)).toEqual({ ok: true, value: until });
  });

  it('is open when none is asked for', () => {
    expect(onlineUntil(null, unbounded, NOON)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['now', '2026-11-22T12:00:00Z'],
    ['less than a second away', '2026-11-22T12:00:00.500Z'],
    ['in the past', '2026-11-22T11:59:59Z'],
    ['in the year 9999', '9999-12-31T23:59:59Z'],
    ['before the epoch', '1969-12-31T23:59:59Z'],
    ['no time at all', 'tomorrow'],
    ['an impossible date', '2026-02-31T25:00:00Z'],
  ])('is refused when it is %s', (_case, asked) => {
    expect(onlineUntil(Date.parse(asked), unbounded, NOON)).toMatchObject({
      ok: false,
      error: { code: 'invalid-request' },
    });
  });

  it('takes the site’s longest online time when none is asked for, and is refused beyond it', () => {
    const bounded = { longestMinutes: 60 };
    expect(onlineUntil(null, bounded, NOON)).toEqual({ ok: true, value: NOON + 3_600_000 });
    expect(onlineUntil(Date.parse('2026-11-22T13:00:30Z'), bounded, NOON)).toMatchObject({ ok: true });
    expect(onlineUntil(Date.parse('2026-11-22T13:02:00Z'), bounded, NOON)).toMatchObject({
      error: { code: 'limit' },
    });
  });
});
