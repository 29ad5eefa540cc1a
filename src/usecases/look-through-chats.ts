import type { ConversationPage, ListedConversation } from '../domain/conversation-listing';
import { CHATS_SEARCHED } from '../domain/inbox-limits';
import type { Ports } from '../ports';

interface Looking {
  projectId: string;
  /** Where the look before left off; null: it begins with the newest. */
  from: string | null;
  /** How many found chats end it. */
  enough: number;
  /** Which chats of a page are meant. */
  pick(chats: ListedConversation[]): ListedConversation[] | Promise<ListedConversation[]>;
}

/**
 * For what no index lists: a project's chats, newest first, page by page, until enough are found or `CHATS_SEARCHED` were
 * looked at. The cursor is where to go on; null: all were looked at.
 */
export async function lookThroughChats(
  { conversationIndex }: { conversationIndex: Pick<Ports['conversationIndex'], 'newest'> },
  { projectId, from, enough, pick }: Looking,
): Promise<ConversationPage> {
  const found: ListedConversation[] = [];
  let cursor = from;
  for (let looked = 0; looked < CHATS_SEARCHED && found.length < enough;) {
    const page = await conversationIndex.newest(projectId, cursor);
    found.push(...(await pick(page.conversations)));
    cursor = page.cursor;
    if (cursor === null) break;
    // Those that expired count as well: a page may hold nothing else.
    looked += Math.max(1, page.conversations.length);
  }
  return { conversations: found, cursor };
}
