import type { ConversationList, ConversationPage, InboxFilter } from '../domain/conversation-listing';
import { succeed, type Result } from '../domain/errors';
import { HERE_MS } from '../domain/limits';
import type { InboxPage } from '../contract/inbox';
import type { Actor, Ports } from '../ports';
import { heldIn } from './held-in';
import { inboxRows } from './inbox-rows';
import { agentsOnly, projectRoles } from './standing';

type Needs = Pick<Ports, 'visits' | 'jira' | 'clock' | 'siteUrl'> & {
  conversations: Pick<Ports['conversations'], 'readMany'>;
  conversationIndex: Pick<Ports['conversationIndex'], 'page' | 'heldSince'>;
  desks: Pick<Ports['desks'], 'read'>;
};

/** A page of a list may be empty and not the last: what expired is found for a while. Look further, not for ever. */
const PAGES_PER_CALL = 4;

/** The chats of a project that pass the filter, last message first. */
export async function listConversations(
  ports: Needs,
  actor: Actor,
  { projectId, filter, cursor }: { projectId: string; filter: InboxFilter; cursor?: string | undefined },
): Promise<Result<InboxPage>> {
  const found = agentsOnly(await projectRoles(ports, actor, projectId), projectId);
  if (!found.ok) return found;
  const list = listOf(filter, actor.accountId);
  let page: ConversationPage = { conversations: [], cursor: cursor ?? null };
  for (let pages = 0; pages < PAGES_PER_CALL; pages++) {
    page = list
      ? await ports.conversationIndex.page(projectId, list, page.cursor)
      : await pageOfHere(ports, projectId, page.cursor);
    if (page.cursor === null || page.conversations.length > 0) break;
  }
  const held = cursor === undefined ? await heldIn(ports, projectId) : null;
  return succeed({
    now: new Date(ports.clock.now()).toISOString(),
    project: found.value.project,
    anonymousName: (await ports.desks.read(projectId))?.settings.anonymousName ?? '',
    rows: await inboxRows(ports, page.conversations),
    cursor: page.cursor,
    ...(held && { held: { count: held.count, isMore: held.isMore } }),
  });
}

/** Null: not a list of conversations, but one of who is here. */
function listOf(filter: InboxFilter, accountId: string): ConversationList | null {
  switch (filter) {
    case 'mine':
      return { assignedTo: accountId };
    case 'unresolved':
      return 'open';
    case 'here':
      return null;
    case 'unanswered':
    case 'unassigned':
    case 'held':
    case 'all':
      return filter;
  }
}

/** Whose page was heard of last changes by the minute: within a page, the last word comes first as everywhere. */
async function pageOfHere(
  { conversations, visits, clock }: Needs,
  projectId: string,
  cursor: string | null,
): Promise<ConversationPage> {
  const here = await visits.hereSince(projectId, clock.now() - HERE_MS, cursor);
  const current = [...(await conversations.readMany(here.ids)).values()];
  return { conversations: current.sort((a, b) => b.last.at - a.last.at), cursor: here.cursor };
}
