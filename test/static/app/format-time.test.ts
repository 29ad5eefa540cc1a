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

  test('the hour that daylight saving repeats keeps its day', () => {
    const before = Date.parse('2026-10-25T00:30:00Z');
    expect(clockTime(before + 3_600_000, before, berlin)).toBe('02:30');
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
