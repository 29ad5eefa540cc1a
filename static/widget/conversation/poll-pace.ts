import { CHAT_POLL_FAST_S, CHAT_POLL_SLOW_S } from '../../../src/domain/limits';
import type { Environment } from '../browser/environment';

/** The longest pause after failures, and the longest that an answer may ask for: seconds. */
const PAUSE_MAX_S = 120;

/**
 * Whatever `next` says, also nonsense: seconds between two polls. With the panel closed there is no hurry.
 * `slowdown`: by what factor to ask less often.
 */
export const pollInterval = (next: number, open: boolean, slowdown: number): number =>
  Math.min(Math.max(next || 0, open ? CHAT_POLL_FAST_S : CHAT_POLL_SLOW_S) * slowdown, PAUSE_MAX_S);

/** When something is tried again. */
export interface Pause {
  /** 0: at once. */
  due: number;
  /** No attempt before that, also where something has changed for the better since the last failure. */
  earliest: number;
  /** Attempts since the last that succeeded. */
  failures: number;
}

export const NO_PAUSE: Pause = { due: 0, earliest: 0, failures: 0 };

/**
 * The next attempt is after so many seconds, ±20 %. After failures the pause doubles and is spread upwards only, so that nobody
 * comes earlier than the server asked (`retryAfter`), also where the line is back.
 */
export function pauseFor(
  pause: Pause,
  { now, random }: Pick<Environment, 'now' | 'random'>,
  seconds: number,
  retryAfter = 0,
): void {
  const spread = 400 * random();
  const least = (longer: number): number => now() + Math.max(longer, retryAfter) * (1_000 + spread);
  pause.earliest = least(seconds);
  pause.due =
    pause.failures < 1
      ? now() + seconds * (800 + spread)
      : least(Math.min(seconds * 2 ** pause.failures, PAUSE_MAX_S));
}

/** Something has changed for the better: no longer pause than the server asked for. */
export const hurry = (pause: Pause): void => void (pause.due = Math.min(pause.due, pause.earliest));
