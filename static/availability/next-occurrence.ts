/**
 * The next moment at which a wall clock in the browser's zone shows `time` ("17:00"), or null when it is no time.
 * A time that daylight saving skips becomes the one an hour later, as the platform's Date does.
 */
export function nextOccurrence(time: string, now: number): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)/.exec(time);
  if (!match) return null;
  const next = new Date(now);
  next.setHours(Number(match[1]), Number(match[2]), 0, 0);
  if (next.getTime() <= now) next.setDate(next.getDate() + 1);
  return next.getTime();
}
