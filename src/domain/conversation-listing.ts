import { isUnanswered, type Conversation } from './conversation';
import { deliverableAt } from './delivery-queue';
import { followedAt } from './request-reading';
import { isRegistrationDue } from './visitor-registration';
import { waitingSinceOf } from './waiting';

/** Which of a project's conversations. `unanswered`, `unassigned` and those assigned to somebody are open. */
export type ConversationList =
  'all' | 'open' | 'unanswered' | 'unassigned' | 'held' | { readonly assignedTo: string };

/**
 * What of a conversation grows with it, or is of no use in a list. It is stored beside what lists show, so that a list
 * costs the same however much was said.
 */
export const UNLISTED = [
  'tokenHash',
  'page',
  'locale',
  'context',
  'told',
  'pending',
  'failed',
  'queued',
  'queuedAt',
  'comments',
  'raised',
  'notes',
  'recentIds',
  'sentAt',
] as const satisfies (keyof Conversation)[];

/** A conversation as lists have it. */
export type ListedConversation = Omit<Conversation, (typeof UNLISTED)[number]> & {
  /** Visitor's messages that are not in Jira yet. */
  waiting: number;
  /** When the first of them can be delivered, epoch ms. Absent: none waits, or it was stored before this was told. */
  deliverableAt?: number;
  /** There are more of them than are listed. */
  moreAuthors?: true;
};

/** Agents of one chat that lists name. */
const AUTHORS_LISTED = 20;

export function listedOf(conversation: Conversation): ListedConversation {
  const unlisted: ReadonlySet<string> = new Set(UNLISTED);
  const { authors, pending } = conversation;
  const dueAt = deliverableAt(conversation);
  const listed = Object.fromEntries(Object.entries(conversation).filter(([name]) => !unlisted.has(name)));
  return {
    ...(listed as Omit<Conversation, (typeof UNLISTED)[number]>),
    authors: authors.slice(0, AUTHORS_LISTED),
    waiting: pending.length,
    ...(dueAt !== null && { deliverableAt: dueAt }),
    ...(authors.length > AUTHORS_LISTED && { moreAuthors: true }),
  };
}

export interface ConversationPage {
  conversations: ListedConversation[];
  /** Null: there is no more. A page may be empty and not the last. */
  cursor: string | null;
}

/** Who is assigned where nobody is, or nobody who can still see it: indexes take no blank. No account id has parentheses. */
export const NOBODY = '(nobody)';

/** What lists of conversations are found by. Stored beside each, and computed from it at every change. */
export interface ConversationListing {
  /**
   * `open`: there is something to do, be it that the customer goes on writing to a resolved request. `held`: nothing,
   * until an agent releases it.
   */
  state: 'open' | 'ended' | 'held';
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
  /** Since when its customer waits; of who does not, when something was said last. Epoch ms. */
  since: number;
}

export function listingOf(conversation: Conversation): ConversationListing {
  const { ended, last, assignee, assigneeLeft, pending, registration, held, blocked } = conversation;
  const [first] = pending;
  const isJoining = !first && isRegistrationDue(conversation);
  const isWaiting = !held && (first !== undefined || isJoining);
  const dueAt = isWaiting || held ? Infinity : followedAt(conversation);
  const triedAt = (isJoining ? registration?.triedAt : first?.attempt?.at) ?? last.at;
  return {
    state: held ? 'held' : (ended || blocked) && !isUnanswered(conversation) ? 'ended' : 'open',
    spoke: last.from,
    assignee: assigneeLeft ? NOBODY : (assignee ?? NOBODY),
    delivery: isWaiting ? 'waiting' : dueAt === Infinity ? 'done' : 'followed',
    tried: dueAt === Infinity ? triedAt : dueAt,
    since: waitingSinceOf(conversation),
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
