import { dateFormat } from './date-format';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How to write times: the person's language and, unless a test says otherwise, the browser's zone. */
export interface TimeStyle {
  locale: string;
  timeZone?: string;
}

/** By how much clocks are set back, somewhere. */
const SET_BACK_MS = [30 * MINUTE, 60 * MINUTE, 120 * MINUTE];

/**
 * "17:00" today, "tomorrow 09:00", else with its date: what a wall clock shows at `at`, seen from `now`. In the hour that
 * comes twice when clocks go back, "01:30 GMT+1": which of the two it is.
 */
export function clockTime(at: number, now: number, style: TimeStyle): string {
  const { locale, timeZone } = style;
  const time = timeOfDay(at, style);
  const days = dayNumber(at, timeZone) - dayNumber(now, timeZone);
  if (days === 0) return time;
  if (Math.abs(days) === 1) {
    return `${new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')} ${time}`;
  }
  return dateTime(at, { locale, timeZone });
}

/** "17:00", whichever day it is; where that comes twice, which of the two. */
export const timeOfDay = (at: number, style: TimeStyle): string =>
  dateFormat(
    style.locale,
    isShownTwice(at, style)
      ? { hour: 'numeric', minute: '2-digit', timeZoneName: 'short', timeZone: style.timeZone }
      : { timeStyle: 'short', timeZone: style.timeZone },
  ).format(at);

/** Does a wall clock show the same once more, sooner or later? */
function isShownTwice(at: number, { locale, timeZone }: TimeStyle): boolean {
  const offsetAt = (moment: number): number => new Date(moment).getTimezoneOffset();
  const isNearChange = offsetAt(at - DAY) !== offsetAt(at + DAY);
  if (timeZone === undefined && !isNearChange) return false;
  const wall = dateFormat(locale, { dateStyle: 'short', timeStyle: 'short', timeZone });
  return SET_BACK_MS.some((ms) => [at - ms, at + ms].some((other) => wall.format(other) === wall.format(at)));
}

/** Date and time in full, for logs. */
export const dateTime = (at: number, { locale, timeZone }: TimeStyle): string =>
  dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);

/** "40 min", "1 hr 20 min", "2 days 3 hr": rounded up to the minute, since "0 min left" helps nobody. */
export function duration(ms: number, { locale }: TimeStyle): string {
  const minutes = Math.max(1, Math.ceil(ms / MINUTE));
  const parts: [number, string][] = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor((minutes % 1440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ];
  return parts
    .filter(([amount]) => amount > 0)
    .slice(0, 2)
    .map(([amount, unit]) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(amount),
    )
    .join(' ');
}

/** Calendar days are counted in the zone: two instants an hour apart can be a day apart. */
export const dayNumber = (at: number, timeZone: string | undefined): number =>
  // In Sweden dates are written as ISO has them.
  Date.parse(dateFormat('sv-SE', { timeZone }).format(at)) / DAY;
