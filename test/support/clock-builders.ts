import { compileSchedule } from '../../src/domain/clock/compiled-schedule';
import type { Hours, Schedule, Slot, Weekday } from '../../src/domain/clock/schedule';
import type { Stretch } from '../../src/domain/clock/stretches';
import type { RosterEntry, Status } from '../../src/domain/desk';

/** Mondays to Fridays are 1 to 5. */
export const WORKDAYS: Weekday[] = [1, 2, 3, 4, 5];
export const ALL_DAYS: Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The same times on each of the days: `slots(WORKDAYS, '09:00-12:00', '13:00-17:00')`. */
export const slotsOn = (days: readonly Weekday[], ...times: string[]): Slot[] =>
  days.flatMap((day) =>
    times.map((time) => {
      const [from = '', to = ''] = time.split('-');
      return { day, from, to };
    }),
  );

export const aSchedule = (overrides: Partial<Schedule> = {}): Schedule => ({
  zone: 'UTC',
  slots: slotsOn(WORKDAYS, '09:00-17:00'),
  daysOff: [],
  rollCall: 'automatic',
  leftOut: [],
  ...overrides,
});

export const someHours = (overrides: Partial<Hours> = {}): Hours => ({
  mode: 'project',
  zone: 'UTC',
  slots: slotsOn(WORKDAYS, '08:00-18:00'),
  holidays: [],
  ...overrides,
});

/** A Monday, at midnight in UTC. */
export const MONDAY = Date.parse('2026-11-23T00:00:00Z');

/** `mon('09:30')`, `mon('09:30', 1)`: on Tuesday. */
export const mon = (time: string, days = 0): number =>
  Date.parse(`2026-11-23T${time.length === 5 ? `${time}:00` : time}Z`) + days * 24 * 60 * 60_000;

/** Somebody who has said nothing for long, with a schedule that was saved long before. */
export function scheduled(
  schedule: Partial<Schedule> = {},
  status: Status = { kind: 'offline', since: 0 },
  overrides: Partial<RosterEntry> = {},
  savedAt = mon('00:00', -7),
): RosterEntry {
  return {
    status,
    operations: [],
    schedule: compileSchedule(aSchedule(schedule), { rev: 1, savedAt, now: MONDAY }),
    ...overrides,
  };
}

/** "by-hand 09:00-17:00", "roll-call 09:00-09:10/17:00"; of other days with how many later: "+1 09:00". */
export const inWords = (stretches: readonly Stretch[], most = 4): string[] =>
  stretches
    .filter(({ to }) => to > MONDAY)
    .slice(0, most)
    .map((each) => {
      const middle =
        each.kind === 'call' ? `${clockTime(each.until)}/${clockTime(each.to)}` : clockTime(each.to);
      return `${each.why} ${clockTime(each.from)}-${middle}`;
    });

function clockTime(at: number): string {
  if (!Number.isFinite(at)) return 'ever';
  const days = Math.floor((at - MONDAY) / (24 * 60 * 60_000));
  const time = new Date(at).toISOString().slice(11, 19).replace(/:00$/, '');
  return days === 0 ? time : `${days > 0 ? '+' : ''}${String(days)} ${time}`;
}

export const aClosure = (from: number, to: number, message: string | null = null, id = 'c') => ({
  id,
  from,
  to,
  message,
  by: 'pia',
});
