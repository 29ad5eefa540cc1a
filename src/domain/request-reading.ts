import { isErased, isFollowed, lookedAt, type Conversation, type Speaker } from './conversation';
import { andThen, changed, quietly, unchanged, type Step } from './conversation-transitions';
import {
  commentAdded,
  commentEdited,
  commentRemoved,
  descriptionRead,
  requestChanged,
  requestMoved,
  type StoredEvents,
} from './request-transitions';
import { notesRead } from './internal-notes';
import type { RequestComment, RequestReading } from './service-request';

/** Changes that one transaction holds, with the records beside them: Forge takes 25 operations. */
const OPERATIONS = 20;

/**
 * Makes the chat what its request is now (rule T5), whatever was heard of it and in which order. Done twice, it changes
 * nothing. `isWhole`: all was taken over. Where it was not, Jira is to be asked again: something newer was heard of
 * meanwhile, or it does not fit into one transaction.
 */
export function applyReading(
  conversation: Conversation,
  reading: RequestReading,
  stored: StoredEvents,
  now: number,
): { step: Step; isWhole: boolean } {
  const { request, askedAt } = reading;
  if (isErased(conversation) || conversation.issue?.id !== request.id)
    return { step: unchanged(conversation), isWhole: true };
  const { step, isWhole } = changesOf(conversation, reading, stored, now);
  if (reading.rev < (conversation.heardRev ?? 0) && step.kind === 'changed') {
    // A later reading says all that this one does.
    const isOutdone = (conversation.readAt ?? 0) > askedAt;
    return { step: unchanged(conversation), isWhole: isOutdone };
  }
  return { step: isWhole ? andThen(step, (current) => wasRead(current, askedAt)) : step, isWhole };
}

function changesOf(
  conversation: Conversation,
  reading: RequestReading,
  stored: StoredEvents,
  now: number,
): { step: Step; isWhole: boolean } {
  const { request } = reading;
  if (request.projectId !== conversation.projectId)
    return { step: requestMoved(conversation, now), isWhole: true };
  // Each change meets what those before it have left.
  const events = new Map(stored);
  const changes: ((current: Conversation) => Step)[] = [
    (current) => hasKey(current, request.key),
    (current) => requestChanged(current, request, now),
    (current) => descriptionRead(current, request.spoken, events, now),
    ...goneComments(conversation, reading).map(
      (id) => (current: Conversation) => commentRemoved(current, id, events, now),
    ),
    ...reading.comments
      .filter(({ isPublic }) => isPublic)
      .map((comment) => (current: Conversation) => commentRead(current, comment, reading, events, now)),
    (current) => notesRead(current, reading),
  ];
  let step = unchanged(conversation);
  for (const change of changes) {
    const next = andThen(step, change);
    if (next.kind !== 'changed') continue;
    if (next.events.length + (next.rewritten?.length ?? 0) > OPERATIONS) return { step, isWhole: false };
    for (const event of [...(next.rewritten ?? []), ...next.events]) events.set(event.n, event);
    step = next;
  }
  return { step, isWhole: true };
}

function wasRead({ failedAt: _failed, ...conversation }: Conversation, askedAt: number): Step {
  return quietly({ ...conversation, readAt: askedAt, heardRev: conversation.rev + 1 });
}

/** Moved within the service desk, or out of it and back. */
const hasKey = (conversation: Conversation, key: string): Step =>
  conversation.issue && conversation.issue.key !== key
    ? changed({ ...conversation, issue: { ...conversation.issue, key } })
    : unchanged(conversation);

/** Known comments that Jira does not have any more, or shows to fewer people now. */
export function goneComments(
  { comments }: Pick<Conversation, 'comments'>,
  reading: Pick<RequestReading, 'comments' | 'wholeFrom' | 'asked' | 'knownBefore'>,
): string[] {
  const { wholeFrom, asked, knownBefore } = reading;
  const shown = new Set(reading.comments.flatMap(({ id, isPublic }) => (isPublic ? id : [])));
  const wasAskedFor = (id: string): boolean => Number(id) >= wholeFrom || id === asked;
  return Object.keys(comments).filter((id) => knownBefore.has(id) && wasAskedFor(id) && !shown.has(id));
}

/** Known comments of which Jira says something else now. */
export const changedComments = (
  { comments }: Pick<Conversation, 'comments'>,
  { comments: read }: Pick<RequestReading, 'comments'>,
): string[] =>
  read.flatMap(({ id, updatedAt, isPublic }) =>
    isPublic && !comments[id]?.erased && updatedAt > (comments[id]?.at ?? Infinity) ? [id] : [],
  );

