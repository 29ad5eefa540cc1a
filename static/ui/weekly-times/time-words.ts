import { minutesOf, type Slot, type Weekday } from '../../../src/domain/clock/schedule';
import { dateFormat } from '../../app/date-format';
import type { Texts } from '../../app/texts';
import { parseTime } from './parse-time';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** 5 January 1970 was a Monday. */
const MONDAY = 4 * DAY;

type Locale = Pick<Texts, 'locale'>;

/** A stored `HH:MM` as the reader writes times, if it could be typed back like that; what is no time stays as it is. */
export function timeWords(time: string, { locale }: Locale): string {
  if (!/^\d\d:\d\d$/.test(time) || time === '24:00') return time;
  const words = dateFormat(locale, { timeStyle: 'short', timeZone: 'UTC' })
    .format(minutesOf(time) * MINUTE)
    .normalize('NFKC');
  return parseTime(words) === time ? words : time;
}

export const dayName = (day: Weekday, { locale }: Locale): string =>
  dateFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + (day - 1) * DAY);

export const nextDay = (day: Weekday): Weekday => ((day % 7) + 1) as Weekday;

/** "9:00 AM–5:00 PM" */
export const spanWords = ({ from, to }: Pick<Slot, 'from' | 'to'>, texts: Locale): string =>
  `${timeWords(from, texts)}–${timeWords(to, texts)}`;

/** "Dec 24, 2026", of a stored `YYYY-MM-DD`; what is no date stays as it is. */
export function dateWords(date: string, { locale }: Locale): string {
  const at = Date.parse(date);
  if (!Number.isFinite(at)) return date;
  return dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}
