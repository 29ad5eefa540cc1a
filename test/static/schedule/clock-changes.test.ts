import { describe, expect, it } from 'vitest';
import type { Slot } from '../../../src/domain/clock/schedule';
import { isInWeekOf, nextClockChange } from '../../../static/schedule/clock-changes';
import { slotEndAt } from '../../../static/schedule/slot-now';

const berlin = (...slots: Slot[]) => ({ zone: 'Europe/Berlin', slots, daysOff: [] });
const MARCH = Date.parse('2026-03-02T10:00:00Z');
const OCTOBER = Date.parse('2026-10-05T10:00:00Z');
const wall = (at: number | undefined): string => new Date(at ?? NaN).toISOString().slice(11, 16);

describe('A change of the clock (H1)', () => {
  it('is told with what the clock shows before and after, when clocks go forward', () => {
    const change = nextClockChange(berlin(), MARCH);
    expect(change?.at).toBe(Date.parse('2026-03-29T01:00:00Z'));
    expect([wall(change?.before), wall(change?.after)]).toEqual(['02:00', '03:00']);
    expect(change?.touched).toEqual([]);
  });

  it('and when they go back', () => {
    const change = nextClockChange(berlin(), OCTOBER);
    expect([wall(change?.before), wall(change?.after)]).toEqual(['03:00', '02:00']);
  });

  it('is told within eight weeks, and not where clocks never change', () => {
    expect(nextClockChange(berlin(), MARCH - 40 * 24 * 60 * 60_000)).toBeNull();
    expect(nextClockChange({ zone: 'Asia/Tokyo', slots: [], daysOff: [] }, MARCH)).toBeNull();
  });

  it('names the slots that it moves, as they will really be', () => {
    const night: Slot = { day: 6, from: '22:00', to: '02:30' };
    expect(nextClockChange(berlin(night, { day: 1, from: '09:00', to: '17:00' }), MARCH)?.touched).toEqual([
      { from: Date.parse('2026-03-28T21:00:00Z'), to: Date.parse('2026-03-29T01:00:00Z') },
    ]);
    expect(nextClockChange(berlin(night), OCTOBER)?.touched).toEqual([
      { from: Date.parse('2026-10-24T20:00:00Z'), to: Date.parse('2026-10-25T01:30:00Z') },
    ]);
  });

  it('marks its own week, Monday to Sunday', () => {
    const change = Date.parse('2026-03-29T01:00:00Z');
    expect(isInWeekOf('Europe/Berlin', Date.parse('2026-03-22T23:00:00Z'), change)).toBe(true);
    expect(isInWeekOf('Europe/Berlin', Date.parse('2026-03-22T22:59:00Z'), change)).toBe(false);
    expect(isInWeekOf('Europe/Berlin', Date.parse('2026-03-29T21:59:00Z'), change)).toBe(true);
    expect(isInWeekOf('Europe/Berlin', Date.parse('2026-03-29T22:00:00Z'), change)).toBe(false);
  });
});

describe('The slot that holds now (H1)', () => {
  const monday: Slot = { day: 1, from: '09:00', to: '17:00' };
  const own = (differs = {}) => ({
    ...berlin(monday),
    rollCall: 'confirm' as const,
    leftOut: [],
    ...differs,
  });
  it('ends when it ends', () => {
    expect(slotEndAt(own(), MARCH)).toBe(Date.parse('2026-03-02T16:00:00Z'));
  });
  it('is none outside, and on a day off', () => {
    expect(slotEndAt(own(), Date.parse('2026-03-02T16:00:00Z'))).toBeNull();
    expect(slotEndAt(own({ daysOff: [{ from: '2026-03-02', to: '2026-03-02' }] }), MARCH)).toBeNull();
  });
});