function commentRead(
  conversation: Conversation,
  comment: RequestComment,
  reading: RequestReading,
  stored: StoredEvents,
  now: number,
): Step {
  const { id: commentId, author, createdAt, updatedAt } = comment;
  const { ours } = reading;
  const isKnown = conversation.comments[commentId] !== undefined;
  // Under our own account the app says what visitors wrote here. It is known already, or its delivery is still to be noted.
  const isOurs = ours
    ? ours.has(commentId) || (isKnown && author.kind === 'app')
    : author.accountId === reading.request.creator;
  const text = isOurs ? comment.spoken : comment.text;
  if (isKnown) return commentEdited(conversation, commentId, { text, updatedAt, now }, stored);
  if (isOurs) return unchanged(conversation);
  return commentAdded(conversation, {
    operationId: null,
    commentId,
    author: author.accountId,
    from: speakerOf(conversation, comment, reading),
    // They may have given their own address: whether they write as agent or as customer, Jira does not say.
    answers: !conversation.lookalikes?.includes(author.accountId),
    text,
    createdAt,
    updatedAt,
    now,
  });
}

/** Rule T4. Whoever is not known to be an agent is not called one. */
export function speakerOf(
  { visitor, authors }: Pick<Conversation, 'visitor' | 'authors'>,
  { id, author }: Pick<RequestComment, 'id' | 'author'>,
  { request, agents, replies }: Pick<RequestReading, 'request' | 'agents' | 'replies'>,
): Speaker {
  const { accountId, kind } = author;
  if (kind === 'app') return 'app';
  // The reporter is the customer, also where an agent has made them that later.
  const isReporter = accountId === request.reporter && request.reporter !== request.creator;
  if (accountId === visitor.accountId || isReporter) return replies.has(id) ? 'agent' : 'visitor';
  if (kind === 'customer') return 'customer';
  return agents.has(accountId) || authors.includes(accountId) ? 'agent' : 'customer';
}

const HOUR_MS = 60 * 60_000;

/** Milliseconds between two readings of a request of which nothing was heard: at first, and after a long time. */
const WATCHED_AFTER_MS = 2 * 60_000;
const UNWATCHED_AFTER_MS = 10 * 60_000;
const LONGEST_MS = 20 * HOUR_MS;
const LAST_LOOK_MS = 30 * 24 * HOUR_MS;

/**
 * When what Jira says is looked at again, should nothing be heard of it: events may be lost. The longer it was quiet, the
 * later; sooner while the visitor's page asks. Never again a month after the last word.
 */
export function lookAgainAt(lastAt: number, readAt: number, isWatched: boolean): number {
  const quiet = readAt - lastAt;
  if (quiet > LAST_LOOK_MS) return Infinity;
  const least = isWatched ? WATCHED_AFTER_MS : UNWATCHED_AFTER_MS;
  return readAt + Math.min(Math.max(quiet / 2, least), LONGEST_MS);
}

/** A request that is gone is looked at once more, and what was said in its chat is erased within a day (rule T8). */
const ERASED_AFTER_MS = 20 * HOUR_MS;

/** What was only hidden has so long to come back, at the least. */
const MAY_COME_BACK_MS = 3 * HOUR_MS;

/** Since when a request may have been gone of which nothing was heard. */
export function goneSince({ readAt, last }: Pick<Conversation, 'readAt' | 'last'>, now: number): number {
  return Math.max(readAt ?? last.at, now - ERASED_AFTER_MS + MAY_COME_BACK_MS);
}

/** When the sweep looks at this conversation's request; Infinity: not for now. */
export function followedAt(conversation: Conversation): number {
  const { issue, failure, goneAt, erasedAt = -1, last, readAt, failedAt } = conversation;
  if (issue === null || failure === 'request-moved') return Infinity;
  if (failure === 'request-gone') {
    const since = goneAt ?? last.at;
    if (erasedAt < since) return since + ERASED_AFTER_MS;
    return last.at > erasedAt ? last.at + ERASED_AFTER_MS : Infinity;
  }
  const dueAt = isFollowed(conversation) ? lookAgainAt(last.at, readAt ?? last.at, false) : Infinity;
  return failedAt === undefined ? dueAt : Math.max(dueAt, failedAt + UNWATCHED_AFTER_MS);
}

/** May the request be looked at now: for the sweep, or sooner, for a page whose customer waits? */
export function isLookDue(conversation: Conversation, now: number): boolean {
  const { failure, last } = conversation;
  if (followedAt(conversation) <= now) return true;
  return failure !== 'request-gone' && lookAgainAt(last.at, lookedAt(conversation), true) <= now;
}
