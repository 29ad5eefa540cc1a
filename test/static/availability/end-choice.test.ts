import { describe, expect, test } from 'vitest';
import { chosenEnd, endChoices, firstChoice, oneHourMore } from '../../../static/availability/end-choice';
import { NOW, at } from './panel-builder';

const open = { minutes: null, scope: 'project' } as const;

describe('for how long', () => {
  test('is open first, when the site sets no bound', () => {
    const bounds = { longestMinutes: null, preferences: open };
    expect(endChoices(bounds)).toEqual(['open', 30, 60, 120, 240, 'at-time']);
    expect(firstChoice(bounds)).toBe('open');
  });

  test('offers nothing above the longest time, and that one itself in place of "until I go offline"', () => {
    expect(endChoices({ longestMinutes: 120, preferences: open })).toEqual([30, 60, 'open', 'at-time']);
    expect(endChoices({ longestMinutes: 20, preferences: open })).toEqual(['open', 'at-time']);
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
    expect(chosenEnd('open', '', NOW, null)).toEqual({ ok: true, end: null });
    expect(chosenEnd(30, '', NOW, null)).toEqual({ ok: true, end: NOW + 30 * 60_000 });
    expect(chosenEnd('at-time', '', NOW, null)).toEqual({ ok: false, problem: 'no-time' });
    expect(chosenEnd('at-time', '00:00', NOW, 1)).toEqual({ ok: false, problem: 'too-late' });
  });

  test('can be an hour longer, unless it is open or would pass the longest time', () => {
    expect(oneHourMore(at(40), NOW, null)).toBe(Date.parse(at(100)));
    expect(oneHourMore(at(40), NOW, 100)).toBe(Date.parse(at(100)));
    expect(oneHourMore(at(40), NOW, 99)).toBeNull();
    expect(oneHourMore(null, NOW, null)).toBeNull();
  });
});
