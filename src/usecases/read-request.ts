import { ROLES_REMEMBERED_MS } from '../domain/jira-limits';
import { unchanged } from '../domain/conversation-transitions';
import { isErased, type Conversation, type ConversationEvent } from '../domain/conversation';
import { applyReading, changedComments, goneComments, goneSince } from '../domain/request-reading';
import { isOther, requestGone } from '../domain/request-transitions';
import type { RequestComment, RequestNow, RequestReading, SaidInRequest } from '../domain/service-request';
import { JiraRefused, PlatformFault, type Ports } from '../ports';
import { changeExisting, type Changed, type ConversationNeeds } from './change-conversation';

export type ReadNeeds = ConversationNeeds &
  Pick<Ports, 'clock'> & {
    conversations: Pick<Ports['conversations'], 'events'>;
    serviceDesk: Pick<Ports['serviceDesk'], 'requestWithComments' | 'readComment' | 'markerOf'>;
    jira: Pick<Ports['jira'], 'agentIn'>;
    desks: Pick<Ports['desks'], 'read'>;
  };

/** Jira is asked again where something changed meanwhile, and where one transaction does not hold all of it. */
const ROUNDS = 20;

/** What Jira said happened, if it did. */
interface Hint {
  issueId?: string;
  commentId?: string | null;
}

/**
 * Asks Jira for the request and what is said in it, and makes the chat that (rule T5): one question, one more for the
 * comment that an event tells of, and one for whoever speaks for the first time. Answers with the chat as it is then;
 * null: it is not about that request. Throws PlatformFault when Jira cannot say.
 */
export async function readRequest(
  ports: ReadNeeds,
  conversationId: string,
  hint: Hint = {},
): Promise<Conversation | null> {
  for (let round = 0; round < ROUNDS; round++) {
    const before = await ports.conversations.read(conversationId);
    const issueId = before?.issue?.id;
    // A chat that goes on in a new request has nothing to do with the one before any more.
    if (!before || isErased(before) || issueId === undefined || (hint.issueId ?? issueId) !== issueId)
      return null;
    const askedAt = ports.clock.now();
    const request = await ports.serviceDesk.requestWithComments(issueId);
    if (!request) {
      const gone = await changeExisting(ports, conversationId, (conversation, now) =>
        conversation.issue?.id === issueId
          ? requestGone(conversation, now, hint.issueId === undefined ? goneSince(conversation, now) : now)
          : unchanged(conversation),
      );
      return conversationOf(gone);
    }
    const said = await withAsked(ports, before, request, hint.commentId ?? null);
    const reading: RequestReading = {
      askedAt,
      rev: before.rev,
      request,
      ...said,
      replies: await repliesAmong(ports, before, said.comments),
      knownBefore: new Set(Object.keys(before.comments)),
      agents: await agentsAmong(ports, before, request, said.comments),
    };
    const stored = await storedFor(ports, before, reading);
    let isWhole = true;
    const changed = await changeExisting(ports, conversationId, (conversation, now) => {
      const applied = applyReading(conversation, reading, stored, now);
      ({ isWhole } = applied);
      return applied.step;
    });
    if (isWhole) return conversationOf(changed);
  }
  throw new PlatformFault('a request changes faster than it can be read');
}

const conversationOf = (change: Changed | null): Conversation | null =>
  change && change.kind !== 'refused' ? change.conversation : null;

/**
 * The comment that an event tells of is asked for by itself where it is news: it may be older than those that were read,
 * or newer than what they were read from.
 */
async function withAsked(
  { serviceDesk }: ReadNeeds,
  { issue, comments: known }: Conversation,
  { comments, isPart }: SaidInRequest,
  commentId: string | null,
): Promise<Pick<RequestReading, 'comments' | 'wholeFrom' | 'asked'>> {
  // Ids grow with time.
  const wholeFrom = isPart ? Math.min(...comments.map(({ id }) => Number(id))) : 0;
  const read = comments.find(({ id }) => id === commentId);
  const isNews = read ? read.isPublic && read.updatedAt !== known[read.id]?.at : true;
  if (!issue || commentId === null || !isNews) return { comments, wholeFrom, asked: null };
  const comment = await serviceDesk.readComment(issue.id, commentId);
  const others = comments.filter(({ id }) => id !== commentId);
  const all = comment ? [...others, comment].sort((a, b) => Number(a.id) - Number(b.id)) : others;
  return { comments: all, wholeFrom, asked: commentId };
}

/** Rule T4: who is new to the chat may be an agent of its project, or a customer with an Atlassian account. */
async function agentsAmong(
  { jira, desks }: ReadNeeds,
  { comments: known, authors, visitor, projectId }: Conversation,
  { creator, reporter, assignee }: RequestNow,
  comments: RequestComment[],
): Promise<Set<string>> {
  const told = new Set(['', creator, reporter, visitor.accountId, ...authors]);
  const news = comments.filter(
    ({ id, isPublic, author }) => isPublic && !known[id] && author.kind === 'person',
  );
  const agents = new Set<string>();
  const strangers = [...new Set(news.map(({ author }) => author.accountId))].filter((id) => !told.has(id));
  if (strangers.length === 0) return agents;
  const roster = (await desks.read(projectId))?.roster ?? {};
  for (const accountId of strangers) {
    // Who went online there, and whom Jira itself has made responsible, is one.
    const isKnown = Object.hasOwn(roster, accountId) || accountId === assignee;
    if (isKnown || (await isAgent(jira, accountId, projectId))) agents.add(accountId);
  }
  return agents;
}

/** To say what somebody else may do is for Jira admins: where the app is none, nobody knows, and unknown means no. */
async function isAgent(jira: ReadNeeds['jira'], accountId: string, projectId: string): Promise<boolean> {
  try {
    return (await jira.agentIn(accountId, [projectId], ROLES_REMEMBERED_MS)).has(projectId);
  } catch (fault) {
    if (fault instanceof JiraRefused) return false;
    throw fault;
  }
}

/**
 * A customer whose account is an agent's may write as either: what came from the inbox bears our mark.
 */
async function repliesAmong(
  { serviceDesk }: ReadNeeds,
  { comments: known, visitor }: Conversation,
  comments: RequestComment[],
): Promise<Set<string>> {
  const replies = new Set<string>();
  for (const { id, author } of comments) {
    if (known[id] || author.kind !== 'person' || author.accountId !== visitor.accountId) continue;
    if ((await serviceDesk.markerOf(id)) !== null) replies.add(id);
  }
  return replies;
}

/** Events that come to read otherwise; all of them where the last word goes, since another one is the last then. */
async function storedFor(
  { conversations }: ReadNeeds,
  { id, n, last, comments, raised }: Conversation,
  reading: RequestReading,
): Promise<Map<number, ConversationEvent>> {
  const changes = [...goneComments({ comments }, reading), ...changedComments({ comments }, reading)];
  const rewritten = [
    ...changes.map((commentId) => comments[commentId]),
    ...(raised?.seen !== undefined && isOther(raised, reading.request.spoken) ? [raised] : []),
  ].flatMap((each) => (each ? [each.n, each.edit ?? each.n] : []));
  if (rewritten.length === 0) return new Map();
  const isLast = last.n === undefined || rewritten.includes(last.n);
  const from = isLast ? 1 : Math.min(...rewritten);
  const to = isLast ? n : Math.max(...rewritten);
  return new Map((await conversations.events(id, from, to)).map((event) => [event.n, event]));
}
