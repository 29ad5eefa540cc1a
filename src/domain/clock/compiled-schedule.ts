import type { Span } from '../span';
import { FOREVER } from './forever';
import { isRoundTheClock, type Schedule } from './schedule';
import { isWithin, slotSpans } from './slot-spans';

const DAY = 24 * 60 * 60_000;

/** How far ahead schedules are compiled, and how much of that is left when they are compiled anew (epoch ms). */
const COMPILED_MS = 15 * DAY;
export const COMPILED_ANEW_MS = 14 * DAY + DAY / 2;

/** Ends of slots that are over say when an online time without an end did end: that is noted well within. */
const KEPT_MS = 2 * DAY;

/** What a desk keeps of an agent's schedule: instants, so that whoever reads it needs no calendar. */
export interface CompiledSchedule {
  /** Of the schedule it was made of. */
  rev: number;
  /** Or since when it is held here. A slot that began before brings nobody online: saving a schedule starts nobody. */
  savedAt: number;
  isAutomatic: boolean;
  /** IANA: whose calendar "not today" means. */
  zone: string;
  /** Ascending, apart from each other. */
  spans: Span[];
  /** Nothing is known from here on. */
  until: number;
  /** `savedAt` is no saving: chat was switched then, or their agent came to the desk. */
  isLate?: true;
}

/** A schedule is stored first, and its desks learn of it within seconds. */
export const SAVING_MS = 60_000;

const lateness = (savedAt: number, heldAt: number): Pick<CompiledSchedule, 'isLate'> =>
  heldAt - savedAt > SAVING_MS ? { isLate: true } : {};

/** As it would be if it was saved at that moment: it holds from its next start, which round the clock is that moment. */
export function heldFrom(schedule: CompiledSchedule, now: number): CompiledSchedule {
  const isEndless = schedule.spans.some(({ to }) => to === FOREVER);
  const savedAt = Math.max(now, schedule.savedAt);
  const spans = schedule.spans.map((span) =>
    isEndless && isWithin([span], savedAt) ? { ...span, from: savedAt } : span,
  );
  return { ...schedule, savedAt, spans, ...lateness(schedule.savedAt, savedAt) };
}

/** `heldAt`: from when on the desk holds it, where that is later than it was saved. The zone's rules of today are in it: compiled again and again, it follows them (rule H1). */
export function compileSchedule(
  schedule: Schedule,
  {
    rev,
    savedAt: saved,
    heldAt = saved,
    now,
  }: { rev: number; savedAt: number; heldAt?: number; now: number },
): CompiledSchedule {
  const savedAt = Math.max(saved, heldAt);
  const until = now + COMPILED_MS;
  const isEndless = isRoundTheClock(schedule.slots);
  const from = Math.min(now - KEPT_MS, isEndless ? savedAt : Infinity);
  const spans = slotSpans(schedule, from, until)
    .filter(({ to }) => to > now - KEPT_MS)
    // Where there is no gap the next start might never come: it starts when it is saved.
    .map((span) => ({
      from: isEndless && isWithin([span], savedAt) ? savedAt : span.from,
      to: isEndless && span.to > until ? FOREVER : span.to,
    }));
  const { zone, rollCall } = schedule;
  const isAutomatic = rollCall === 'automatic';
  return { rev, savedAt, isAutomatic, zone, spans, until, ...lateness(saved, savedAt) };
}
