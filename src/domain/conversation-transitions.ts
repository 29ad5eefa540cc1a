import type { Conversation, ConversationEvent, FailureReason, PendingMessage, Visitor } from './conversation';
import { doubtOf, isLookedAtLater } from './delivery-doubt';
import { refuse, type Refusal } from './errors';
import { CONVERSATION_EVENTS, MESSAGES_PER_MINUTE, REMEMBERED_MESSAGES, TYPING_MS } from './limits';

/** An event without its number: the conversation counts. */
type Unnumbered<E> = E extends { n: number } ? Omit<E, 'n'> : never;
type NewEvent = Unnumbered<ConversationEvent>;

/** What a decision about a conversation comes to. The events are stored with it, numbered. */
export type Step =
  | { kind: 'changed'; conversation: Conversation; events: ConversationEvent[] }
  | { kind: 'unchanged'; conversation: Conversation }
  | { kind: 'refused'; error: Refusal; retryAfterS?: number };

export const unchanged = (conversation: Conversation): Step => ({ kind: 'unchanged', conversation });

export function changed(conversation: Conversation, ...events: NewEvent[]): Step {
  const numbered = events.map((event, index) => ({
    ...event,
    n: conversation.n + index + 1,
  })) as ConversationEvent[];
  return {
    kind: 'changed',
    conversation: { ...conversation, n: conversation.n + events.length },
    events: numbered,
  };
}

const LINE = 140;

/** The first line of a text, as lists show it. */
export function lineOf(text: string): string {
  const line = text.trim().split(/\r?\n/, 1)[0] ?? '';
  const characters = [...line];
  return characters.length <= LINE ? line : `${characters.slice(0, LINE - 1).join('')}…`;
}

const remember = (conversation: Conversation, id: string): Conversation['recentIds'] =>
  [...conversation.recentIds, { id, n: conversation.n + 1 }].slice(-REMEMBERED_MESSAGES);

/** The event of the message that was sent under this id, or null. */
export const sentAs = ({ recentIds }: Conversation, id: string): number | null =>
  recentIds.find((each) => each.id === id)?.n ?? null;

export interface StartOf {
  id: string;
  projectId: string;
  visitor: Visitor;
  tokenHash: string;
  page: string | null;
  locale: string | null;
  serviceDeskId: string;
  message: string;
  clientMessageId: string;
  now: number;
}

/** A conversation begins with the visitor's first message, which waits for its delivery. */
export function startConversation(start: StartOf): Step {
  const { message: text, clientMessageId, now, ...rest } = start;
  const begun: Conversation = {
    ...rest,
    rev: 0,
    createdAt: now,
    issue: null,
    n: 0,
    pending: [],
    comments: {},
    recentIds: [],
    sentAt: [],
    ended: false,
    failure: null,
    assignee: null,
    authors: [],
    status: null,
    last: { at: now, from: 'visitor', author: null, line: '' },
    firstLine: lineOf(text),
    typingUntil: 0,
  };
  return visitorSays(begun, { text, clientMessageId, now });
}

/**
 * The same start again (the answer was lost on its way): the page gets a new token, as long as nothing else
 * was said. Whoever knows the random message id of the start is the page that made it.
 */
export function restart(conversation: Conversation, clientMessageId: string, tokenHash: string): Step {
  const { recentIds, comments } = conversation;
  const isStillTheStart = recentIds.length === 1 && Object.keys(comments).length === 0;
  if (sentAs(conversation, clientMessageId) !== 1 || !isStillTheStart) {
    return { kind: 'refused', ...refuse('not-found', 'unknown') };
  }
  return changed({ ...conversation, tokenHash });
}

/** What the visitor sent within a minute with this one, or after how many seconds it may be sent. */
export function rateOf(
  conversation: Pick<Conversation, 'sentAt'>,
  now: number,
): { sentAt: number[] } | { retryAfterS: number } {
  const sentAt = conversation.sentAt.filter((at) => now - at < 60_000);
  if (sentAt.length < MESSAGES_PER_MINUTE) return { sentAt: [...sentAt, now] };
  return { retryAfterS: Math.max(1, Math.ceil(((sentAt[0] ?? now) + 60_000 - now) / 1_000)) };
}

