const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** No clock change moves a wall clock by more. */
const CLOCK_CHANGE_MS = 3 * HOUR;

/**
 * When the calendar day of `now` began where people are whose zone it is (IANA), epoch ms. A day whose midnight the clock
 * skips begins after the skip; where midnight comes twice, it begins with the first.
 */
export function dayStart(now: number, zone: string): number {
  const wall = wallClock(zone);
  const midnight = Math.floor(wall(now) / DAY) * DAY;
  const midnightBy = (at: number): number => midnight - (wall(at) - Math.floor(at / 1_000) * 1_000);
  const usual = midnightBy(now);
  const starts = [now, usual, usual - CLOCK_CHANGE_MS].map(midnightBy);
  const sameDay = starts.filter((at) => wall(at) >= midnight && wall(at) < midnight + DAY);
  return Math.min(now, ...sameDay);
}

/** What a wall clock of the zone shows, as if it were UTC: epoch ms, whole seconds. */
function wallClock(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US-u-ca-iso8601', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
    const day = Date.UTC(part('year'), part('month') - 1, part('day'));
    return day + part('hour') * HOUR + part('minute') * 60_000 + part('second') * 1_000;
  };
}

/** Is it a zone that can be asked about? */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
