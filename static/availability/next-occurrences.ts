const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * When a wall clock in the browser's zone next shows `time` ("17:00"); none when it is no time. Two moments, the earlier
 * first, in the night in which clocks go back over it; a time that they skip becomes one as much later.
 */
export function nextOccurrences(time: string, now: number): number[] {
  const match = /^([01]\d|2[0-3]):([0-5]\d)/.exec(time);
  if (!match) return [];
  const today = new Date(now);
  const midnight = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  const inDay = (Number(match[1]) * 60 + Number(match[2])) * MINUTE;
  const left = (days: number): number[] =>
    shownAt(midnight + days * DAY + inDay).filter((moment) => moment > now);
  const todays = left(0);
  return todays.length > 0 ? todays : left(1);
}

/** When a wall clock here shows what one in UTC shows at `wall`: once, or twice, the earlier first. */
function shownAt(wall: number): number[] {
  // No zone is further than a day from UTC, and none changes its clocks twice in two.
  const before = wall - aheadAt(wall - DAY);
  const after = wall - aheadAt(wall + DAY);
  const shown = [...new Set([before, after])].filter((moment) => moment + aheadAt(moment) === wall);
  return shown.length > 0 ? shown : [before];
}

/** Milliseconds that a wall clock here is ahead of UTC. */
const aheadAt = (moment: number): number => -new Date(moment).getTimezoneOffset() * MINUTE;
