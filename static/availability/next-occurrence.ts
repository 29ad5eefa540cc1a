const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * The next moment at which a wall clock in the browser's zone shows `time` ("17:00"), or null when it is no time. In the
 * night in which clocks go back it may show it a second time; a time that they skip becomes one as much later.
 */
export function nextOccurrence(time: string, now: number): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)/.exec(time);
  if (!match) return null;
  const today = new Date(now);
  const midnight = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  const inDay = (Number(match[1]) * 60 + Number(match[2])) * MINUTE;
  const moments = [0, 1].flatMap((days) => shownAt(midnight + days * DAY + inDay));
  return moments.find((moment) => moment > now) ?? null;
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
