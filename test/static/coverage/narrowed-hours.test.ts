import { describe, expect, it } from 'vitest';
import { timesProblems } from '../../../src/domain/clock/schedule-problems';
import { slotSpans } from '../../../src/domain/clock/slot-spans';
import { ALWAYS_OPEN, type Hours, type Slot } from '../../../src/domain/clock/schedule';
import { narrowedHours } from '../../../static/coverage/narrowed-hours';

const hours = (...slots: Slot[]): Hours => ({ mode: 'project', zone: 'Europe/London', slots, holidays: [] });
const gap = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });
const narrowed = (before: Hours, from: string, to: string) =>
  narrowedHours(before, gap(from, to), 'Europe/London')?.slots;

/** Monday, 2 March 2026. */
const LUNCH = ['2026-03-02T12:00:00Z', '2026-03-02T13:00:00Z'] as const;
const MONDAY: Slot = { day: 1, from: '08:00', to: '18:00' };
const TUESDAY: Slot = { day: 2, from: '08:00', to: '18:00' };

describe('Hours that a gap was taken out of', () => {
  it.each([
    [
      'its middle',
      MONDAY,
      LUNCH,
      [
        { day: 1, from: '08:00', to: '12:00' },
        { day: 1, from: '13:00', to: '18:00' },
      ],
    ],
    [
      'its end',
      MONDAY,
      ['2026-03-02T17:00:00Z', '2026-03-02T19:00:00Z'],
      [{ day: 1, from: '08:00', to: '17:00' }],
    ],
    [
      'what lies past midnight',
      { day: 7, from: '20:00', to: '04:00' },
      ['2026-03-02T01:00:00Z', '2026-03-02T02:00:00Z'],
      [
        { day: 7, from: '20:00', to: '01:00' },
        { day: 1, from: '02:00', to: '04:00' },
      ],
    ],
    [
      'its beginning before midnight',
      { day: 7, from: '20:00', to: '04:00' },
      ['2026-03-08T20:00:00Z', '2026-03-09T00:00:00Z'],
      [{ day: 1, from: '00:00', to: '04:00' }],
    ],
  ] as [string, Slot, readonly [string, string], Slot[]][])(
    'lack %s, and nothing else (H6)',
    (_what, slot, [from, to], expected) => {
      expect(narrowed(hours(slot, TUESDAY), from, to)).toEqual([...expected, TUESDAY]);
    },
  );

  it('are the rest of the week where there were none before (H6)', () => {
    const after = narrowedHours(ALWAYS_OPEN, gap(...LUNCH), 'Europe/London');
    expect(after).toMatchObject({ mode: 'project', zone: 'Europe/London' });
    const spans = slotSpans(
      { ...hours(...(after?.slots ?? [])), daysOff: [] },
      Date.parse('2026-03-02T00:00:00Z'),
      Date.parse('2026-03-08T23:59:00Z'),
    );
    expect(
      spans.map(
        ({ from, to }) =>
          [from, to].includes(Date.parse(LUNCH[0])) || [from, to].includes(Date.parse(LUNCH[1])),
      ),
    ).toEqual([true, true]);
  });

  it('are hours that can be saved (H6)', () => {
    const after = narrowedHours(
      ALWAYS_OPEN,
      gap('2026-03-06T17:00:00Z', '2026-03-09T09:00:00Z'),
      'Europe/London',
    );
    const { zone, slots } = after ?? ALWAYS_OPEN;
    expect(slots.length).toBeGreaterThan(0);
    expect(timesProblems({ zone, slots, daysOff: [] })).toEqual([]);
  });

  it('are not proposed where hours can’t say so (H6)', () => {
    expect(narrowed({ ...hours(MONDAY), mode: 'customer' }, ...LUNCH)).toBeUndefined();
    expect(narrowed(hours(MONDAY), '2026-03-02T00:00:00Z', '2026-03-09T00:00:00Z')).toBeUndefined();
    expect(narrowed(hours(TUESDAY), ...LUNCH)).toBeUndefined();
    expect(narrowed(hours({ day: 1, from: '12:00', to: '13:00' }), ...LUNCH)).toBeUndefined();
  });
});
