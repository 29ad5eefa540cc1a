import { slotMinutes, type WeeklyTimes } from '../../src/domain/clock/schedule';
import { dayOf, slotSpans } from '../../src/domain/clock/slot-spans';
import { wallClockAt, zoneOffsets } from '../../src/domain/clock/zone-offsets';
import type { Span } from '../../src/domain/span';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** As far ahead as somebody plans shifts; what is later is told in time. */
const AHEAD_MS = 8 * 7 * DAY;

/** Clocks that are put forward or back. Wall times as if they were UTC: epoch ms. */
export interface ClockChange {
  at: number;
  /** What the clock shows just then, and what it is put to. */
  before: number;
  after: number;
  /** Slots that begin or end in the time that is skipped or comes twice, as they will really be. */
  touched: Span[];
}

/** The next change of the zone's clock within eight weeks, and what it does to these times. */
export function nextClockChange(times: WeeklyTimes, now: number): ClockChange | null {
  const offsets = zoneOffsets(times.zone, now, now + AHEAD_MS);
  const index = offsets.findIndex(({ from }) => from > now);
  const [next, former] = [offsets[index], offsets[index - 1]];
  if (!next || !former || next.from > now + AHEAD_MS) return null;
  const before = next.from + former.ms;
  const after = next.from + next.ms;
  const [low, high] = [Math.min(before, after), Math.max(before, after)];
  const isTouched = (wall: number): boolean => low <= wall && wall <= high;
  const day = dayOf(before);
  const touches = [day - DAY, day].some((date) =>
    times.slots.some((slot) => {
      const { from, to } = slotMinutes(slot);
      return slot.day === weekdayOf(date) && [from, to].some((minutes) => isTouched(date + minutes * MINUTE));
    }),
  );
  const wall = (at: number): number => wallClockAt(offsets, at);
  const touched = touches
    ? slotSpans(times, next.from - DAY, next.from + DAY).filter((span) =>
        [span.from, span.to].some((at) => isTouched(wall(at)) || at === next.from),
      )
    : [];
  return { at: next.from, before, after, touched };
}

const weekdayOf = (date: number): number => ((new Date(date).getUTCDay() + 6) % 7) + 1;

/** Are both in one week, Monday to Sunday, of the zone? */
export function isInWeekOf(zone: string, at: number, change: number): boolean {
  const offsets = zoneOffsets(zone, Math.min(at, change), Math.max(at, change));
  const [one, other] = [at, change].map((moment) => {
    const day = dayOf(wallClockAt(offsets, moment));
    return day - (weekdayOf(day) - 1) * DAY;
  });
  return one === other;
}
