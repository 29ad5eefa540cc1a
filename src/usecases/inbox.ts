import { customerName, isUnanswered, portalAccount, type Conversation } from '../domain/conversation';
import type { ConversationList, ConversationPage, InboxFilter } from '../domain/conversation-listing';
import { refuse, succeed, type Result } from '../domain/errors';
import { HERE_MS } from '../domain/limits';
import type { InboxPage, InboxRow } from '../contract/inbox';
import type { Person } from '../domain/person';
import type { Actor, Ports } from '../ports';
import { isAgent, standingOf, type Standing } from './standing';

export type InboxNeeds = Pick<Ports, 'conversations' | 'desks' | 'jira' | 'clock'>;

/** Rule S7: every agent of the project, online or not; nobody else. */
export async function agentOf(
  ports: Pick<Ports, 'desks' | 'jira'>,
  actor: Actor,
  projectId: string,
): Promise<Result<Standing & { project: NonNullable<Standing['project']> }>> {
  const standing = await standingOf(ports, actor, projectId);
  if (!standing.ok) return standing;
  const { project } = standing.value;
  if (!project || !isAgent(standing.value, project.id)) {
    return refuse(
      'not-allowed',
      'Only agents of this project see its chats. Ask a project admin to make you one.',
    );
  }
  return succeed({ ...standing.value, project });
}

/** A page of a list may be empty and not the last: what expired is found for a while. Look further, not for ever. */
const PAGES_PER_CALL = 4;

/** The chats of a project that pass the filter, last message first. */
export async function listConversations(
  ports: InboxNeeds,
  actor: Actor,
  { projectId, filter, cursor }: { projectId: string; filter: InboxFilter; cursor?: string | undefined },
): Promise<Result<InboxPage>> {
  const standing = await agentOf(ports, actor, projectId);
  if (!standing.ok) return standing;
  const list = listOf(filter, actor.accountId);
  let page: ConversationPage = { conversations: [], cursor: cursor ?? null };
  for (let pages = 0; pages < PAGES_PER_CALL; pages++) {
    page = list
      ? await ports.conversations.page(projectId, list, page.cursor)
      : await pageOfHere(ports, projectId, page.cursor);
    if (page.cursor === null || page.conversations.length > 0) break;
  }
  return succeed({
    now: new Date(ports.clock.now()).toISOString(),
    project: standing.value.project,
    anonymousName: (await ports.desks.read(projectId))?.settings.anonymousName ?? '',
    rows: await inboxRows(ports, actor.siteUrl, page.conversations),
    cursor: page.cursor,
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
    case 'all':
      return filter;
  }
}

/** Whose page was heard of last changes by the minute: within a page, the last word comes first as everywhere. */
async function pageOfHere(
  { conversations, clock }: InboxNeeds,
  projectId: string,
  cursor: string | null,
): Promise<ConversationPage> {
  const here = await conversations.hereSince(projectId, clock.now() - HERE_MS, cursor);
  const found = [...(await conversations.readMany(here.ids)).values()];
  return { conversations: found.sort((a, b) => b.last.at - a.last.at), cursor: here.cursor };
}

async function hereNow({ conversations, clock }: InboxNeeds, list: Conversation[]): Promise<Set<string>> {
  const heard = await conversations.here(list.map(({ id }) => id));
  const now = clock.now();
  return new Set([...heard].filter(([, at]) => now - at < HERE_MS).map(([id]) => id));
}

export async function inboxRows(
  ports: InboxNeeds,
  siteUrl: string,
  list: Conversation[],
): Promise<InboxRow[]> {
  const here = await hereNow(ports, list);
  const ids = list.flatMap((each) => [each.assignee, portalAccount(each), each.last.author]);
  const people = await ports.jira.people([...new Set(ids.filter((id) => id !== null))]);
  const person = (id: string | null): Person | null =>
    id === null ? null : (people.get(id) ?? { accountId: id, name: null, avatarUrl: null });
  return list.map((conversation) => {
    const { visitor, issue, last } = conversation;
    return {
      conversationId: conversation.id,
      customer: customerName(conversation, people),
      kind: visitor.kind,
      here: here.has(conversation.id),
      lastAt: new Date(last.at).toISOString(),
      lastFrom: last.from,
      lastAgent: person(last.author),
      lastLine: last.line,
      firstLine: conversation.firstLine,
      issueKey: issue?.key ?? null,
      issueUrl: issue && `${siteUrl}/browse/${issue.key}`,
      status: conversation.status,
      assignee: person(conversation.assignee),
      unanswered: isUnanswered(conversation),
      ended: conversation.ended,
      failure: conversation.failure,
      pending: conversation.pending.length,
    };
  });
}
