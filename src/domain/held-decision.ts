import type { Conversation } from './conversation';
import { changed, unchanged, type NewEvent, type Step } from './conversation-transitions';
import { withQueued } from './delivery-queue';

/** What an agent decided about chats that are held back (rule T6). It is done when it cannot be undone any more. */
export interface HeldDecision {
  which: { conversationIds: string[] } | { from: number; to: number };
  decision: 'release' | 'reject';
  /** The agent's account. */
  by: string;
  /** Epoch milliseconds, as `from` and `to`. */
  at: number;
  state: 'waiting' | 'undone' | 'done';
}

/** The chat goes to Jira as any other; to agents it is new now. */
export function release(conversation: Conversation, now: number): Step {
  if (!conversation.held) return unchanged(conversation);
  const { held: _before, ...rest } = conversation;
  const released = { ...rest, last: { ...rest.last, heardAt: now } };
  const [first] = conversation.pending;
  return changed(first ? withQueued(released, first.n, now) : released);
}

/** Nothing of it ever reaches Jira, and its visitor is told so. */
export function reject(conversation: Conversation, now: number): Step {
  if (!conversation.held) return unchanged(conversation);
  const { held: _before, ...rest } = conversation;
  const failed = conversation.pending.map(({ n }): NewEvent => ({
    at: now,
    kind: 'failed',
    of: n,
    reason: 'refused',
  }));
  const told = [...(rest.failed ?? []), ...conversation.pending.map(({ n }) => n)];
  return changed(
    {
      ...rest,
      ...(rest.failed && { failed: told }),
      pending: [],
      failure: 'refused',
      ended: true,
      endedAt: now,
      rejectedAt: now,
    },
    ...failed,
    { at: now, kind: 'ended', reason: 'refused' },
  );
}
