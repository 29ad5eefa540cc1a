import {
  isErased,
  type Conversation,
  type ConversationEvent,
  type FailureReason,
  type Visitor,
} from './conversation';
import { doubtOf, isLookedAtLater } from './delivery-doubt';
import { isAttemptFresh, withoutQueued, withQueued } from './delivery-queue';
import { refuse, refuseVisitor, type Refusal } from './errors';
import { lineOf } from './first-line';
import {
  ANSWERING_EVENTS,
  CONVERSATION_EVENTS,
  PENDING_BYTES,
  PENDING_MESSAGES,
  PENDING_RETRY_S,
  REMEMBERED_MESSAGES,
  TYPING_MS,
} from './limits';
import { rateOf } from './message-rate';
import type { PageContext } from './page-context';
import type { StartPromise } from './start-promise';
import { storedBytes } from './stored-bytes';
import { waitingFor } from './waiting';

/** An event without its number: the conversation counts. */
type Unnumbered<E> = E extends { n: number } ? Omit<E, 'n'> : never;
export type NewEvent = Unnumbered<ConversationEvent>;

/**
 * What a decision about a conversation comes to. The events are stored with it, numbered; `rewritten`: earlier ones that
 * read otherwise now. `quiet`: nobody needs to hear of it.
 */
export type Step =
  | {
      kind: 'changed';
      conversation: Conversation;
      events: ConversationEvent[];
      rewritten?: ConversationEvent[];
      quiet?: true;
    }
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

/** Stored, and of no interest to whoever looks at the chat. */
export const quietly = (conversation: Conversation): Step => ({
  kind: 'changed',
  conversation,
  events: [],
  quiet: true,
});

/** One step after the other, as one. */
export function andThen(step: Step, next: (conversation: Conversation) => Step): Step {
  if (step.kind === 'refused') return step;
  const after = next(step.conversation);
  if (step.kind === 'unchanged' || after.kind === 'refused') return after;
  if (after.kind === 'unchanged') return step;
  const rewritten = [...(step.rewritten ?? []), ...(after.rewritten ?? [])];
  return {
    kind: 'changed',
    conversation: after.conversation,
    events: [...step.events, ...after.events],
    ...(rewritten.length > 0 && { rewritten }),
    ...(step.quiet && after.quiet && { quiet: true }),
  };
}

/** `n`: the event of the message that was sent under the id; the next one unless it is known already. */
export const remember = (
  { recentIds, n: last }: Pick<Conversation, 'recentIds' | 'n'>,
  id: string,
  n = last + 1,
): Conversation['recentIds'] => [...recentIds, { id, n }].slice(-REMEMBERED_MESSAGES);

/** The event of the message that was sent under this id, or null. */
export const sentAs = ({ recentIds }: Conversation, id: string): number | null =>
  recentIds.find((each) => each.id === id)?.n ?? null;

export interface StartOf {
  id: string;
  projectId: string;
  visitor: Visitor;
  subject?: string;
  tokenHash: string;
  page: string | null;
  locale: string | null;
  context?: PageContext;
  serviceDeskId: string;
  promised?: StartPromise;
  message: string;
  clientMessageId: string;
  by?: string | undefined;
  now: number;
  widgetId?: string;
  held?: { since: number };
}

