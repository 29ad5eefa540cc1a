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
    conversations: Pick<Ports['conversations'], 'events' | 'eventsAt'>;
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
    const said = ofChat(before, await withAsked(ports, before, request, hint.commentId ?? null));
    const reading: RequestReading = {
      askedAt,
      rev: before.rev,
      request,
      ...said,
      replies: await repliesAmong(ports, before, said.comments),
      ...(before.beside && { ours: await oursAmong(ports, before, said.comments) }),
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
  { comments: known, authors, visitor, projectId, beside }: Conversation,
  { creator, reporter, assignee }: RequestNow,
  comments: RequestComment[],
): Promise<Set<string>> {
  // Of one that was there before, an agent may be the creator.
  const told = new Set(['', beside ? '' : creator, reporter, visitor.accountId, ...authors]);
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

/** Of a request that was there before the chat, what was said before is no part of it. */
const ofChat = <S extends Pick<RequestReading, 'comments'>>({ beside }: Conversation, said: S): S =>
  beside ? { ...said, comments: said.comments.filter(({ id }) => Number(id) > Number(beside.after)) } : said;

/** Other apps write in a request as well: ours bears the chat's mark. */
async function oursAmong(
  { serviceDesk }: ReadNeeds,
  { id: conversationId, comments: known }: Conversation,
  comments: RequestComment[],
): Promise<Set<string>> {
  const ours = new Set<string>();
  for (const { id, author } of comments) {
    if (known[id] || author.kind !== 'app') continue;
    if ((await serviceDesk.markerOf(id))?.startsWith(`${conversationId}/`)) ours.add(id);
  }
  return ours;
}

/** Changes that one transaction holds: of more, the next round has its turn. */
const CHANGES_PER_ROUND = 20;

/** Events among which the word before the last is looked for at a time. */
const LOOKED_BACK = 100;

/** Events that come to read otherwise; where the last word goes, also those before it: another one is the last then. */
async function storedFor(
  { conversations }: ReadNeeds,
  { id, n, last, comments, raised }: Conversation,
  reading: RequestReading,
): Promise<Map<number, ConversationEvent>> {
  const changes = [...goneComments({ comments }, reading), ...changedComments({ comments }, reading)];
  const rewritten = [
    ...(raised?.seen !== undefined && isOther(raised, reading.request.spoken) ? [raised] : []),
    ...changes.slice(0, CHANGES_PER_ROUND).map((commentId) => comments[commentId]),
  ].flatMap((each) => (each ? [each.n, each.edit ?? each.n] : []));
  if (rewritten.length === 0) return new Map();
  const found = await conversations.eventsAt(id, [...new Set(rewritten)]);
  const stored = new Map(found.map((event) => [event.n, event]));
  if (last.n !== undefined && !rewritten.includes(last.n)) return stored;
  for (let to = n; to >= 1; to -= LOOKED_BACK) {
    const before = await conversations.events(id, Math.max(1, to - LOOKED_BACK + 1), to);
    for (const event of before) stored.set(event.n, event);
    if (before.some((event) => isWord(event) && !rewritten.includes(event.n))) break;
  }
  return stored;
}

const isWord = (event: ConversationEvent): boolean =>
  event.kind === 'message' && event.from !== 'app' && !event.gone;
