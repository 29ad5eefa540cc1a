import { withoutWords } from '../domain/conversation-erasure';
import type { Ports } from '../ports';
import { changeExisting, type ConversationNeeds } from './change-conversation';

/**
 * Jira has the request no more: nothing that was said in its chat is kept, nor who said it (rule T8). What stays is that
 * there was one, so that the visitor's page can say that it has ended. Idempotent.
 */
export async function eraseChat(
  ports: ConversationNeeds & { conversations: Pick<Ports['conversations'], 'eraseWords'> },
  conversationId: string,
): Promise<void> {
  const erased = await changeExisting(ports, conversationId, withoutWords);
  if (erased) await ports.conversations.eraseWords(conversationId);
}
