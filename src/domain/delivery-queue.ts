import type { Conversation } from './conversation';
import { isLookedAtLater } from './delivery-doubt';

/**
 * How often jobs are queued that deliver what was said in a chat: one is on its way at a time, and takes all that waits
 * when it begins; and of one chat only a few a minute are queued at once. So no chat takes the queue away from others.
 */

/** Milliseconds after which a job that was queued and has not begun counts as lost. */
export const JOB_LOST_MS = 2 * 60_000;

/** An attempt that is not older may still be going on; milliseconds. */
export const ATTEMPT_MS = 60_000;

const MINUTE_MS = 60_000;

/** Seconds by which the first, second, … job of a minute is put off; further ones as the last. */
const DELAYS_S = [0, 0, 0, 5, 10, 20] as const;

export const isAttemptFresh = ({ attempt }: { attempt: { at: number } | null }, now: number): boolean =>
  attempt !== null && now - attempt.at < ATTEMPT_MS;

/** A job will come that delivers whatever waits in this chat. */
export function isDeliveryUnderWay(
  { pending, queued }: Pick<Conversation, 'pending' | 'queued'>,
  now: number,
): boolean {
  const [first] = pending;
  if (queued !== undefined && now - queued.at < JOB_LOST_MS) return true;
  return first !== undefined && (isAttemptFresh(first, now) || isLookedAtLater(first, now));
}

/** A job is to be queued because of message `n`. */
export function withQueued(conversation: Conversation, n: number, now: number): Conversation {
  if (conversation.held || isDeliveryUnderWay(conversation, now)) return conversation;
  const { queuedAt = [] } = conversation;
  return {
    ...conversation,
    queued: { at: now, n },
    queuedAt: [...queuedAt, now].slice(-DELAYS_S.length),
  };
}

/** Seconds by which a job that is queued now is put off. */
export function queueDelayS({ queuedAt = [] }: Pick<Conversation, 'queuedAt'>, now: number): number {
  const lately = queuedAt.filter((at) => now - at < MINUTE_MS).length;
  return DELAYS_S[Math.min(Math.max(lately, 1), DELAYS_S.length) - 1] ?? 0;
}

/** A job has begun: what is said from now on is not known to it for sure. */
export function withoutQueued({ queued: _begun, ...conversation }: Conversation): Conversation {
  return conversation;
}

/** When the first waiting message can be delivered, epoch ms; null: nothing waits. */
export function deliverableAt({ pending: [first] }: Pick<Conversation, 'pending'>): number | null {
  if (!first) return null;
  const { attempt, doubt } = first;
  return Math.max(attempt === null ? 0 : attempt.at + ATTEMPT_MS, doubt?.lookAt ?? 0);
}
