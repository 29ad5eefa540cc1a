import { portalAccount, type Conversation } from '../domain/conversation';
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

/** An account leads to its chat no more. Unless it has another chat by now. */
export async function forgetOwner(
  { conversationIndex }: Pick<Needs, 'conversationIndex'>,
  conversation: Conversation,
): Promise<void> {
  const { id, projectId } = conversation;
  const account = portalAccount(conversation);
  if (account === null || (await conversationIndex.ofAccount(projectId, account)) !== id) return;
  await conversationIndex.forgetAccount(projectId, account);
}
