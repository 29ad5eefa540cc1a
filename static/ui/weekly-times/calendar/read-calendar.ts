import ICAL from 'ical.js';
import { DAY_OFF_NAME_LENGTH, LAST_YEAR } from '../../../../src/domain/clock/clock-limits';
import type { DayOff } from '../../../../src/domain/clock/schedule';
import { plainLine } from '../../../../src/domain/plain-line';
import { yearlyDates } from './yearly-dates';

/** Bytes of a calendar's file: holidays of a country for years; more is somebody's whole diary. */
export const CALENDAR_BYTES = 64 * 1024;

/** Yearly repeats are written out for this year and so many after it. */
const YEARS_AHEAD = 2;

const DAY = 24 * 60 * 60_000;

/** What of a calendar cannot be a day off, and why. Its name is one line of plain text, or empty. */
export interface LeftOutEvent {
  name: string;
  why: 'weekly' | 'monthly' | 'daily' | 'repeats' | 'timed' | 'past' | 'cancelled' | 'unreadable';
}

export type CalendarAnswer =
  { ok: true; days: DayOff[]; leftOut: LeftOutEvent[] } | { ok: false; problem: 'too-large' | 'no-calendar' };

/** The whole days of an iCalendar file that are not over. `today`: `YYYY-MM-DD`. */
export function readCalendar(bytes: Uint8Array, today: string): CalendarAnswer {
  if (bytes.byteLength > CALENDAR_BYTES) return { ok: false, problem: 'too-large' };
  const events = eventsIn(new TextDecoder().decode(bytes));
  if (!events) return { ok: false, problem: 'no-calendar' };
  const moved = new Set(
    events.flatMap((event) => {
      const original = timeOf(event, 'recurrence-id');
      return original ? [`${textOf(event, 'uid')} ${dateOf(original)}`] : [];
    }),
  );
  const days = new Map<string, DayOff>();
  const leftOut: LeftOutEvent[] = [];
  for (const event of events) {
    const name = plainLine(textOf(event, 'summary'), DAY_OFF_NAME_LENGTH);
    const found = daysOf(event, today, moved);
    if (typeof found === 'string') leftOut.push({ name, why: found });
    else for (const day of found) days.set(`${day.from} ${day.to}`, name === '' ? day : { ...day, name });
  }
  return { ok: true, days: [...days.values()].sort((a, b) => (a.from < b.from ? -1 : 1)), leftOut };
}

/** Null: it is no calendar. */
function eventsIn(text: string): ICAL.Component[] | null {
  try {
    const parsed: unknown = ICAL.parse(text);
    if (!Array.isArray(parsed)) return null;
    const roots = typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][]);
    const calendars = roots.map((root) => new ICAL.Component(root));
    if (calendars.length === 0 || calendars.some(({ name }) => name !== 'vcalendar')) return null;
    return calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  } catch {
    return null;
  }
}

function daysOf(
  event: ICAL.Component,
  today: string,
  moved: ReadonlySet<string>,
): DayOff[] | LeftOutEvent['why'] {
  try {
    return readDays(event, today, moved);
  } catch {
    return 'unreadable';
  }
}

function readDays(
  event: ICAL.Component,
  today: string,
  moved: ReadonlySet<string>,
): DayOff[] | LeftOutEvent['why'] {
  if (textOf(event, 'status').toUpperCase() === 'CANCELLED') return 'cancelled';
  const start = timeOf(event, 'dtstart');
  if (!start) return 'unreadable';
  const repeats = otherRepeats(event);
  if (repeats) return repeats;
  const length = wholeDays(event, start);
  if (length === null) return 'timed';
  if (length < 1) return 'unreadable';
  const isOne = event.hasProperty('recurrence-id');
  const dates = isOne ? [dateOf(start)] : datesOf(event, dateOf(start), Number(today.slice(0, 4)));
  if (typeof dates === 'string') return dates;
  const uid = textOf(event, 'uid');
  const excluded = new Set(
    event
      .getAllProperties('exdate')
      .flatMap((property) =>
        property.getValues().map((value: unknown) => (value instanceof ICAL.Time ? dateOf(value) : '')),
      ),
  );
  const days = dates
    .filter((date) => isOne || !(excluded.has(date) || moved.has(`${uid} ${date}`)))
    .map((from) => ({ from, to: dayLater(from, length - 1) }))
    .filter(({ to }) => to >= today && Number(to.slice(0, 4)) <= LAST_YEAR);
  return days.length === 0 ? 'past' : days;
}

/** When it is: once, or every year. */
function datesOf(event: ICAL.Component, first: string, thisYear: number): string[] | LeftOutEvent['why'] {
  const rule: unknown = event.getFirstPropertyValue('rrule');
  if (rule === null) return [first];
  if (!(rule instanceof ICAL.Recur)) return 'unreadable';
  const { interval, count, until } = rule;
  const parts = rule.parts as Record<string, (string | number)[]>;
  // One that began last year may not be over.
  const years = { from: thisYear - 1, to: thisYear + YEARS_AHEAD };
  return (
    yearlyDates(first, { interval, count, until: until ? dateOf(until) : null, parts }, years) ?? 'repeats'
  );
}

/** Why it cannot be taken where it repeats otherwise than every year; null: it does not. */
function otherRepeats(event: ICAL.Component): LeftOutEvent['why'] | null {
  const rules = event.getAllProperties('rrule');
  if (event.hasProperty('rdate') || rules.length > 1) return 'repeats';
  const rule: unknown = rules[0]?.getFirstValue();
  if (!(rule instanceof ICAL.Recur) || rule.freq === 'YEARLY') return null;
  return OTHER_REPEATS[rule.freq] ?? 'repeats';
}

const OTHER_REPEATS: Partial<Record<string, LeftOutEvent['why']>> = {
  DAILY: 'daily',
  WEEKLY: 'weekly',
  MONTHLY: 'monthly',
};

/** How many days it has; null: it has times. Midnight to midnight where people are is whole days; in UTC it is a time. */
function wholeDays(event: ICAL.Component, start: ICAL.Time): number | null {
  const end = timeOf(event, 'dtend');
  const duration: unknown = event.getFirstPropertyValue('duration');
  if (!start.isDate && (!isMidnight(start) || (end && !isMidnight(end)))) return null;
  if (end) return (Date.parse(dateOf(end)) - Date.parse(dateOf(start))) / DAY || (start.isDate ? 1 : 0);
  if (duration instanceof ICAL.Duration) {
    const days = duration.toSeconds() / (DAY / 1_000);
    return Number.isInteger(days) ? days : null;
  }
  return start.isDate ? 1 : null;
}

const isMidnight = ({ hour, minute, second, zone }: ICAL.Time): boolean =>
  hour === 0 && minute === 0 && second === 0 && zone !== ICAL.Timezone.utcTimezone;

function timeOf(event: ICAL.Component, name: string): ICAL.Time | null {
  const value: unknown = event.getFirstPropertyValue(name);
  return value instanceof ICAL.Time && Number.isFinite(Date.parse(dateOf(value))) ? value : null;
}

function textOf(event: ICAL.Component, name: string): string {
  const value: unknown = event.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : '';
}

function dateOf({ year, month, day }: ICAL.Time): string {
  const [y, m, d] = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ];
  return `${y}-${m}-${d}`;
}

const dayLater = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
