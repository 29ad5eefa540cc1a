import { isUnanswered } from '../domain/conversation';
import type { ListedConversation } from '../domain/conversation-listing';
import { waitingSinceOf } from '../domain/waiting';
import type { Ports } from '../ports';

export interface UnansweredNeeds {
  conversations: Pick<Ports['conversations'], 'readMany'>;
  conversationIndex: Pick<Ports['conversationIndex'], 'counted'>;
}

export interface Unanswered {
  /** The longest wait first. */
  chats: ListedConversation[];
  isMore: boolean;
}

/**
 * Who waits for a reply, by project. Lists may be some moments old and only say where to look: what is told comes from the
 * chats as they are. `beside`: chats that are wanted as they are, too, and cost no read of their own.
 */
export async function unansweredIn(
  { conversations, conversationIndex }: UnansweredNeeds,
  projectIds: string[],
  beside: string[] = [],
): Promise<{ waiting: Map<string, Unanswered>; current: Map<string, ListedConversation> }> {
  const lists = await Promise.all(
    projectIds.map(async (id) => ({ id, ...(await conversationIndex.counted(id, 'unanswered')) })),
  );
  const listed = lists.flatMap((list) => list.conversations.map(({ id }) => id));
  const ids = [...new Set([...listed, ...beside])];
  const current = ids.length > 0 ? await conversations.readMany(ids) : new Map<string, never>();
  const waiting = lists.map(({ id, conversations: found, isMore }): [string, Unanswered] => {
    const chats = found.flatMap((each) => current.get(each.id) ?? []).filter(isUnanswered);
    return [id, { chats: chats.sort((a, b) => waitingSinceOf(a) - waitingSinceOf(b)), isMore }];
  });
  return { waiting: new Map(waiting), current };
}
