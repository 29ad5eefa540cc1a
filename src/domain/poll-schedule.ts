import { NEXT_POLL_MAX_S, NEXT_POLL_MIN_S, POLL_BACKOFF, POLL_PAUSE_MAX_S, STALE_MIN_S } from './limits';

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

/** Whatever `next` says, also nonsense: seconds from the contract's lower bound to `longest`. */
const intervalOf = (next: number, longest: number): number =>
  next > NEXT_POLL_MIN_S ? Math.min(next, longest) : NEXT_POLL_MIN_S;

/**
 * Milliseconds from the end of one poll to the start of the following one. Spread, so that pages that were
 * loaded together, or cut off together, do not come back together, and only upwards, so that nobody comes earlier than the
 * server asked: by 10 to 20 % (figure F7
 * needs the lower bound, R5 the upper one), after failures by up to 40 %.
 */
export function pollDelayMs({ next, failures, retryAfter = 0, random }: PollOutcome): number {
  const backoff = intervalOf(next, POLL_PAUSE_MAX_S) * Math.min(2 ** failures, POLL_BACKOFF);
  return (
    Math.min(Math.max(backoff, retryAfter), POLL_PAUSE_MAX_S) * (1_100 + (failures ? 300 : 100) * random)
  );
}

/** Milliseconds after which an answer is too old to be shown. */
export const staleAfterMs = (next: number): number =>
  Math.max(2 * intervalOf(next, NEXT_POLL_MAX_S), STALE_MIN_S) * 1_000;
