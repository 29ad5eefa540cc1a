import { NEXT_POLL_MAX_S, NEXT_POLL_MIN_S } from './limits';

/** After failures the pause doubles up to so many intervals. */
const BACKOFF_MOST = 10;

/** The longest pause, seconds, whatever `Retry-After` says: a broken proxy must not silence a page for days. */
const PAUSE_MAX_S = 3_600;

/** An answer older than two intervals, and than so many seconds, says nothing any more (rule C8). */
const STALE_MIN_S = 120;

export interface PollOutcome {
  /** Seconds, as the last answer asked for. */
  next: number;
  /** Attempts that failed since the last answer. */
  failures: number;
  /** Seconds, from the last failure's `Retry-After`; 0 when not said. */
  retryAfter?: number;
  /** 0 ≤ random < 1. */
  random: number;
}

/** Whatever `next` says, also nonsense: seconds within the contract's bounds. */
const intervalOf = (next: number): number =>
  next > NEXT_POLL_MIN_S ? Math.min(next, NEXT_POLL_MAX_S) : NEXT_POLL_MIN_S;

/**
 * Milliseconds from the end of one poll to the start of the following one. Spread, so that pages that were
 * loaded together, or cut off together, do not come back together: by ±20 %; after failures only upwards, by up to
 * 40 %, so that nobody comes earlier than the server asked.
 */
export function pollDelayMs({ next, failures, retryAfter = 0, random }: PollOutcome): number {
  const interval = intervalOf(next);
  if (failures < 1) return interval * (800 + 400 * random);
  const backoff = interval * Math.min(2 ** failures, BACKOFF_MOST);
  return Math.min(Math.max(backoff, retryAfter), PAUSE_MAX_S) * (1_000 + 400 * random);
}

/** Milliseconds after which an answer is too old to be shown. */
export const staleAfterMs = (next: number): number => Math.max(2 * intervalOf(next), STALE_MIN_S) * 1_000;
