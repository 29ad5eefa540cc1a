import { isFoundBy, keyIn, wordsOf } from '../domain/chat-search';
import { portalAccount } from '../domain/conversation';
import type { ConversationPage, ListedConversation } from '../domain/conversation-listing';
import { succeed, type Result } from '../domain/errors';
import { INBOX_PAGE } from '../domain/inbox-limits';
import type { InboxPage } from '../contract/inbox';
import { JiraRefused, type Actor, type Ports } from '../ports';
import { inboxRows } from './inbox-rows';
import { lookThroughChats } from './look-through-chats';
import { agentsOnly, projectRoles } from './standing';

type Needs = Pick<Ports, 'visits' | 'jira' | 'clock' | 'siteUrl' | 'report'> & {
  conversations: Pick<Ports['conversations'], 'readMany'>;
  conversationIndex: Pick<Ports['conversationIndex'], 'newest' | 'ofIssue'>;
  serviceDesk: Pick<Ports['serviceDesk'], 'search'>;
  desks: Pick<Ports['desks'], 'read'>;
};

interface Search {
  projectId: string;
  query: string;
  /** Where the search before left off; absent: it begins. */
  cursor?: string | undefined;
}

/**
 * Chats in any state (rule D2): by what lists know of them, newest first and so many at a time, and by what Jira's search
 * finds in their requests, of any age.
 */
export async function searchChats(
  ports: Needs,
  actor: Actor,
  { projectId, query, cursor }: Search,
): Promise<Result<InboxPage>> {
  const roles = agentsOnly(await projectRoles(ports, actor, projectId), projectId);
  if (!roles.ok) return roles;
  const [looked, known] = await Promise.all([
    lookThrough(ports, projectId, query, cursor ?? null),
    cursor === undefined ? foundInJira(ports, projectId, query) : [],
  ]);
  const found = new Map([...known, ...looked.conversations].map((chat) => [chat.id, chat] as const));
  const chats = [...found.values()].sort((a, b) => b.last.at - a.last.at);
  return succeed({
    now: new Date(ports.clock.now()).toISOString(),
    project: roles.value.project,
    anonymousName: (await ports.desks.read(projectId))?.settings.anonymousName ?? '',
    rows: await inboxRows(ports, chats),
    cursor: looked.cursor,
  });
}

function lookThrough(
  ports: Needs,
  projectId: string,
  query: string,
  from: string | null,
): Promise<ConversationPage> {
  return lookThroughChats(ports, {
    projectId,
    from,
    enough: INBOX_PAGE,
    async pick(chats) {
      const accounts = chats.flatMap((chat) => portalAccount(chat) ?? []);
      const people =
        accounts.length > 0 ? await ports.jira.people([...new Set(accounts)]) : new Map<string, never>();
      return chats.filter((chat) => isFoundBy(query, chat, people));
    },
  });
}

/** What Jira does not say at the moment is left out: the chats themselves are searched all the same. */
async function foundInJira(
  { serviceDesk, conversationIndex, conversations, report }: Needs,
  projectId: string,
  query: string,
): Promise<ListedConversation[]> {
  const about = { key: keyIn(query), words: wordsOf(query) };
  if (about.key === null && about.words.length === 0) return [];
  try {
    const requests = await serviceDesk.search(projectId, about);
    const ids = await Promise.all(requests.map(({ id }) => conversationIndex.ofIssue(id)));
    const chats = await conversations.readMany(ids.filter((id) => id !== null));
    return [...chats.values()].filter((chat) => chat.projectId === projectId);
  } catch (fault) {
    // Refused: there is no such request, or none that this agent may see.
    if (!(fault instanceof JiraRefused)) report.failure('Jira could not be searched for chats', fault);
    return [];
  }
}
