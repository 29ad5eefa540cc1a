import { clockTime, dayNumber, type TimeStyle } from './format-time';

/** Beginning and end of a span in words, seen from `now`: the end alone tells its day where that is another one. */
export function spanTimes(
  from: number,
  until: number,
  now: number,
  style: TimeStyle,
): { from: string; until: string } {
  const isSameDay = dayNumber(from, style.timeZone) === dayNumber(until, style.timeZone);
  return { from: clockTime(from, now, style), until: clockTime(until, isSameDay ? until : now, style) };
}
