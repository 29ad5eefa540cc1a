import type { CustomerKnown, EarlierChat } from '../contract/customer';
import { isUnanswered, ownerOf, portalAccount, type Conversation } from '../domain/conversation';
import type { ListedConversation } from '../domain/conversation-listing';
import { succeed, type Result } from '../domain/errors';
import { EARLIER_CHATS } from '../domain/inbox-limits';
import type { Actor, Ports } from '../ports';
import { forAgent, type ForAgentNeeds } from './agent-conversation';
import { lookThroughChats } from './look-through-chats';
import { FOR_SHOW } from './standing';

type Needs = ForAgentNeeds &
  Pick<Ports, 'clock' | 'siteUrl'> & { conversationIndex: Pick<Ports['conversationIndex'], 'newest'> };

/**
 * What else is known of a chat's customer (rule D9), for an agent who has it open. Who it is, an account of the portal or the
 * web site's signature says (rule T1): what was typed never leads to somebody's chats, nor does what an agent vouched for
 * later, who had only that to go by.
 */
export async function getCustomer(
  ports: Needs,
  actor: Actor,
  { conversationId }: { conversationId: string },
): Promise<Result<CustomerKnown>> {
  const found = await forAgent(ports, actor, conversationId, FOR_SHOW);
  if (!found.ok) return found;
  const conversation = found.value;
  const owner = ownerOf(conversation);
  const [siteUrl, { earlier, isMore, isPart }] = await Promise.all([
    ports.siteUrl(),
    owner === null
      ? { earlier: null, isMore: false, isPart: false }
      : earlierChats(ports, conversation, owner),
  ]);
  return succeed({
    now: new Date(ports.clock.now()).toISOString(),
    earlier: earlier && earlier.map(earlierChat),
    isMore,
    isPart,
    requestsUrl: requestsUrl(siteUrl, conversation),
  });
}

/** Nothing lists chats by whose they are: the newest of the project are looked through, as a search does. */
async function earlierChats(
  ports: Needs,
  { id, projectId, createdAt }: Conversation,
  owner: string,
): Promise<{ earlier: ListedConversation[]; isMore: boolean; isPart: boolean }> {
  const { conversations: found, cursor } = await lookThroughChats(ports, {
    projectId,
    from: null,
    // One more says that there are more.
    enough: EARLIER_CHATS + 1,
    pick: (chats) =>
      chats.filter((chat) => chat.id !== id && chat.createdAt <= createdAt && ownerOf(chat) === owner),
  });
  const isMore = found.length > EARLIER_CHATS;
  return { earlier: found.slice(0, EARLIER_CHATS), isMore, isPart: !isMore && cursor !== null };
}

function earlierChat(chat: ListedConversation): EarlierChat {
  const { id, firstLine, last, issue, status, failure, held } = chat;
  return {
    conversationId: id,
    firstLine,
    lastAt: new Date(last.at).toISOString(),
    issueKey: issue?.key ?? null,
    status,
    unanswered: isUnanswered(chat),
    failure,
    ...(held && { held: new Date(held.since).toISOString() }),
  };
}

/** Requests of the portal's customers are raised for their accounts. */
function requestsUrl(siteUrl: string | null, conversation: Conversation): string | null {
  const account = portalAccount(conversation);
  if (siteUrl === null || account === null) return null;
  const jql = `project = ${conversation.projectId} AND reporter = "${account}" ORDER BY created DESC`;
  return `${siteUrl}/issues/?jql=${encodeURIComponent(jql)}`;
}
