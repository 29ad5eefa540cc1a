import { characterCount } from '../../src/domain/character-count';
import { CLOSURE_AHEAD_MS, CLOSURE_MESSAGE_LENGTH } from '../../src/domain/clock/clock-limits';
import { plainLine } from '../../src/domain/plain-line';
import type { PlannedClosure } from '../../src/contract/clock';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Who closes until the next full hour means at least so long. */
const SHORTEST_FIRST_MS = 30 * 60_000;

/** A closure while it is typed: times as `datetime-local` fields have them, of the browser's wall clock. */
export interface ClosureEntry {
  starts: 'now' | 'later';
  from: string;
  until: string;
  message: string;
}

export type ClosureProblem = 'missing' | 'passed' | 'before-start' | 'too-far';

export interface ClosureProblems {
  from: ClosureProblem | null;
  until: ClosureProblem | null;
  /** Characters over the limit. */
  over: number;
}

/** What an empty form begins with: now, until a full hour. */
export function firstEntry(now: number): ClosureEntry {
  const until = Math.ceil((now + SHORTEST_FIRST_MS) / HOUR) * HOUR;
  return { starts: 'now', from: wallClock(until), until: wallClock(until), message: '' };
}

/** What the form begins with where times are proposed (ISO): whole minutes, with nothing of the times left out. */
export function proposedEntry({ from, until }: { from: string; until: string }, now: number): ClosureEntry {
  const begins = Date.parse(from);
  return {
    starts: begins <= now ? 'now' : 'later',
    from: wallClock(begins),
    until: wallClock(Math.ceil(Date.parse(until) / MINUTE) * MINUTE),
    message: '',
  };
}

/** A stored one; one that runs has begun, which cannot be changed. */
export const entryOf = ({ from, until, message }: PlannedClosure, now: number): ClosureEntry => ({
  starts: Date.parse(from) <= now ? 'now' : 'later',
  from: wallClock(Date.parse(from)),
  until: wallClock(Date.parse(until)),
  message,
});

/** With a beginning of its own; the end moves behind it. */
export function startingLater(entry: ClosureEntry): ClosureEntry {
  const from = momentOf(entry.from);
  const until = momentOf(entry.until);
  const isAfter = from !== null && until !== null && until > from;
  return {
    ...entry,
    starts: 'later',
    until: from === null || isAfter ? entry.until : wallClock(from + HOUR),
  };
}

/** What is wrong with it at `now`, by its fields. */
export function closureProblems(entry: ClosureEntry, now: number): ClosureProblems {
  const from = entry.starts === 'now' ? now : momentOf(entry.from);
  const until = momentOf(entry.until);
  return {
    from: from === null ? 'missing' : from < now - (now % 60_000) ? 'passed' : null,
    until: until === null ? 'missing' : endProblem(until, from ?? now, now),
    over: Math.max(0, characterCount(customersRead(entry.message)) - CLOSURE_MESSAGE_LENGTH),
  };
}

function endProblem(until: number, from: number, now: number): ClosureProblem | null {
  if (until <= now) return 'passed';
  if (until <= from) return 'before-start';
  return until - now > CLOSURE_AHEAD_MS ? 'too-far' : null;
}

/** What is stored of a sentence: one line of what can be seen. */
export const customersRead = (typed: string): string => plainLine(typed, typed.length);

/** Epoch ms of what a field shows; null: nothing, or no time. A time that clocks skip is as much later. */
export function momentOf(field: string): number | null {
  const at = field === '' ? NaN : new Date(field).getTime();
  return Number.isFinite(at) ? at : null;
}

/** What a field shows at a moment: minutes. */
export function wallClock(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
