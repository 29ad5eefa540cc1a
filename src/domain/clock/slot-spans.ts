import type { Span } from '../span';
import { slotMinutes, type DayOff, type WeeklyTimes } from './schedule';
import { wallClockAt, whenWallClockShows, zoneOffsets, type ZoneOffset } from './zone-offsets';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Slots that touch are united within eight days: where a week has a gap, none reaches further. */
const AROUND_MS = 8 * DAY;

/**
 * When weekly times hold between two instants (epoch ms): ascending, touching slots united, each span whole, also where it
 * began before or ends after; one without any gap is cut eight days outside. A day off drops the slots that begin on it,
 * whole; one begun the evening before runs to its end. A wall time that the clock skips is the moment of the skip; of one
 * that comes twice a slot begins at the first and ends at the second.
 */
export function slotSpans(times: WeeklyTimes, from: number, to: number): Span[] {
  if (times.slots.length === 0) return [];
  const begin = from - AROUND_MS;
  const end = to + AROUND_MS;
  const offsets = zoneOffsets(times.zone, begin, end);
  const isOff = daysOffIn(times.daysOff);
  const slots = times.slots.map((slot) => ({ day: slot.day, ...slotMinutes(slot) }));
  const spans: Span[] = [];
  const lastDay = dayOf(wallClockAt(offsets, end));
  for (let day = dayOf(wallClockAt(offsets, begin)); day <= lastDay; day += DAY) {
    if (isOff(day)) continue;
    const weekday = ((new Date(day).getUTCDay() + 6) % 7) + 1;
    for (const slot of slots) if (slot.day === weekday) spans.push(startedOn(day, slot, offsets));
  }
  return united(spans.filter((span) => span.to > span.from)).filter(
    (span) => span.to > from && span.from < to,
  );
}

/** Midnight of a wall clock's time, both as if they were UTC: epoch ms. */
export const dayOf = (wall: number): number => Math.floor(wall / DAY) * DAY;

const startedOn = (
  day: number,
  { from, to }: { from: number; to: number },
  offsets: readonly ZoneOffset[],
): Span => ({
  from: whenWallClockShows(offsets, day + from * MINUTE).first,
  to: whenWallClockShows(offsets, day + to * MINUTE).last,
});

function daysOffIn(daysOff: readonly DayOff[]): (day: number) => boolean {
  const ranges = daysOff.map((each) => ({ from: Date.parse(each.from), to: Date.parse(each.to) }));
  return (day) => ranges.some(({ from, to }) => from <= day && day <= to);
}

/** The whole calendar day (epoch ms) of an instant where a zone's people are. */
export function calendarDay(zone: string, at: number): Span {
  const offsets = zoneOffsets(zone, at - 3 * DAY, at + 3 * DAY);
  const day = dayOf(wallClockAt(offsets, at));
  return {
    from: whenWallClockShows(offsets, day).first,
    to: whenWallClockShows(offsets, day + DAY).first,
  };
}

/** Ascending; what overlaps or touches is one. */
export function united(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else whole.push({ ...span });
  }
  return whole;
}

/** What is in both; both united. */
export function inBoth(a: readonly Span[], b: readonly Span[]): Span[] {
  const both: Span[] = [];
  let second = 0;
  for (const span of a) {
    while ((b[second]?.to ?? Infinity) <= span.from) second++;
    for (let index = second; ; index++) {
      const other = b[index];
      if (!other || other.from >= span.to) break;
      both.push({ from: Math.max(span.from, other.from), to: Math.min(span.to, other.to) });
    }
  }
  return both;
}

/** What is in the first and not in the second; both united. */
export function without(a: readonly Span[], b: readonly Span[]): Span[] {
  const rest: Span[] = [];
  for (const { from, to } of a) {
    let begin = from;
    for (const other of b) {
      if (other.to <= begin) continue;
      if (other.from >= to) break;
      if (other.from > begin) rest.push({ from: begin, to: other.from });
      begin = Math.max(begin, other.to);
    }
    if (begin < to) rest.push({ from: begin, to });
  }
  return rest;
}

export const isWithin = (spans: readonly Span[], at: number): boolean =>
  spans.some(({ from, to }) => from <= at && at < to);
