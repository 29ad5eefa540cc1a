import { CHAT_POLL_FAST_S, CHAT_POLL_SLOW_S } from '../../../src/domain/limits';

/** The longest pause after failures, and the longest that an answer may ask for: seconds. */
const PAUSE_MAX_S = 120;

/**
 * Whatever `next` says, also nonsense: seconds between two polls. With the panel closed there is no hurry.
 * `slowdown`: by what factor to ask less often.
 */
export const pollInterval = (next: number, open: boolean, slowdown: number): number =>
  Math.min(Math.max(next || 0, open ? CHAT_POLL_FAST_S : CHAT_POLL_SLOW_S) * slowdown, PAUSE_MAX_S);

/**
 * Milliseconds until the next attempt: ±20 %; after failures the pause doubles and is spread upwards only, so that
 * nobody comes earlier than the server asked.
 */
export function pauseMs(seconds: number, failures: number, retryAfter: number, random: number): number {
  if (failures < 1) return seconds * (800 + 400 * random);
  const longer = Math.min(seconds * 2 ** failures, PAUSE_MAX_S);
  return leastPauseMs(longer, retryAfter, random);
}

/** Milliseconds after a failure before which nothing is tried again, also where the line is back: what the server asked, or one step. */
export const leastPauseMs = (seconds: number, retryAfter: number, random: number): number =>
  Math.max(seconds, retryAfter) * (1_000 + 400 * random);
