import { isUnanswered, type Conversation } from '../domain/conversation';
import { refuse, succeed, type Result } from '../domain/errors';
import { HERE_MS } from '../domain/limits';
import { onlineSession } from '../domain/presence';
import type { InboxFilter, InboxPage, InboxRow, NewMessages, Person } from '../domain/views';
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

const PAGES_PER_CALL = 4;

/** The chats of a project that pass the filter, last message first. */
export async function listConversations(
  ports: InboxNeeds,
  actor: Actor,
  { projectId, filter, cursor }: { projectId: string; filter: InboxFilter; cursor?: string | undefined },
): Promise<Result<InboxPage>> {
  const standing = await agentOf(ports, actor, projectId);
  if (!standing.ok) return standing;
  const passed: Conversation[] = [];
  let from = cursor ?? null;
  // A filter may pass little of a page: look a little further, but not for ever.
  for (let pages = 0; pages < PAGES_PER_CALL; pages++) {
    const page = await ports.conversations.page(projectId, from);
    const here = filter === 'here' ? await hereNow(ports, page.conversations) : new Set<string>();
    passed.push(...page.conversations.filter((each) => passes(each, filter, actor.accountId, here)));
    from = page.cursor;
    if (from === null || passed.length >= 10) break;
  }
  return succeed({
    now: new Date(ports.clock.now()).toISOString(),
    project: standing.value.project,
    anonymousName: (await ports.desks.read(projectId))?.settings.anonymousName ?? '',
    rows: await inboxRows(ports, actor.siteUrl, passed),
    cursor: from,
  });
}

function passes(
  conversation: Conversation,
  filter: InboxFilter,
  accountId: string,
  here: Set<string>,
): boolean {
  switch (filter) {
    case 'unanswered':
      return isUnanswered(conversation);
    case 'mine':
      return conversation.assignee === accountId && !conversation.ended;
    case 'unassigned':
      return conversation.assignee === null && !conversation.ended;
    case 'unresolved':
      return !conversation.ended;
    case 'here':
      return here.has(conversation.id);
    case 'all':
      return true;
  }
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
  const ids = list.flatMap(({ assignee, visitor, last }) => [assignee, visitor.accountId, last.author]);
  const people = await ports.jira.people([...new Set(ids.filter((id) => id !== null))]);
  const person = (id: string | null): Person | null =>
    id === null ? null : (people.get(id) ?? { accountId: id, name: null, avatarUrl: null });
  return list.map((conversation) => {
    const { visitor, issue, last } = conversation;
    return {
      conversationId: conversation.id,
      customer: person(visitor.accountId)?.name ?? visitor.name ?? visitor.email,
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

/** For the flags on every Jira page: visitors' messages since, where the actor is online; for others none. */
export async function getNewMessages(
  ports: InboxNeeds,
  actor: Actor,
  { since }: { since: string },
): Promise<Result<NewMessages>> {
  const standing = await standingOf(ports, actor, null);
  if (!standing.ok) return standing;
  const { mine } = standing.value;
  const desks = await ports.desks.readMany(mine.map(({ id }) => id));
  const now = ports.clock.now();
  const messages: NewMessages['messages'] = [];
  for (const project of mine) {
    const desk = desks.get(project.id);
    if (!desk || !onlineSession(desk.roster[actor.accountId], now)) continue;
    const { conversations } = await ports.conversations.page(project.id, null);
    const fresh = conversations.filter((each) => isUnanswered(each) && each.last.at > Date.parse(since));
    const rows = new Map(
      (await inboxRows(ports, actor.siteUrl, fresh)).map((row) => [row.conversationId, row]),
    );
    for (const { id, last, createdAt } of fresh) {
      messages.push({
        conversationId: id,
        projectId: project.id,
        projectName: project.name,
        customer: rows.get(id)?.customer ?? null,
        anonymousName: desk.settings.anonymousName,
        line: last.line,
        at: new Date(last.at).toISOString(),
        isNew: createdAt === last.at,
      });
    }
  }
  return succeed({ now: new Date(now).toISOString(), messages });
}
