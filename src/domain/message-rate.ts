import type { Conversation } from './conversation';
import { MESSAGES_PER_MINUTE } from './limits';

/** What the visitor sent within a minute with this one, or after how many seconds it may be sent. */
export function rateOf(
  conversation: Pick<Conversation, 'sentAt'>,
  now: number,
): { sentAt: number[] } | { retryAfterS: number } {
  const sentAt = conversation.sentAt.filter((at) => now - at < 60_000);
  if (sentAt.length < MESSAGES_PER_MINUTE) return { sentAt: [...sentAt, now] };
  return { retryAfterS: Math.max(1, Math.ceil(((sentAt[0] ?? now) + 60_000 - now) / 1_000)) };
}
