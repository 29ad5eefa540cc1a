import { SLOTS } from '../../src/domain/clock/clock-limits';
import {
  weekMinutes,
  WEEK_MINUTES,
  type Hours,
  type Slot,
  type Weekday,
} from '../../src/domain/clock/schedule';
import { wallClockAt, zoneOffsets } from '../../src/domain/clock/zone-offsets';
import type { Span } from '../../src/domain/span';

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;
const DAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Monday, 5 January 1970, in minutes since the epoch: weeks are counted from it. */
const FIRST_MONDAY = 4 * DAY_MINUTES;

/**
 * Hours in which the chat isn't seen at a gap's times any more, nor in any other week. Null where hours can't say so: they
 * are the customer's own, the gap is a week or more, or nothing of a slot is in it.
 */
export function narrowedHours(hours: Hours, gap: Span, zone: string): Hours | null {
  if (hours.mode === 'customer') return null;
  const isAlways = hours.mode === 'always';
  const where = isAlways ? zone : hours.zone;
  const slots = isAlways ? ALL_WEEK : hours.slots;
  const hole = weekPlace(gap, where);
  if (hole.to - hole.from >= WEEK_MINUTES || hole.to <= hole.from) return null;
  const rest = slots.flatMap((slot) => remains(slot, hole));
  const isSame = JSON.stringify(rest) === JSON.stringify(slots);
  if (isSame || rest.length > SLOTS || rest.length === 0) return null;
  return { ...hours, mode: 'project', zone: where, slots: rest };
}

const ALL_WEEK: Slot[] = DAYS.map((day) => ({ day, from: '00:00', to: '24:00' }));

/** Minutes since Monday 00:00, as the zone's wall clock shows it; the end may lie in the next week. */
function weekPlace({ from, to }: Span, zone: string): Span {
  const offsets = zoneOffsets(zone, from, to);
  const minute = (at: number): number => wallClockAt(offsets, at) / MINUTE - FIRST_MONDAY;
  // Whole minutes: a gap that runs already begins now.
  const begin = Math.floor(minute(from));
  const week = Math.floor(begin / WEEK_MINUTES) * WEEK_MINUTES;
  return { from: begin - week, to: Math.ceil(minute(to)) - week };
}

/** What is left of a slot; the slot itself, where the hole doesn't touch it. */
function remains(slot: Slot, hole: Span): Slot[] {
  const holes = [-WEEK_MINUTES, 0, WEEK_MINUTES].map((week) => ({
    from: hole.from + week,
    to: hole.to + week,
  }));
  const whole = weekMinutes(slot);
  const cuts = holes.filter(({ from, to }) => from < whole.to && whole.from < to);
  if (cuts.length === 0) return [slot];
  let pieces = [whole];
  for (const cut of cuts)
    pieces = pieces.flatMap(({ from, to }) =>
      [
        { from, to: Math.min(to, cut.from) },
        { from: Math.max(from, cut.to), to },
      ].filter((piece) => piece.to > piece.from),
    );
  return pieces.map(slotAt);
}

function slotAt({ from, to }: Span): Slot {
  const day = DAYS[Math.floor(from / DAY_MINUTES) % DAYS.length] ?? 1;
  const end = to % DAY_MINUTES;
  return { day, from: clock(from % DAY_MINUTES), to: end === 0 ? '24:00' : clock(end) };
}

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
