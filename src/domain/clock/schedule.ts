/** Working times as somebody writes them down: wall clock and zone, never offsets (rules H1, H3). */

/** Monday to Sunday, as ISO 8601 numbers them. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * Times as `HH:MM`, the end up to `24:00`. An end that is not after the beginning is on the next day. It belongs to the day
 * on which it begins.
 */
export interface Slot {
  day: Weekday;
  from: string;
  to: string;
}

/** Dates as `YYYY-MM-DD`, both included. */
export interface DayOff {
  from: string;
  to: string;
  name?: string | undefined;
}

/** What repeats every week in a zone (IANA), and the dates on which it does not. */
export interface WeeklyTimes {
  zone: string;
  slots: Slot[];
  daysOff: DayOff[];
}

/** How somebody comes online at the start of a slot (rule H2). */
export const ROLL_CALLS = ['confirm', 'automatic'] as const;
export type RollCall = (typeof ROLL_CALLS)[number];

/** When an agent works (rule H1). */
export interface Schedule extends WeeklyTimes {
  rollCall: RollCall;
  /** Ids of projects in which it says nothing. */
  leftOut: string[];
}

/** `customer`: decided in the visitor's own time, by their page. */
export const HOURS_MODES = ['always', 'project', 'customer'] as const;
export type HoursMode = (typeof HOURS_MODES)[number];

/** When customers see the chat at all (rule H3). `zone` is that of the mode `project`. */
export interface Hours {
  mode: HoursMode;
  zone: string;
  slots: Slot[];
  holidays: DayOff[];
}

export const ALWAYS_OPEN: Hours = { mode: 'always', zone: 'UTC', slots: [], holidays: [] };

const DAY_MINUTES = 24 * 60;
export const WEEK_MINUTES = 7 * DAY_MINUTES;

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours = '', minutes = ''] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** Minutes from midnight of the slot's day: 0 ≤ from < 1,440, from < to ≤ from + 1,440. */
export function slotMinutes({ from, to }: Slot): { from: number; to: number } {
  const begin = minutesOf(from);
  const end = minutesOf(to);
  return { from: begin, to: end > begin ? end : end + DAY_MINUTES };
}

/** Minutes since Monday 00:00; the end may lie in the next week. */
export function weekMinutes(slot: Slot): { from: number; to: number } {
  const { from, to } = slotMinutes(slot);
  const day = (slot.day - 1) * DAY_MINUTES;
  return { from: day + from, to: day + to };
}

/** Is there no minute of a week that is in none? */
export function isRoundTheClock(slots: readonly Slot[]): boolean {
  const spans = slots.map(weekMinutes).sort((a, b) => a.from - b.from);
  // What reaches into the next week is there at the beginning of this one.
  let covered = Math.max(0, ...spans.map(({ to }) => to - WEEK_MINUTES));
  for (const { from, to } of spans) {
    if (from > covered) return false;
    covered = Math.max(covered, to);
  }
  return covered >= WEEK_MINUTES;
}

/** The first two slots that have a minute in common, as indexes; touching ones have none. */
export function overlappingSlots(slots: readonly Slot[]): [number, number] | null {
  const spans = slots.map(weekMinutes);
  for (const [second, b] of spans.entries()) {
    for (const [first, a] of spans.slice(0, second).entries()) {
      const meets = [-WEEK_MINUTES, 0, WEEK_MINUTES].some(
        (week) => a.from < b.to + week && b.from + week < a.to,
      );
      if (meets) return [first, second];
    }
  }
  return null;
}
