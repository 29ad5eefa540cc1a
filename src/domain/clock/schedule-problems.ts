import { characterCount } from '../character-count';
import { isZone } from '../is-zone';
import { DAY_OFF_NAME_LENGTH, DAYS_OFF, FIRST_YEAR, LAST_YEAR, SLOTS } from './clock-limits';
import { overlappingSlots, type DayOff, type Slot, type WeeklyTimes } from './schedule';

/** What is wrong with weekly times, and where: pages say it at the field, the server in one sentence. */
export type TimesProblem =
  | { at: 'zone'; kind: 'unknown-zone' }
  | { at: 'slots'; kind: 'too-many-slots' }
  | { at: 'slots'; index: number; kind: 'no-time' }
  | { at: 'slots'; index: number; kind: 'overlap'; other: number }
  | { at: 'daysOff'; kind: 'too-many-days' }
  | { at: 'daysOff'; index: number; kind: 'no-date' | 'year' | 'ends-before' | 'long-name' };

const BEGIN = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const END = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** All of them, in the order of the fields. */
export function timesProblems({ zone, slots, daysOff }: WeeklyTimes): TimesProblem[] {
  return [
    ...(isZone(zone) ? [] : [{ at: 'zone', kind: 'unknown-zone' } as const]),
    ...slotProblems(slots),
    ...dayProblems(daysOff),
  ];
}

function slotProblems(slots: readonly Slot[]): TimesProblem[] {
  if (slots.length > SLOTS) return [{ at: 'slots', kind: 'too-many-slots' }];
  const untimed = slots.flatMap((slot, index): TimesProblem[] =>
    BEGIN.test(slot.from) && END.test(slot.to) ? [] : [{ at: 'slots', index, kind: 'no-time' }],
  );
  if (untimed.length > 0) return untimed;
  const overlap = overlappingSlots(slots);
  return overlap ? [{ at: 'slots', index: overlap[1], kind: 'overlap', other: overlap[0] }] : [];
}

function dayProblems(daysOff: readonly DayOff[]): TimesProblem[] {
  if (daysOff.length > DAYS_OFF) return [{ at: 'daysOff', kind: 'too-many-days' }];
  return daysOff.flatMap((day, index): TimesProblem[] => {
    const kind = dayProblem(day);
    return kind ? [{ at: 'daysOff', index, kind }] : [];
  });
}

function dayProblem({
  from,
  to,
  name = '',
}: DayOff): 'no-date' | 'year' | 'ends-before' | 'long-name' | null {
  if (!isDate(from) || !isDate(to)) return 'no-date';
  const years = [from, to].map((date) => Number(date.slice(0, 4)));
  if (years.some((year) => year < FIRST_YEAR || year > LAST_YEAR)) return 'year';
  if (to < from) return 'ends-before';
  return characterCount(name) > DAY_OFF_NAME_LENGTH ? 'long-name' : null;
}

/** A date that is in the calendar, as `YYYY-MM-DD`. */
const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

/** In English, for whoever calls the server past its pages. */
export function problemSentence(problem: TimesProblem): string {
  switch (problem.kind) {
    case 'unknown-zone':
      return 'This time zone isn’t known. Choose one such as Europe/Berlin.';
    case 'too-many-slots':
      return `A week can have ${String(SLOTS)} time slots at most. Remove some.`;
    case 'no-time':
      return `Slot ${String(problem.index + 1)} needs two times such as 09:00 and 17:00.`;
    case 'overlap':
      return `Slots ${String(problem.other + 1)} and ${String(problem.index + 1)} overlap. Change one of them.`;
    case 'too-many-days':
      return `There can be ${String(DAYS_OFF)} days off at most. Remove some.`;
    case 'no-date':
      return `Day off ${String(problem.index + 1)} needs two dates such as 2026-12-24.`;
    case 'year':
      return `Day off ${String(problem.index + 1)} must be between ${String(FIRST_YEAR)} and ${String(LAST_YEAR)}.`;
    case 'ends-before':
      return `Day off ${String(problem.index + 1)} ends before it begins.`;
    case 'long-name':
      return `The name of day off ${String(problem.index + 1)} is longer than ${String(DAY_OFF_NAME_LENGTH)} characters.`;
  }
}
