import { LEFT_OUT } from './adf/left-out';
import {
  assignedTo,
  isErased,
  type Conversation,
  type ConversationEvent,
  type Speaker,
} from './conversation';
import {
  changed,
  isFullForAll,
  quietly,
  remember,
  sentAs,
  unchanged,
  type NewEvent,
  type Step,
} from './conversation-transitions';
import { fingerprint } from './fingerprint';
import { lineOf } from './first-line';
import { REMEMBERED_AUTHORS } from './limits';
import type { RequestState } from './service-request';
import { repliedBefore, waitingFor } from './waiting';

/** What one thing that Jira says of a request changes in its chat. */

/** What was stored of a conversation, by number; what is not there has expired. */
export type StoredEvents = ReadonlyMap<number, ConversationEvent>;

/** The request is not there (any more), `since` when: the chat has ended, and agents are told why. */
export function requestGone(conversation: Conversation, now: number, since = now): Step {
  if (isErased(conversation)) return unchanged(conversation);
  if (conversation.failure === 'request-gone' && conversation.ended) return unchanged(conversation);
  const next = letGo(conversation, 'request-gone', since);
  // Also of a chat that had ended before: it cannot be gone on with any more.
  return changed(next, { at: now, kind: 'ended', reason: 'request-gone' });
}

/** It is in another project now: nothing that is written there reaches the customer. */
export function requestMoved(conversation: Conversation, now: number): Step {
  if (conversation.failure === 'request-moved') return unchanged(conversation);
  const next = letGo(conversation, 'request-moved', now);
  return conversation.ended ? changed(next) : changed(next, { at: now, kind: 'ended' });
}

const letGo = (
  conversation: Conversation,
  failure: 'request-gone' | 'request-moved',
  goneAt: number,
): Conversation => ({
  ...conversation,
  failure,
  goneAt,
  ended: true,
  status: null,
  heardRev: conversation.rev + 1,
});

export interface RequestMessage {
  /** The operation of a reply from the inbox, or null for a comment written in Jira or on the portal. */
  operationId: string | null;
  commentId: string;
  author: string;
  from: Speaker;
  /** Of an agent, it counts as an answer. False: it may be the customer who writes. */
  answers?: boolean;
  text: string;
  /** By Jira's clock. */
  createdAt: number;
  updatedAt: number;
  now: number;
}

/**
 * A public comment, wherever it was written. Jira's event of a reply from the inbox may come before or after the reply
 * has been noted here.
 */
export function commentAdded(conversation: Conversation, message: RequestMessage): Step {
  const { operationId, commentId, author, from, answers = true, text, createdAt, updatedAt, now } = message;
  if (isErased(conversation)) return unchanged(conversation);
  const known = conversation.comments[commentId];
  const isNoted = operationId === null || sentAs(conversation, operationId) !== null;
  if (known && !isNoted)
    return quietly({ ...conversation, recentIds: remember(conversation, operationId, known.n) });
  if (known || (operationId !== null && isNoted)) return unchanged(conversation);
  if (isFullForAll(conversation)) return unchanged(conversation);
  const { last, authors } = conversation;
  const isAnswer = from === 'agent' && answers;
  const n = conversation.n + 1;
  const by = from === 'visitor' ? null : author;
  const events: NewEvent[] = [
    { at: createdAt, kind: 'message', from, author: by, text, clientMessageId: null },
  ];
  if (from === 'visitor') events.push({ at: createdAt, kind: 'delivered', of: n });
  const isLastWord = createdAt >= last.at && from !== 'app' && (from !== 'agent' || answers);
  return changed(
    {
      ...conversation,
      comments: { ...conversation.comments, [commentId]: { n, at: updatedAt } },
      recentIds: operationId === null ? conversation.recentIds : remember(conversation, operationId),
      authors: from === 'agent' ? withAuthor(authors, author) : authors,
      ...(isAnswer && firstAnswer(conversation, createdAt)),
      last: isLastWord
        ? waitingFor(conversation, { ...lastWord(n, from, by, text, createdAt), heardAt: now })
        : isAnswer
          ? repliedBefore(last, createdAt)
          : last,
      typingUntil: from === 'agent' ? 0 : conversation.typingUntil,
    },
    ...events,
  );
}

