import { customerName, isUnanswered, portalAccount } from '../domain/conversation';
import type { ListedConversation } from '../domain/conversation-listing';
import { WAITING_CHATS, WAITING_CHAT_PAGES, WAITING_CHAT_PROJECTS } from '../domain/inbox-limits';
import type { Person } from '../domain/person';
import { waitingSinceOf } from '../domain/waiting';
import type { OwnWaitingChats } from '../contract/panel';
import { PlatformFault, type Ports } from '../ports';

export type WaitingNeeds = Pick<Ports, 'report'> & {
  conversations: Pick<Ports['conversations'], 'readMany'>;
  conversationIndex: Pick<Ports['conversationIndex'], 'page'>;
  desks: Pick<Ports['desks'], 'readMany'>;
  jira: Pick<Ports['jira'], 'people'>;
};

/**
 * Which chats of this person wait for a reply (rule S11), by project; projects in which none does are left out. It is
 * told beside something else, which a fault here must not hold up: then it is left out, too.
 */
export async function waitingChats(
  ports: WaitingNeeds,
  accountId: string,
  projectIds: string[],
): Promise<OwnWaitingChats[]> {
  try {
    const asked = projectIds.slice(0, WAITING_CHAT_PROJECTS);
    const found = await Promise.all(asked.map((projectId) => waitingIn(ports, accountId, projectId)));
    const waiting = found.filter(({ chats }) => chats.length > 0);
    if (waiting.length === 0) return [];
    const shown = waiting.flatMap(({ chats }) => chats.slice(0, WAITING_CHATS));
    const accounts = shown.map(portalAccount).filter((id) => id !== null);
    const [people, desks] = await Promise.all([
      accounts.length > 0 ? ports.jira.people([...new Set(accounts)]) : new Map<string, Person>(),
      ports.desks.readMany(waiting.map(({ projectId }) => projectId)),
    ]);
    return waiting.map(({ projectId, chats, isMore }) => ({
      projectId,
      count: chats.length,
      ...(isMore && { isMore }),
      anonymousName: desks.get(projectId)?.settings.anonymousName ?? '',
      chats: chats.slice(0, WAITING_CHATS).map((chat) => ({
        conversationId: chat.id,
        projectId,
        issueKey: chat.issue?.key ?? null,
        customer: customerName(chat, people),
        waitingSince: new Date(waitingSinceOf(chat)).toISOString(),
      })),
    }));
  } catch (fault) {
    if (!(fault instanceof PlatformFault)) throw fault;
    ports.report.failure('Nobody could say which chats of an agent wait', fault);
    return [];
  }
}

/** The longest wait first. Lists only say where to look: one that was answered a moment ago waits no more. */
async function waitingIn(
  { conversationIndex, conversations }: WaitingNeeds,
  accountId: string,
  projectId: string,
): Promise<{ projectId: string; chats: ListedConversation[]; isMore: boolean }> {
  const listed: ListedConversation[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < WAITING_CHAT_PAGES; pages++) {
    const page = await conversationIndex.page(projectId, { assignedTo: accountId }, cursor);
    listed.push(...page.conversations.filter(isUnanswered));
    cursor = page.cursor;
    if (cursor === null) break;
  }
  const current =
    listed.length > 0
      ? await conversations.readMany(listed.map(({ id }) => id))
      : new Map<string, ListedConversation>();
  const chats = [...current.values()]
    .filter((chat) => isUnanswered(chat) && chat.assignee === accountId)
    .sort((a, b) => waitingSinceOf(a) - waitingSinceOf(b));
  return { projectId, chats, isMore: cursor !== null };
}
