import type { Hours, Slot, Weekday } from '../../../../src/domain/clock/schedule';
import { dateFormat } from '../../../app/date-format';
import type { Texts } from '../../../app/texts';
import { dateWords, spanWords } from '../../../ui/weekly-times/time-words';

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const DAY_MS = 24 * 60 * 60_000;

/** 5 January 1970 was a Monday. */
const MONDAY_MS = 4 * DAY_MS;

/** Holidays that are named where there is little room. */
const NAMED = 4;

/** Hours in a few words: "Mon–Fri 9:00 AM–5:00 PM, Sat 10:00 AM–2:00 PM (Europe/Berlin)", and their holidays. */
export function hoursWords(texts: Texts, hours: Hours): string {
  const { t } = texts;
  if (hours.mode === 'always') return t('settings.hoursAlways');
  const zone = hours.mode === 'project' ? hours.zone : t('settings.hoursLocal');
  const week = weekWords(texts, hours.slots) || t('settings.hoursEmpty');
  return [`${week} (${zone})`, ...holidayWords(texts, hours.holidays)].join('\n');
}

/** Days in a row that have the same hours are told together. */
function weekWords(texts: Texts, slots: readonly Slot[]): string {
  const hoursOf = (day: Weekday): string =>
    slots
      .filter((slot) => slot.day === day)
      .sort((a, b) => a.from.localeCompare(b.from))
      .map((slot) => spanWords(slot, texts))
      .join(', ');
  const runs: { first: Weekday; last: Weekday; hours: string }[] = [];
  for (const day of WEEK) {
    const hours = hoursOf(day);
    const run = runs.at(-1);
    if (run && run.hours === hours && run.last === day - 1) run.last = day;
    else runs.push({ first: day, last: day, hours });
  }
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) => {
      const days = [...new Set([first, last])].map((day) => shortDay(day, texts)).join('–');
      return `${days} ${hours}`;
    })
    .join(', ');
}

function holidayWords(texts: Texts, holidays: Hours['holidays']): string[] {
  if (holidays.length === 0) return [];
  const named = holidays
    .slice(0, NAMED)
    .map(({ from, to }) => [...new Set([from, to])].map((date) => dateWords(date, texts)).join(' – '));
  const more = holidays.length - named.length;
  const list = [...named, ...(more > 0 ? [texts.counted('agent.moreNames', more)] : [])].join('; ');
  return [texts.t('settings.hoursHolidays', { list })];
}

const shortDay = (day: Weekday, { locale }: Texts): string =>
  dateFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(MONDAY_MS + (day - 1) * DAY_MS);