/** Comments are not always heard of in the order in which they were written. */
function firstAnswer(
  { firstAnsweredAt, authors }: Conversation,
  at: number,
): Pick<Conversation, 'firstAnsweredAt'> {
  const isUnknown = firstAnsweredAt === undefined && authors.length > 0;
  return isUnknown ? {} : { firstAnsweredAt: Math.min(firstAnsweredAt ?? Infinity, at) };
}

const withAuthor = (authors: string[], author: string): string[] =>
  authors.includes(author) || authors.length >= REMEMBERED_AUTHORS ? authors : [...authors, author];

const lastWord = (
  n: number,
  from: Speaker,
  author: string | null,
  text: string,
  at: number,
): Conversation['last'] =>
  from === 'agent'
    ? { at, from, author, line: lineOf(text), n }
    : { at, from: 'visitor', author, line: lineOf(text), n };

/** A comment that customers do not see any more: deleted, internal, restricted. Its text goes out of every copy. */
export function commentRemoved(
  conversation: Conversation,
  commentId: string,
  stored: StoredEvents,
  now: number,
): Step {
  const known = conversation.comments[commentId];
  if (!known) return unchanged(conversation);
  const { [commentId]: _gone, ...comments } = conversation.comments;
  const rewritten = [known.n, known.edit].flatMap((n) => blank(stored.get(n ?? 0)));
  const next = withoutWords({ ...conversation, comments }, known.n, withChanges(stored, rewritten));
  return rewriting(changed(next, { at: now, kind: 'deleted', of: known.n }), rewritten);
}

/** What a message said, and later said instead, is not kept. */
export const blank = (event: ConversationEvent | undefined): ConversationEvent[] =>
  event?.kind === 'message'
    ? [{ ...event, text: '', gone: true }]
    : event?.kind === 'edited'
      ? [overtaken(event)]
      : [];

/** In the place of an edit that another one followed: nothing, to pages of every version. */
const overtaken = ({ n, at }: ConversationEvent): ConversationEvent => ({ n, at, kind: 'deleted', of: n });

/** A comment was edited in Jira at `updatedAt`; told again, it changes nothing. */
export function commentEdited(
  conversation: Conversation,
  commentId: string,
  edit: { text: string; updatedAt: number; now: number },
  stored: StoredEvents,
): Step {
  const known = conversation.comments[commentId];
  if (!known || known.erased || edit.updatedAt <= known.at) return unchanged(conversation);
  const told = { n: known.n, at: edit.updatedAt, edit: conversation.n + 1 };
  const comments = { ...conversation.comments, [commentId]: told };
  return reworded({ ...conversation, comments }, known, edit, stored);
}

/** The description of the request was edited: it is the customer's own message. */
export function descriptionRead(
  conversation: Conversation,
  spoken: string | null,
  stored: StoredEvents,
  now: number,
): Step {
  const { raised } = conversation;
  if (!raised || !isOther(raised, spoken)) return unchanged(conversation);
  const seen = fingerprint(spoken);
  if (raised.seen === undefined) return quietly({ ...conversation, raised: { ...raised, seen } });
  const next = { ...conversation, raised: { n: raised.n, seen, edit: conversation.n + 1 } };
  return reworded(next, raised, { text: spoken ?? LEFT_OUT, now }, stored);
}

/** Does the description say something else than when it was looked at last? */
export const isOther = ({ seen }: { seen?: string }, spoken: string | null): boolean =>
  seen !== fingerprint(spoken);

