import type { Conversation } from './conversation';

/** Which of a project's conversations. `unanswered`, `unassigned` and those assigned to somebody are open. */
export type ConversationList = 'all' | 'open' | 'unanswered' | 'unassigned' | { readonly assignedTo: string };

export interface ConversationPage {
  conversations: Conversation[];
  /** Null: there is no more. A page may be empty and not the last. */
  cursor: string | null;
}

/** Who is assigned where nobody is: indexes take no blank. No account id has parentheses. */
export const NOBODY = '(nobody)';

/** What lists of conversations are found by. Stored beside each, and computed from it at every change. */
export interface ConversationListing {
  state: 'open' | 'ended';
  /** Who spoke last. */
  spoke: 'visitor' | 'agent';
  /** An account id, or NOBODY. */
  assignee: string;
  /** Does any message wait for its delivery to Jira? */
  delivery: 'waiting' | 'done';
  /** When its first waiting message was last tried; without one, when something was said last. Epoch ms. */
  tried: number;
}

export function listingOf({ ended, last, assignee, pending }: Conversation): ConversationListing {
  const [first] = pending;
  return {
    state: ended ? 'ended' : 'open',
    spoke: last.from,
    assignee: assignee ?? NOBODY,
    delivery: first ? 'waiting' : 'done',
    tried: first?.attempt?.at ?? last.at,
  };
}
