import { isUnanswered } from '../domain/conversation';
import type { ConversationList, ListedConversation } from '../domain/conversation-listing';
import { succeed, type Result } from '../domain/errors';
import type { ChatCount, InboxCounts } from '../contract/inbox';
import type { Actor, Ports } from '../ports';
import { agentsOnly, projectRoles } from './standing';

type Needs = Pick<Ports, 'jira' | 'clock'> & {
  conversationIndex: Pick<Ports['conversationIndex'], 'counted'>;
};

type Counts = InboxCounts['counts'];

/**
 * How many chats each filter of the inbox has: one query where all that are open can be counted at once, else four.
 * Lists may be some moments old.
 */
export async function countChats(
  ports: Needs,
  actor: Actor,
  { projectId }: { projectId: string },
): Promise<Result<InboxCounts>> {
  const found = agentsOnly(await projectRoles(ports, actor, projectId), projectId);
  if (!found.ok) return found;
  const open = await ports.conversationIndex.counted(projectId, 'open');
  const counts = open.isMore
    ? await countApart(ports, actor.accountId, projectId, { count: open.conversations.length, isMore: true })
    : countTogether(open.conversations, actor.accountId);
  return succeed({ now: new Date(ports.clock.now()).toISOString(), counts });
}

function countTogether(open: ListedConversation[], accountId: string): Counts {
  const countOf = (isOf: (chat: ListedConversation) => boolean): ChatCount => ({
    count: open.filter(isOf).length,
    isMore: false,
  });
  return {
    unanswered: countOf(isUnanswered),
    mine: countOf(({ assignee, assigneeLeft }) => assignee === accountId && !assigneeLeft),
    unassigned: countOf(({ assignee, assigneeLeft }) => assignee === null || assigneeLeft === true),
    unresolved: countOf(() => true),
  };
}

async function countApart(
  { conversationIndex }: Needs,
  accountId: string,
  projectId: string,
  unresolved: ChatCount,
): Promise<Counts> {
  const countOf = async (list: ConversationList): Promise<ChatCount> => {
    const { conversations, isMore } = await conversationIndex.counted(projectId, list);
    return { count: conversations.length, isMore };
  };
  const [unanswered, mine, unassigned] = await Promise.all([
    countOf('unanswered'),
    countOf({ assignedTo: accountId }),
    countOf('unassigned'),
  ]);
  return { unanswered, mine, unassigned, unresolved };
}