/** Every copy of a message says what it says now; pages that have it already are told. `edit`: the edit before. */
function reworded(
  conversation: Conversation,
  { n, edit }: { n: number; edit?: number },
  { text, now }: { text: string; now: number },
  stored: StoredEvents,
): Step {
  const message = stored.get(n);
  const before = stored.get(edit ?? 0);
  const rewritten: ConversationEvent[] = [
    ...(message?.kind === 'message' ? [{ ...message, text, edited: true as const }] : []),
    ...(before?.kind === 'edited' ? [overtaken(before)] : []),
  ];
  const { last, firstLine } = conversation;
  const next = {
    ...conversation,
    firstLine: n === 1 ? lineOf(text) : firstLine,
    last: isLast(conversation, n, stored) ? { ...last, line: lineOf(text) } : last,
  };
  return rewriting(changed(next, { at: now, kind: 'edited', of: n, text }), rewritten);
}

const rewriting = (step: Step, rewritten: ConversationEvent[]): Step =>
  step.kind === 'changed' && rewritten.length > 0 ? { ...step, rewritten } : step;

/** Is message `n` the last word? Records of an older version do not say it: the last message that is stored is. */
const isLast = ({ last }: Conversation, n: number, stored: StoredEvents): boolean =>
  n ===
  (last.n ?? Math.max(...[...stored.values()].map((event) => (event.kind === 'message' ? event.n : 0))));

const withChanges = (stored: StoredEvents, changes: ConversationEvent[]): StoredEvents =>
  new Map([...stored, ...changes.map((event) => [event.n, event] as const)]);

/** The last word without message `n`: whoever spoke before it did so last. */
function withoutWords(conversation: Conversation, n: number, stored: StoredEvents): Conversation {
  const { last, firstLine } = conversation;
  const next = { ...conversation, firstLine: n === 1 ? '' : firstLine };
  if (!isLast(conversation, n, stored)) return next;
  const words = [...stored.values()]
    .filter(isMessage)
    .filter((event) => event.n !== n && !event.gone && event.from !== 'app')
    .sort((a, b) => b.at - a.at || b.n - a.n);
  const [before] = words;
  if (!before) return { ...next, last: { ...last, line: '' } };
  const word = lastWord(before.n, before.from, before.author, before.text, before.at);
  return {
    ...next,
    last: word.from === 'agent' ? word : { ...word, since: firstOfWait(words, conversation) },
  };
}

type SaidEvent = Extract<ConversationEvent, { kind: 'message' }>;

const isMessage = (event: ConversationEvent): event is SaidEvent => event.kind === 'message';

/** When the first of the customers' last words was said. `words`: the newest first. */
function firstOfWait(words: SaidEvent[], { endedAt = -Infinity }: Conversation): number {
  const replied = words.findIndex(({ from }) => from === 'agent');
  const unanswered = replied === -1 ? words : words.slice(0, replied);
  const since = unanswered.filter(({ at }) => at > endedAt);
  return Math.min(...(since.length > 0 ? since : unanswered).map(({ at }) => at));
}

/** The request changed in Jira: resolving it ends the chat, reopening it opens it again. */
export function requestChanged(
  conversation: Conversation,
  { status, resolved, resolvedAt, assignee }: RequestState,
  now: number,
): Step {
  if (isErased(conversation)) return unchanged(conversation);
  const { ended, failure } = conversation;
  // It is back: from another project, or out of hiding.
  const isBack = failure === 'request-gone' || failure === 'request-moved';
  const endedAt = resolved ? (resolvedAt ?? (ended ? conversation.endedAt : undefined) ?? now) : undefined;
  const isSame =
    conversation.status === status &&
    ended === resolved &&
    conversation.assignee === assignee &&
    conversation.endedAt === endedAt;
  if (isSame && !isBack) return unchanged(conversation);
  const { endedAt: _before, goneAt: _gone, ...rest } = conversation;
  const next: Conversation = {
    ...assignedTo(rest, assignee),
    status,
    ended: resolved,
    failure: isBack ? null : failure,
    heardRev: conversation.rev + 1,
    ...(endedAt !== undefined && { endedAt }),
  };
  // Of one that was gone, pages were told that it cannot be gone on with.
  if (ended === resolved && failure !== 'request-gone') return changed(next);
  return changed(
    next,
    resolved ? { at: endedAt ?? now, kind: 'ended' } : { at: now, kind: 'reopened', newRequest: false },
  );
}