/** The visitor's message is stored first, then delivered; a message reopens an ended conversation. */
export function visitorSays(
  conversation: Conversation,
  { text, clientMessageId, now }: { text: string; clientMessageId: string; now: number },
): Step {
  if (sentAs(conversation, clientMessageId) !== null) return unchanged(conversation);
  if (conversation.n >= CONVERSATION_EVENTS) {
    return { kind: 'refused', ...refuse('limit', 'This conversation is full. Start a new one.') };
  }
  const rate = rateOf(conversation, now);
  if ('retryAfterS' in rate) {
    const { retryAfterS } = rate;
    return { kind: 'refused', ...refuse('limit', 'Too many messages in a minute.'), retryAfterS };
  }
  const pending: PendingMessage = { n: conversation.n + 1, text, attempt: null };
  return changed(
    {
      ...conversation,
      pending: [...conversation.pending, pending],
      recentIds: remember(conversation, clientMessageId),
      sentAt: rate.sentAt,
      last: { at: now, from: 'visitor', author: null, line: lineOf(text) },
    },
    { at: now, kind: 'message', from: 'visitor', author: null, text, clientMessageId },
  );
}

/** An attempt that is not older may still be going on; milliseconds. */
export const ATTEMPT_MS = 60_000;

/**
 * Before Jira is asked to take the first waiting message: whoever comes next knows that it may be there already.
 * Unchanged when there is none, when `attemptId` has it already, or when another attempt may still be going on.
 */
export function beginDelivery(conversation: Conversation, attemptId: string, now: number): Step {
  const [next, ...rest] = conversation.pending;
  if (!next || next.attempt?.id === attemptId || isAttemptFresh(next, now)) return unchanged(conversation);
  if (isLookedAtLater(next, now)) return unchanged(conversation);
  const attempt = { id: attemptId, at: now, count: (next.attempt?.count ?? 0) + 1, asked: true };
  const doubt = doubtOf(next, now);
  return changed({ ...conversation, pending: [{ ...next, attempt, ...(doubt && { doubt }) }, ...rest] });
}

const isAttemptFresh = ({ attempt }: PendingMessage, now: number): boolean =>
  attempt !== null && now - attempt.at < ATTEMPT_MS;

export interface Delivered {
  n: number;
  commentId: string | null;
  issue: { id: string; key: string };
  /** The visitor's account, once the request was raised for it. */
  accountId: string | null;
  /** How an ended conversation was opened again. */
  reopened?: 'same-request' | 'new-request' | undefined;
  now: number;
}

/** Jira has the message: as the request itself, or as a comment on it. */
export function confirmDelivery(
  conversation: Conversation,
  { n, commentId, issue, accountId, reopened, now }: Delivered,
): Step {
  if (!conversation.pending.some((each) => each.n === n)) return unchanged(conversation);
  const next: Conversation = {
    ...conversation,
    issue,
    visitor: { ...conversation.visitor, accountId: accountId ?? conversation.visitor.accountId },
    pending: conversation.pending.filter((each) => each.n !== n),
    comments:
      commentId === null ? conversation.comments : { ...conversation.comments, [commentId]: { n, at: now } },
    failure: null,
  };
  const events: NewEvent[] = [{ at: now, kind: 'delivered', of: n }];
  if (!reopened || !conversation.ended) return changed(next, ...events);
  return changed({ ...next, ended: false }, ...events, {
    at: now,
    kind: 'reopened',
    newRequest: reopened === 'new-request',
  });
}

/** It will never be delivered: both sides are told, and agents why. */
export function failDelivery(
  conversation: Conversation,
  n: number,
  reason: FailureReason,
  now: number,
): Step {
  if (!conversation.pending.some((each) => each.n === n)) return unchanged(conversation);
  const pending = conversation.pending.filter((each) => each.n !== n);
  const failed = { at: now, kind: 'failed', of: n, reason } as const;
  const next = { ...conversation, pending, failure: reason };
  if (reason !== 'request-gone' || conversation.ended) return changed(next, failed);
  return changed({ ...next, ended: true }, failed, { at: now, kind: 'ended' });
}

