import { ownerOf, type Conversation } from '../domain/conversation';
import { withoutWords } from '../domain/conversation-erasure';
import { EVENTS_ERASED_PER_JOB } from '../domain/limits';
import type { Ports } from '../ports';
import { changeExisting, type ConversationNeeds } from './change-conversation';

type Needs = ConversationNeeds &
  Pick<Ports, 'jobs'> & {
    conversations: Pick<Ports['conversations'], 'eraseWords'>;
    conversationIndex: Pick<Ports['conversationIndex'], 'ofAccount' | 'forgetAccount'>;
  };

/**
 * Jira has the request no more: nothing that was said in its chat is kept, nor who said it (rule T8). What stays is that
 * there was one, so that the visitor's page can say that it has ended. Of a long chat, another job goes on from event
 * `from`. Idempotent.
 */
export async function eraseChat(ports: Needs, conversationId: string, from = 1): Promise<void> {
  const conversation = await ports.conversations.read(conversationId);
  if (!conversation) return;
  if (from === 1) {
    // While the conversation still says whose it was.
    await forgetOwner(ports, conversation);
    await changeExisting(ports, conversationId, withoutWords);
  }
  const to = from + EVENTS_ERASED_PER_JOB - 1;
  await ports.conversations.eraseWords(conversationId, from, Math.min(to, conversation.n));
  if (to < conversation.n) await ports.jobs.push({ kind: 'erase-chat', conversationId, from: to + 1 });
}

/** An account leads to its chat no more. Unless it has another chat by now. */
export async function forgetOwner(
  { conversationIndex }: Pick<Needs, 'conversationIndex'>,
  conversation: Conversation,
): Promise<void> {
  const { id, projectId } = conversation;
  const owner = ownerOf(conversation);
  if (owner === null || (await conversationIndex.ofAccount(projectId, owner)) !== id) return;
  await conversationIndex.forgetAccount(projectId, owner);
}
