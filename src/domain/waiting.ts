import { isUnanswered, type Conversation } from './conversation';

type Last = Conversation['last'];

/** Since when its customer has waited, where they do (`isUnanswered`); epoch ms. Of what was stored before it was noted: their last word. */
export const waitingSinceOf = ({ last }: Pick<Conversation, 'last'>): number => last.since ?? last.at;

/** The next last word. A customer waits from the first that nobody has replied to, however often they write again. */
export function waitingFor(conversation: Conversation, last: Last): Last {
  if (last.from === 'agent') return last;
  // Held back, it waits as well: it is only not counted yet.
  const { held: _held, ...released } = conversation;
  return { ...last, since: isUnanswered(released) ? waitingSinceOf(conversation) : last.at };
}

/** A reply that was heard of late, between two of the customer's words: nobody has waited longer than since then. */
export const repliedBefore = (last: Last, at: number): Last =>
  last.from === 'visitor' && at > waitingSinceOf({ last }) ? { ...last, since: at } : last;
