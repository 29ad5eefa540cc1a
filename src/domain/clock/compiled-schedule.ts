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
  /** Or when chat was switched since. A slot that began before brings nobody online: saving a schedule starts nobody. */
  savedAt: number;
  isAutomatic: boolean;
  /** IANA: whose calendar "not today" means. */
  zone: string;
  /** Ascending, apart from each other. */
  spans: Span[];
  /** Nothing is known from here on. */
  until: number;
}

/** As it would be if it was saved at that moment: it holds from its next start, which round the clock is that moment. */
export function heldFrom(schedule: CompiledSchedule, now: number): CompiledSchedule {
  const isEndless = schedule.spans.some(({ to }) => to === FOREVER);
  const savedAt = Math.max(now, schedule.savedAt);
  const spans = schedule.spans.map((span) =>
    isEndless && isWithin([span], savedAt) ? { ...span, from: savedAt } : span,
  );
  return { ...schedule, savedAt, spans };
}

/** The zone's rules of today are in it: compiled again and again, it follows them (rule H1). */
export function compileSchedule(
  schedule: Schedule,
  { rev, savedAt, now }: { rev: number; savedAt: number; now: number },
): CompiledSchedule {
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
  return { rev, savedAt, isAutomatic: rollCall === 'automatic', zone, spans, until };
}
