import { dateFormat } from '../app/date-format';
import { clockTime, dayNumber, type TimeStyle } from '../app/format-time';

/** "9:00 AM" today, "tomorrow 9:00 AM", else with weekday and date: what comes within weeks needs no year. */
export function momentWords(at: number, now: number, style: TimeStyle): string {
  if (Math.abs(dayNumber(at, style.timeZone) - dayNumber(now, style.timeZone)) <= 1)
    return clockTime(at, now, style);
  return dateFormat(style.locale, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: style.timeZone,
  }).format(at);
}
