import { describe, expect, test } from 'vitest';
import { clockTime, duration } from '../../../static/app/format-time';

const berlin = { locale: 'de-DE', timeZone: 'Europe/Berlin' };
const now = Date.parse('2026-11-23T13:00:00Z');

describe('times as a person reads them', () => {
  test.each([
    ['2026-11-23T16:00:00Z', '17:00'],
    ['2026-11-23T23:30:00Z', 'morgen 00:30'],
    ['2026-11-22T08:00:00Z', 'gestern 09:00'],
    ['2026-11-25T08:00:00Z', '25.11.2026, 09:00'],
  ])('%s is written "%s" in Berlin', (at, text) => {
    expect(clockTime(Date.parse(at), now, berlin)).toBe(text);
  });

  test('"tomorrow" is a matter of the zone, not of 24 hours', () => {
    const at = Date.parse('2026-11-23T23:30:00Z');
    expect(clockTime(at, now, { locale: 'de-DE', timeZone: 'America/New_York' })).toBe('18:30');
  });

  test.each([
    ['2026-10-24T23:59:00Z', '01:59'],
    ['2026-10-25T00:00:00Z', '02:00 MESZ'],
    ['2026-10-25T00:30:00Z', '02:30 MESZ'],
    ['2026-10-25T01:30:00Z', '02:30 MEZ'],
    ['2026-10-25T01:59:00Z', '02:59 MEZ'],
    ['2026-10-25T02:00:00Z', '03:00'],
  ])('of the hour that comes twice, %s is the one "%s"', (at, text) => {
    expect(clockTime(Date.parse(at), Date.parse('2026-10-25T00:30:00Z'), berlin)).toBe(text);
  });

  test('the hour that is skipped leaves no doubt', () => {
    const at = Date.parse('2026-03-29T01:30:00Z');
    expect(clockTime(at, at, berlin)).toBe('03:30');
  });

  test.each([
    [1, '1 min'],
    [40 * 60_000, '40 min'],
    [40 * 60_000 + 1, '41 min'],
    [80 * 60_000, '1 hr 20 min'],
    [120 * 60_000, '2 hr'],
    [25 * 60 * 60_000, '1 day 1 hr'],
  ])('%i ms are written "%s"', (ms, text) => {
    expect(duration(ms, { locale: 'en-US' })).toBe(text);
  });
});