/** The request was deleted in Jira: the chat has ended, and agents are told why. */
export function requestGone(conversation: Conversation, now: number): Step {
  if (conversation.failure === 'request-gone' && conversation.ended) return unchanged(conversation);
  const next: Conversation = { ...conversation, failure: 'request-gone', ended: true, status: null };
  return conversation.ended ? changed(next) : changed(next, { at: now, kind: 'ended' });
}

export interface RequestMessage {
  /** The operation of a reply from the inbox, or null for a comment written in Jira or on the portal. */
  operationId: string | null;
  commentId: string;
  author: string;
  /** An agent's, even if the visitor gave that agent's address as theirs. */
  byAgent: boolean;
  text: string;
  now: number;
}

/**
 * A public comment, wherever it was written: the customer's own, or an agent's. Jira's event of a reply from the
 * inbox may come before or after the reply has been noted here.
 */
export function commentAdded(conversation: Conversation, message: RequestMessage): Step {
  const { operationId, commentId, author, byAgent, text, now } = message;
  if (conversation.comments[commentId] !== undefined) return unchanged(conversation);
  if (operationId !== null && sentAs(conversation, operationId) !== null) return unchanged(conversation);
  const isCustomer = !byAgent && author === conversation.visitor.accountId;
  const from = isCustomer ? ('visitor' as const) : ('agent' as const);
  const by = isCustomer ? null : author;
  const events: NewEvent[] = [{ at: now, kind: 'message', from, author: by, text, clientMessageId: null }];
  if (isCustomer) events.push({ at: now, kind: 'delivered', of: conversation.n + 1 });
  return changed(
    {
      ...conversation,
      comments: { ...conversation.comments, [commentId]: { n: conversation.n + 1, at: now } },
      recentIds: operationId === null ? conversation.recentIds : remember(conversation, operationId),
      authors: by === null ? conversation.authors : [...new Set([...conversation.authors, by])],
      last: { at: now, from, author: by, line: lineOf(text) },
      typingUntil: 0,
    },
    ...events,
  );
}

/** A comment was deleted in Jira, or made internal. */
export function commentRemoved(conversation: Conversation, commentId: string, now: number): Step {
  const known = conversation.comments[commentId];
  if (!known) return unchanged(conversation);
  const { [commentId]: _gone, ...comments } = conversation.comments;
  return changed({ ...conversation, comments }, { at: now, kind: 'deleted', of: known.n });
}

/** A comment was edited in Jira at `updatedAt`; told again, it changes nothing. */
export function commentEdited(
  conversation: Conversation,
  commentId: string,
  { text, updatedAt, now }: { text: string; updatedAt: number; now: number },
): Step {
  const known = conversation.comments[commentId];
  if (!known || updatedAt <= known.at) return unchanged(conversation);
  const comments = { ...conversation.comments, [commentId]: { n: known.n, at: updatedAt } };
  return changed({ ...conversation, comments }, { at: now, kind: 'edited', of: known.n, text });
}

export interface RequestState {
  status: string;
  resolved: boolean;
  assignee: string | null;
}

/** The request changed in Jira: resolving it ends the chat, reopening it opens it again. */
export function requestChanged(
  conversation: Conversation,
  { status, resolved, assignee }: RequestState,
  now: number,
): Step {
  const { ended } = conversation;
  if (conversation.status === status && ended === resolved && conversation.assignee === assignee) {
    return unchanged(conversation);
  }
  const next = { ...conversation, status, assignee, ended: resolved };
  if (ended === resolved) return changed(next);
  return changed(
    next,
    resolved ? { at: now, kind: 'ended' } : { at: now, kind: 'reopened', newRequest: false },
  );
}

/** An agent has the conversation open and types. */
export const agentTypes = (conversation: Conversation, now: number): Step =>
  changed({ ...conversation, typingUntil: now + TYPING_MS });
