import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  endChoices,
  endOfChoice,
  firstChoice,
  oneHourMore,
  pickedEnd,
} from '../../../static/availability/end-choice';
import { NOW, at } from './panel-builder';

const open = { minutes: null, scope: 'project' } as const;

describe('for how long', () => {
  test('is open at first, when the site sets no bound (S3)', () => {
    const bounds = { longestMinutes: null, preferences: open };
    expect(endChoices(bounds)).toEqual([30, 60, 120, 240, 'open']);
    expect(firstChoice(bounds)).toBe('open');
  });

  test('offers nothing above the longest time, and that one itself in place of "until I go offline"', () => {
    expect(endChoices({ longestMinutes: 120, preferences: open })).toEqual([30, 60, 'open']);
    expect(endChoices({ longestMinutes: 20, preferences: open })).toEqual(['open']);
  });

  test('begins with what the agent took last time, even a length that is not among the usual ones', () => {
    const bounds = { longestMinutes: null, preferences: { minutes: 90, scope: 'all' } as const };
    expect(endChoices(bounds)).toContain(90);
    expect(firstChoice(bounds)).toBe(90);
  });

  test('forgets what the site does not allow any more', () => {
    expect(firstChoice({ longestMinutes: 60, preferences: { minutes: 240, scope: 'all' } })).toBe('open');
  });

  test('becomes an end when the agent goes online', () => {
    expect(endOfChoice('open', NOW)).toBeNull();
    expect(endOfChoice(30, NOW)).toBe(NOW + 30 * 60_000);
  });

  const LOCAL = new Date(2026, 10, 23, 13, 0, 30).getTime();
  test.each([
    ['a later time is today’s', '13:01', null, { ok: true, tomorrow: false }],
    ['the last minute of the day is', '23:59', null, { ok: true, tomorrow: false }],
    [
      'this very minute has begun already: tomorrow, to be asked about',
      '13:00',
      null,
      { ok: true, tomorrow: true },
    ],
    ['a minute past means tomorrow', '12:59', null, { ok: true, tomorrow: true }],
    ['midnight is tomorrow’s', '00:00', null, { ok: true, tomorrow: true }],
    ['past, where tomorrow is too long', '12:59', 720, { ok: false, problem: 'passed' }],
    ['later than the longest time', '15:30', 120, { ok: false, problem: 'too-late' }],
    ['none', '', null, { ok: false, problem: 'no-time' }],
    ['no time at all', '25:00', null, { ok: false, problem: 'no-time' }],
  ])('picked by the clock: %s (S3, S13)', (_case, time, longest, expected) => {
    expect(pickedEnd(time, LOCAL, longest)).toMatchObject(expected);
  });

  test('picked by the clock, comes twice only where the longest time allows both (S12)', () => {
    vi.stubEnv('TZ', 'Europe/London');
    onTestFinished(() => void vi.unstubAllEnvs());
    const now = Date.parse('2026-10-25T00:10:00Z');
    const first = Date.parse('2026-10-25T00:30:00Z');
    const second = Date.parse('2026-10-25T01:30:00Z');
    expect(pickedEnd('01:30', now, 80)).toMatchObject({ end: first, again: second });
    expect(pickedEnd('01:30', now, 79)).toMatchObject({ end: first, again: null });
  });

  test('can be an hour longer, unless it is open or would pass the longest time', () => {
    expect(oneHourMore(at(40), NOW, null)).toBe(Date.parse(at(100)));
    expect(oneHourMore(at(40), NOW, 100)).toBe(Date.parse(at(100)));
    expect(oneHourMore(at(40), NOW, 99)).toBeNull();
    expect(oneHourMore(null, NOW, null)).toBeNull();
  });
});
