import { describe, expect, it } from 'vitest';
import type { Hours, Slot } from '../../../../../src/domain/clock/schedule';
import {
  hoursKey,
  hoursProblems,
  inMode,
  savedHours,
} from '../../../../../static/settings/project/hours/hours-choice';
import { hoursWords } from '../../../../../static/settings/project/hours/hours-words';
import { spanTimes } from '../../../../../static/app/span-times';
import { englishTexts } from '../../../../ui/english-texts';

const week = (days: Slot['day'][], from = '09:00', to = '17:00'): Slot[] =>
  days.map((day) => ({ day, from, to }));
const hours = (change: Partial<Hours>): Hours => ({
  mode: 'project',
  zone: 'Europe/Berlin',
  slots: week([1, 2, 3, 4, 5]),
  holidays: [],
  ...change,
});
const words = (change: Partial<Hours>): string => hoursWords(englishTexts, hours(change)).replace(/\s/g, ' ');

describe('H3: hours in a few words', () => {
  it.each<[Partial<Hours>, string]>([
    [{ mode: 'always' }, 'At any time'],
    [{}, 'Mon–Fri 9:00 AM–5:00 PM (Europe/Berlin)'],
    [{ mode: 'customer' }, 'Mon–Fri 9:00 AM–5:00 PM (the customer’s own time)'],
    [{ slots: [] }, 'No hours (Europe/Berlin)'],
    [
      { slots: [...week([1, 3], '13:00', '17:00'), ...week([1], '08:00', '12:00'), ...week([6, 7])] },
      'Mon 8:00 AM–12:00 PM, 1:00 PM–5:00 PM, Wed 1:00 PM–5:00 PM, Sat–Sun 9:00 AM–5:00 PM (Europe/Berlin)',
    ],
    [
      { slots: week([2]), holidays: [{ from: '2026-12-25', to: '2026-12-26', name: 'Christmas' }] },
      'Tue 9:00 AM–5:00 PM (Europe/Berlin) Holidays: Dec 25, 2026 – Dec 26, 2026',
    ],
  ])('says %j', (change, expected) => {
    expect(words(change)).toBe(expected);
  });

  it('counts the holidays for which there is no room', () => {
    const holidays = ['01', '02', '03', '04', '05', '06'].map((day) => ({
      from: `2026-05-${day}`,
      to: `2026-05-${day}`,
    }));
    expect(words({ holidays })).toMatch(/May 4, 2026; 2 more$/);
  });
});

describe('H3: hours while they are chosen', () => {
  const wrong = hours({ slots: week([1], '9', '17:00') });

  it('begin with a working week where there are no times yet, and keep those there are', () => {
    const first = inMode(hours({ mode: 'always', zone: 'UTC', slots: [] }), 'project', 'Asia/Tokyo');
    expect(first).toEqual({
      mode: 'project',
      zone: 'Asia/Tokyo',
      slots: week([1, 2, 3, 4, 5]),
      holidays: [],
    });
    expect(inMode(hours({}), 'customer', 'Asia/Tokyo')).toEqual(hours({ mode: 'customer' }));
  });

  it('are wrong only in what their mode uses, and are saved without the rest', () => {
    expect(hoursProblems(wrong)).toHaveLength(1);
    expect(hoursProblems({ ...wrong, mode: 'always' })).toEqual([]);
    expect(savedHours({ ...wrong, mode: 'always' })).toEqual({
      mode: 'always',
      zone: 'UTC',
      slots: [],
      holidays: [],
    });
    const elsewhere = hours({ mode: 'customer', zone: 'Nowhere' });
    expect([hoursProblems(elsewhere), savedHours(elsewhere).zone]).toEqual([[], 'UTC']);
    expect(savedHours(hours({ mode: 'always' }))).toEqual(hours({ mode: 'always' }));
  });

  it('are the same in whatever order they were entered', () => {
    const turned = hours({ slots: week([5, 4, 3, 2, 1]) });
    expect(hoursKey(turned)).toBe(hoursKey(hours({})));
    expect(hoursKey(hours({ slots: week([1]) }))).not.toBe(hoursKey(hours({})));
    expect(hoursKey(hours({ holidays: [{ from: '2026-05-01', to: '2026-05-01' }] }))).toBe(
      hoursKey(hours({ holidays: [{ name: '', to: '2026-05-01', from: '2026-05-01' }] })),
    );
  });
});

describe('H4: the times of a closure in words', () => {
  const style = { locale: 'en-US', timeZone: 'UTC' };
  const now = Date.parse('2026-11-22T10:00:00Z');
  const said = (from: string, until: string) => {
    const times = spanTimes(Date.parse(from), Date.parse(until), now, style);
    return [times.from, times.until].map((words_) => words_.replace(/\s/g, ' '));
  };

  it.each([
    ['2026-11-22T14:00Z', '2026-11-22T15:00Z', ['2:00 PM', '3:00 PM']],
    ['2026-11-23T14:00Z', '2026-11-23T15:00Z', ['tomorrow 2:00 PM', '3:00 PM']],
    ['2026-11-22T22:00Z', '2026-11-23T06:00Z', ['10:00 PM', 'tomorrow 6:00 AM']],
    ['2026-12-24T14:00Z', '2026-12-25T15:00Z', ['Dec 24, 2026, 2:00 PM', 'Dec 25, 2026, 3:00 PM']],
  ])('name the day of the end where it is another one: %s to %s', (from, until, expected) => {
    expect(said(from, until)).toEqual(expected);
  });
});