/** A conversation begins with the visitor's first message, which waits for its delivery. */
export function startConversation(start: StartOf): Step {
  const { message: text, clientMessageId, now, by, ...rest } = start;
  const begun: Conversation = {
    ...rest,
    rev: 0,
    createdAt: now,
    issue: null,
    n: 0,
    pending: [],
    failed: [],
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
    firstAnsweredAt: null,
    typingUntil: 0,
  };
  return visitorSays(begun, { text, clientMessageId, now, by });
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

/** Nothing more of what is said in Jira is taken over: the visitor could not go on for some time. */
export const isFullForAll = ({ n }: Pick<Conversation, 'n'>): boolean =>
  n >= CONVERSATION_EVENTS + ANSWERING_EVENTS;

/** `by`: the account of somebody else who takes part in the request. */
export interface Said {
  text: string;
  clientMessageId: string;
  now: number;
  by?: string | undefined;
}

/** The visitor's message is stored first, then delivered; a message reopens an ended conversation. */
export function visitorSays(conversation: Conversation, { text, clientMessageId, now, by }: Said): Step {
  if (sentAs(conversation, clientMessageId) !== null) return unchanged(conversation);
  // As if it were not there: the page starts a new one with what was typed.
  if (isErased(conversation)) return { kind: 'refused', ...refuseVisitor({ error: 'not-found' }) };
  if (conversation.n >= CONVERSATION_EVENTS) {
    return { kind: 'refused', ...refuse('limit', 'This conversation is full. Start a new one.') };
  }
  const rate = rateOf(conversation, now);
  if ('retryAfterS' in rate) {
    const { retryAfterS } = rate;
    return { kind: 'refused', ...refuse('limit', 'Too many messages in a minute.'), retryAfterS };
  }
  const pending = [
    ...conversation.pending,
    { n: conversation.n + 1, text, ...(by !== undefined && { by }), attempt: null },
  ];
  if (pending.length > PENDING_MESSAGES || storedBytes(pending) > PENDING_BYTES) {
    const retryAfterS = PENDING_RETRY_S;
    return {
      kind: 'refused',
      ...refuse('limit', 'Too many messages are waiting to be delivered.'),
      retryAfterS,
    };
  }
  return changed(
    {
      ...withQueued(conversation, conversation.n + 1, now),
      pending,
      recentIds: remember(conversation, clientMessageId),
      sentAt: rate.sentAt,
      last: waitingFor(conversation, {
        at: now,
        from: 'visitor',
        author: by ?? null,
        line: lineOf(text),
        n: conversation.n + 1,
      }),
    },
    {
      at: now,
      kind: 'message',
      from: by === undefined ? 'visitor' : 'customer',
      author: by ?? null,
      text,
      clientMessageId,
    },
  );
}

/**
 * Before Jira is asked to take the first waiting message: whoever comes next knows that it may be there already.
 * Unchanged when there is none, when `attemptId` has it already, or when another attempt may still be going on.
 */
export function beginDelivery(conversation: Conversation, attemptId: string, now: number): Step {
  const [next, ...rest] = conversation.pending;
  if (conversation.held) return unchanged(conversation);
  if (!next || next.attempt?.id === attemptId || isAttemptFresh(next, now)) return unchanged(conversation);
  if (isLookedAtLater(next, now)) return unchanged(conversation);
  const attempt = { id: attemptId, at: now, count: (next.attempt?.count ?? 0) + 1, asked: true };
  const doubt = doubtOf(next, now);
  return changed({
    ...withoutQueued(conversation),
    pending: [{ ...next, attempt, ...(doubt && { doubt }) }, ...rest],
  });
}

export interface Delivered {
  n: number;
  /** Null: it is the request itself. */
  comment: { id: string; createdAt: number } | null;
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
  { n, comment, issue, accountId, reopened, now }: Delivered,
): Step {
  if (!conversation.pending.some((each) => each.n === n)) return unchanged(conversation);
  const next: Conversation = {
    ...conversation,
    issue,
    visitor: { ...conversation.visitor, accountId: accountId ?? conversation.visitor.accountId },
    pending: conversation.pending.filter((each) => each.n !== n),
    ...(comment && { comments: { ...conversation.comments, [comment.id]: { n, at: comment.createdAt } } }),
    failure: null,
    heardRev: conversation.rev + 1,
  };
  // Comments of the request before it are nobody's any more.
  if (!comment) {
    delete next.notes;
    Object.assign(next, { comments: {}, raised: { n } });
  }
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
  const known = conversation.failed && { failed: [...conversation.failed, n] };
  const next = { ...conversation, pending, failure: reason, ...known };
  if (reason !== 'request-gone') return changed(next, failed);
  const gone = { ...next, goneAt: conversation.goneAt ?? now, ended: true };
  const isKnown = conversation.ended && conversation.failure === reason;
  return isKnown ? changed(gone, failed) : changed(gone, failed, { at: now, kind: 'ended', reason });
}

/** An agent has the conversation open and types. */
export const agentTypes = (conversation: Conversation, now: number): Step =>
  changed({ ...conversation, typingUntil: now + TYPING_MS });
