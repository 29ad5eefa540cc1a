import { isUnanswered, type Conversation } from './conversation';
import { followedAt } from './request-reading';
import { isRegistrationDue } from './visitor-registration';

/** Which of a project's conversations. `unanswered`, `unassigned` and those assigned to somebody are open. */
export type ConversationList = 'all' | 'open' | 'unanswered' | 'unassigned' | { readonly assignedTo: string };

export interface ConversationPage {
  conversations: Conversation[];
  /** Null: there is no more. A page may be empty and not the last. */
  cursor: string | null;
}

/** Who is assigned where nobody is, or nobody who can still see it: indexes take no blank. No account id has parentheses. */
export const NOBODY = '(nobody)';

/** What lists of conversations are found by. Stored beside each, and computed from it at every change. */
export interface ConversationListing {
  /** `open`: there is something to do, be it that the customer goes on writing to a resolved request. */
  state: 'open' | 'ended';
  /** Who spoke last. */
  spoke: 'visitor' | 'agent';
  /** An account id, or NOBODY. */
  assignee: string;
  /**
   * `waiting`: a message for its delivery to Jira, or its visitor to take part in the request. `followed`: nothing, but
   * Jira's word may have changed without our hearing of it.
   */
  delivery: 'waiting' | 'followed' | 'done';
  /**
   * When what waits was last tried; where nothing was yet, when something was said last. Of what is followed, when it is
   * to be looked at. Epoch ms.
   */
  tried: number;
}

export function listingOf(conversation: Conversation): ConversationListing {
  const { ended, last, assignee, assigneeLeft, pending, registration } = conversation;
  const [first] = pending;
  const isJoining = !first && isRegistrationDue(conversation);
  const isWaiting = first !== undefined || isJoining;
  const dueAt = isWaiting ? Infinity : followedAt(conversation);
  const triedAt = (isJoining ? registration?.triedAt : first?.attempt?.at) ?? last.at;
  return {
    state: ended && !isUnanswered(conversation) ? 'ended' : 'open',
    spoke: last.from,
    assignee: assigneeLeft ? NOBODY : (assignee ?? NOBODY),
    delivery: isWaiting ? 'waiting' : dueAt === Infinity ? 'done' : 'followed',
    tried: dueAt === Infinity ? triedAt : dueAt,
  };
}

/** Which conversations of a project the inbox shows. */
export const INBOX_FILTERS = [
  'unanswered',
  'mine',
  'unassigned',
  'unresolved',
  'here',
  'held',
  'all',
] as const;
export type InboxFilter = (typeof INBOX_FILTERS)[number];
