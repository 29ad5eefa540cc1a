import type { PersonChat } from '../contract/personal-data';
import type { ConversationEvent } from '../domain/conversation';
import type { ListedConversation } from '../domain/conversation-listing';
import { isChatOf, messagesOf, type Whom } from '../domain/personal-data';
import type { Ports } from '../ports';

export type SearchNeeds = {
  conversations: Pick<Ports['conversations'], 'events'>;
  conversationIndex: Pick<Ports['conversationIndex'], 'pass'>;
};

export interface FoundChat {
  conversation: ListedConversation;
  own: boolean;
  /** All of its own chat, or those of somebody else's that are the person's. */
  messages: ConversationEvent[];
}

/**
 * The chats of a person on one page of a project's. An account may have written in somebody else's chat: nothing but what
 * was said there tells, so that all of it is read.
 */
export async function chatsOfPerson(
  { conversations, conversationIndex }: SearchNeeds,
  projectId: string,
  whom: Whom,
  from: string | null,
): Promise<{ looked: number; found: FoundChat[]; cursor: string | null }> {
  const page = await conversationIndex.pass(projectId, from);
  const found: FoundChat[] = [];
  for (const conversation of page.conversations) {
    const own = isChatOf(conversation, whom);
    if (!own && 'email' in whom) continue;
    const events = await conversations.events(conversation.id, 1, conversation.n);
    const messages = own ? saidIn(events) : 'accountId' in whom ? messagesOf(events, whom.accountId) : [];
    if (own || messages.length > 0) found.push({ conversation, own, messages });
  }
  return { looked: page.conversations.length, found, cursor: page.cursor };
}

const saidIn = (events: ConversationEvent[]): ConversationEvent[] =>
  events.filter((event) => event.kind === 'message' && !event.gone);

export function personChat({ conversation, own, messages }: FoundChat, siteUrl: string | null): PersonChat {
  const { id, createdAt, last, issue } = conversation;
  return {
    conversationId: id,
    startedAt: new Date(createdAt).toISOString(),
    lastAt: new Date(last.at).toISOString(),
    own,
    messages: messages.length,
    issueKey: issue?.key ?? null,
    issueUrl: issue && siteUrl && `${siteUrl}/browse/${issue.key}`,
    waiting: own ? conversation.waiting : 0,
  };
}
