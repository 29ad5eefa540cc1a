import { isErased, type Conversation, type ConversationEvent } from './conversation';
import { changed, unchanged, type Step } from './conversation-transitions';
import { foldedEmail } from './email-address';
import { blank } from './request-transitions';

/** Whose data: an address as somebody said it or a web site signed it, or an Atlassian account. */
export type Whom = { email: string } | { accountId: string };

/** What a receipt knows a person by. Of one address the same each time, and never stored. */
export const nameOfWhom = (whom: Whom): string =>
  'email' in whom ? foldedEmail(whom.email) : whom.accountId;

/** Is it the chat of this person? */
export const isChatOf = ({ visitor }: Pick<Conversation, 'visitor'>, whom: Whom): boolean =>
  'email' in whom
    ? visitor.email !== null && foldedEmail(visitor.email) === foldedEmail(whom.email)
    : visitor.accountId === whom.accountId;

/** Stands for somebody whose data was erased, as for one whose account was closed. */
const ERASED = 'erased';

/** Nothing comes in from now on, so that what is erased then is all there is. Who it was goes last: until then it is found. */
export function beginErasure(conversation: Conversation, now: number): Step {
  if (isErased(conversation)) return unchanged(conversation);
  const { registration: _registration, ...rest } = conversation;
  const next: Conversation = { ...rest, failure: 'erased', ended: true };
  return conversation.ended ? changed(next) : changed(next, { at: now, kind: 'ended' });
}

/** Messages in one transaction, each with its last edit: Forge takes 25 operations, some of them for the chat itself. */
const MESSAGES_AT_ONCE = 8;

/** The messages of one account in somebody else's chat that still say something. */
export const messagesOf = (events: readonly ConversationEvent[], accountId: string): ConversationEvent[] =>
  events.filter((event) => event.kind === 'message' && event.author === accountId);

/**
 * Takes what an account said out of somebody else's chat, some of it at a time; unchanged: there is nothing left. The
 * comments stay known, so that an edit in Jira brings nothing back.
 */
export function eraseMessagesOf(
  conversation: Conversation,
  accountId: string,
  events: readonly ConversationEvent[],
): Step {
  const some = messagesOf(events, accountId).slice(0, MESSAGES_AT_ONCE);
  const lookalikes = conversation.lookalikes?.filter((id) => id !== accountId);
  const isNamed = lookalikes?.length !== conversation.lookalikes?.length;
  if (some.length === 0 && !isNamed) return unchanged(conversation);
  const numbers = new Set(some.map(({ n }) => n));
  const comments = Object.fromEntries(
    Object.entries(conversation.comments).map(([id, comment]) => [
      id,
      numbers.has(comment.n) ? { ...comment, erased: true as const } : comment,
    ]),
  );
  const edits = events.filter((event) => event.kind === 'edited' && numbers.has(event.of));
  const { last } = conversation;
  const step = changed({
    ...conversation,
    comments,
    ...(lookalikes && { lookalikes }),
    last: last.author === accountId ? { ...last, author: null, line: '' } : last,
  });
  const rewritten = [...some, ...edits]
    .flatMap(blank)
    .map((event) => (event.kind === 'message' ? { ...event, author: ERASED } : event));
  return step.kind === 'changed' ? { ...step, rewritten } : step;
}
