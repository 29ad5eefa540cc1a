import { ownerOf, type Conversation } from '../domain/conversation';
import { withoutWords } from '../domain/conversation-erasure';
import type { Ports } from '../ports';
import { changeExisting, type ConversationNeeds } from './change-conversation';

type Needs = ConversationNeeds & {
  conversations: Pick<Ports['conversations'], 'eraseWords'>;
  conversationIndex: Pick<Ports['conversationIndex'], 'ofAccount' | 'forgetAccount'>;
};

/**
 * Jira has the request no more: nothing that was said in its chat is kept, nor who said it (rule T8). What stays is that
 * there was one, so that the visitor's page can say that it has ended. Idempotent.
 */
export async function eraseChat(ports: Needs, conversationId: string): Promise<void> {
  const conversation = await ports.conversations.read(conversationId);
  if (!conversation) return;
  // While the conversation still says whose it was.
  await forgetOwner(ports, conversation);
  await changeExisting(ports, conversationId, withoutWords);
  await ports.conversations.eraseWords(conversationId);
}

/** Unless they have another chat by now. */
async function forgetOwner({ conversationIndex }: Needs, conversation: Conversation): Promise<void> {
  const { id, projectId } = conversation;
  const owner = ownerOf(conversation);
  if (owner === null || (await conversationIndex.ofAccount(projectId, owner)) !== id) return;
  await conversationIndex.forgetAccount(projectId, owner);
}
