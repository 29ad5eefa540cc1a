import { customerName, isUnanswered, portalAccount } from '../domain/conversation';
import type { ListedConversation } from '../domain/conversation-listing';
import { HERE_MS } from '../domain/limits';
import type { InboxRow } from '../contract/inbox';
import type { Person } from '../domain/person';
import { confidenceOf } from '../domain/visitor-registration';
import { waitingSinceOf } from '../domain/waiting';
import type { Ports } from '../ports';

export type RowNeeds = Pick<Ports, 'clock' | 'siteUrl'> & { jira: Pick<Ports['jira'], 'people'> };

export interface ShownWith {
  siteUrl: string | null;
  people: ReadonlyMap<string, Person>;
  /** Ids of the conversations whose visitor's page is open now. */
  here: ReadonlySet<string>;
}

/** The rows of the inbox: one question to Jira for the names on all of them. */
export async function inboxRows(
  ports: RowNeeds & Pick<Ports, 'visits'>,
  list: ListedConversation[],
): Promise<InboxRow[]> {
  const [siteUrl, here, people] = await Promise.all([
    ports.siteUrl(),
    hereNow(ports, list),
    ports.jira.people([...new Set(list.flatMap(accountsOn))]),
  ]);
  return list.map((conversation) => inboxRow(conversation, { siteUrl, people, here }));
}

async function hereNow(
  { visits, clock }: Pick<Ports, 'visits' | 'clock'>,
  list: ListedConversation[],
): Promise<Set<string>> {
  const heard = await visits.here(list.map(({ id }) => id));
  const now = clock.now();
  return new Set([...heard].filter(([, at]) => isHere(at, now)).map(([id]) => id));
}

/** Is the visitor's page open that was heard of then? */
export const isHere = (heardAt: number | null, now: number): boolean =>
  heardAt !== null && now - heardAt < HERE_MS;

/** Whose names a row shows. */
export const accountsOn = (
  conversation: Pick<ListedConversation, 'assignee' | 'visitor' | 'last'>,
): string[] =>
  [conversation.assignee, portalAccount(conversation), conversation.last.author].filter((id) => id !== null);

export const personIn = (people: ReadonlyMap<string, Person>, accountId: string): Person =>
  people.get(accountId) ?? { accountId, name: null, avatarUrl: null };

export function inboxRow(conversation: ListedConversation, { siteUrl, people, here }: ShownWith): InboxRow {
  const { id, visitor, issue, last, assignee, assigneeLeft, held, blocked } = conversation;
  return {
    conversationId: id,
    customer: customerName(conversation, people),
    kind: visitor.kind,
    confidence: confidenceOf(conversation),
    here: here.has(id),
    lastAt: new Date(last.at).toISOString(),
    lastFrom: last.from,
    lastAgent: last.author === null ? null : personIn(people, last.author),
    lastLine: last.line,
    firstLine: conversation.firstLine,
    issueKey: issue?.key ?? null,
    issueUrl: issue && siteUrl && `${siteUrl}/browse/${issue.key}`,
    status: conversation.status,
    assignee: assignee === null ? null : personIn(people, assignee),
    ...(assigneeLeft && { assigneeLeft }),
    unanswered: isUnanswered(conversation),
    waitingSince: isUnanswered(conversation) ? new Date(waitingSinceOf(conversation)).toISOString() : null,
    ended: conversation.ended,
    failure: conversation.failure,
    pending: conversation.waiting,
    ...(held && { held: new Date(held.since).toISOString() }),
    ...(blocked && { blockId: blocked.blockId }),
  };
}
