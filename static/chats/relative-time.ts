import type { TimeStyle } from '../app/format-time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * "now", "5 min. ago", "3 hr. ago", and from a day on the date: how long somebody has been waiting. Short, for a row has
 * little room; no chat is kept for as long as a year.
 */
export function relativeTime(at: number, now: number, { locale, timeZone }: TimeStyle): string {
  const ago = Math.max(0, now - at);
  if (ago >= DAY)
    return new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone }).format(at);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  if (ago < MINUTE) return format.format(0, 'second');
  return ago < HOUR
    ? format.format(-Math.floor(ago / MINUTE), 'minute')
    : format.format(-Math.floor(ago / HOUR), 'hour');
}
