import { NEXT_POLL_MAX_S, NEXT_POLL_MIN_S, POLL_BACKOFF, POLL_PAUSE_MAX_S, STALE_MIN_S } from './limits';

/** Whatever `next` says, also nonsense: seconds from the contract's lower bound on. */
const intervalOf = (next: number): number => (next > NEXT_POLL_MIN_S ? next : NEXT_POLL_MIN_S);

/**
 * Milliseconds from the end of one poll to the start of the following one. Spread, so that pages that were
 * loaded together, or cut off together, do not come back together, and only upwards, so that nobody comes earlier than the
 * server asked: by 10 to 20 % (figure F7
 * needs the lower bound, R5 the upper one), after failures by up to 40 %.
 */
export const pollDelayMs = (
  /** 0 ≤ random < 1. */
  random: number,
  /** Attempts that failed since the last answer. */
  polls: { failures: number },
  /** Seconds, as the last answer asked for. */
  next: number,
  /** Seconds, from the last failure's `Retry-After`; 0 when not said. */
  retryAfter: number,
): number =>
  (random * (polls.failures ? 300 : 100) + 1_100) *
  Math.min(
    Math.max(intervalOf(next) * Math.min(2 ** polls.failures, POLL_BACKOFF), retryAfter),
    POLL_PAUSE_MAX_S,
  );

/** Milliseconds after which an answer is too old to be shown. */
export const staleAfterMs = (next: number): number =>
  Math.max(2 * Math.min(intervalOf(next), NEXT_POLL_MAX_S), STALE_MIN_S) * 1_000;
