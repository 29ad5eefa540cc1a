import type { Pulse } from './pulse';
import { CHAT_POLL_FAST_S, CHAT_POLL_SLOW_S } from './limits';

/** Seconds at most between polls of somebody who waits for an answer, in the first two minutes. */
const WAITING_S = 8;

/**
 * Seconds until a visitor's page is to ask again: soon while an answer is being written, or is likely; the less often
 * the longer nothing was said. Who spoke last counts: whoever has just been answered reads and writes first.
 */
export function conversationPace(pulse: Pulse, now: number): number {
  const { ended, typingUntil, lastFrom, lastAt } = pulse;
  if (!ended && now < typingUntil) return CHAT_POLL_FAST_S;
  const silence = Math.max(0, now - lastAt) / 1_000;
  const pace =
    lastFrom === 'visitor' ? Math.max(Math.min(silence / 4, WAITING_S), silence / 15) : silence / 4;
  return Math.round(Math.min(CHAT_POLL_SLOW_S, Math.max(CHAT_POLL_FAST_S + 1, pace)));
}
