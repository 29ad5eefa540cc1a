import {
  ALWAYS_OPEN,
  type Hours,
  type HoursMode,
  type Slot,
  type Weekday,
} from '../../../../src/domain/clock/schedule';
import { timesProblems, type TimesProblem } from '../../../../src/domain/clock/schedule-problems';
import { isZone } from '../../../../src/domain/is-zone';

const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

/** What set hours begin with: a working week, to be changed. */
const firstSlots = (): Slot[] => WORKDAYS.map((day) => ({ day, from: '09:00', to: '17:00' }));

/** The hours in another mode. Times that were entered stay; without any, set hours begin with a working week in `zone`. */
export function inMode(hours: Hours, mode: HoursMode, zone: string): Hours {
  if (mode === 'always' || hours.slots.length > 0 || hours.holidays.length > 0) return { ...hours, mode };
  return { mode, zone, slots: firstSlots(), holidays: [] };
}

/** What is wrong with hours, of all that their mode uses. */
export function hoursProblems({ mode, zone, slots, holidays }: Hours): TimesProblem[] {
  if (mode === 'always') return [];
  const problems = timesProblems({ zone, slots, daysOff: holidays });
  return mode === 'customer' ? problems.filter(({ at }) => at !== 'zone') : problems;
}

/** As they can be saved: what their mode does not use, and is wrong, is left out. */
export function savedHours(hours: Hours): Hours {
  const known = isZone(hours.zone) ? hours : { ...hours, zone: ALWAYS_OPEN.zone };
  if (hours.mode === 'project') return hours;
  if (hours.mode === 'customer') return known;
  const { zone, slots, holidays } = known;
  return timesProblems({ zone, slots, daysOff: holidays }).length === 0 ? known : ALWAYS_OPEN;
}

/** Two of the same say the same, in whatever order they were entered. */
export const hoursKey = ({ mode, zone, slots, holidays }: Hours): string =>
  JSON.stringify([
    mode,
    zone,
    slots.map(({ day, from, to }) => [day, from, to].join(' ')).sort(),
    holidays.map(({ from, to, name = '' }) => [from, to, name].join(' ')).sort(),
  ]);
