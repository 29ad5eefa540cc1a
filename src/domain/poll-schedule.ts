import { NEXT_POLL_MAX_S, NEXT_POLL_MIN_S } from './limits';

/** The longest pause after failures, seconds; longer only where a quarter of the normal rate asks for it. */
export const BACKOFF_MAX_S = 600;

/** The longest `Retry-After` that is obeyed: a broken proxy must not silence a page for days. */
export const RETRY_AFTER_MAX_S = 3_600;

/** An answer older than two intervals, and than this many seconds, says nothing any more (rule C8). */
export const STALE_MIN_S = 120;

export interface PollOutcome {
  /** Seconds, as the last answer asked for. */
  next: number;
  /** Attempts that failed since the last answer. */
  failures: number;
  /** Was the last failure a 429? */
  throttled?: boolean;
  /** Seconds, from the last failure's `Retry-After`. */
  retryAfter?: number | null;
  /** 0 ≤ random < 1. */
  random: number;
}

/** Whatever `next` says, also nonsense: seconds within the contract's bounds. */
const intervalOf = (next: number): number =>
  next > NEXT_POLL_MIN_S ? Math.min(next, NEXT_POLL_MAX_S) : NEXT_POLL_MIN_S;

/**
 * Milliseconds from the end of one poll to the start of the following one. Spread, so that pages that were
 * loaded together, or cut off together, do not come back together: by ±20 %, after failures by up to 40 % more. A 429 starts the back-off one step
 * further, so that a storm never costs more than a quarter of the normal rate (figure F7).
 */
export function pollDelayMs({ next, failures, throttled, retryAfter, random }: PollOutcome): number {
  const interval = intervalOf(next);
  if (failures < 1) return interval * (800 + 400 * random);
  const longest = Math.max(BACKOFF_MAX_S, 4 * interval);
  const backoff = Math.min(longest, interval * 2 ** (failures + (throttled ? 1 : 0)));
  // Spread upwards only: never earlier than the server asked.
  return Math.max(backoff, Math.min(retryAfter ?? 0, RETRY_AFTER_MAX_S)) * (1_000 + 400 * random);
}

/** Milliseconds after which an answer is too old to be shown. */
export const staleAfterMs = (next: number): number => Math.max(2 * intervalOf(next), STALE_MIN_S) * 1_000;
