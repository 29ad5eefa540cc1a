import * as z from 'zod';
import type { InboxRow } from './inbox';
import { conversationId } from './fields';

/** Whom one chat is with, beyond that chat. Instants are ISO strings. */

/** Another chat of the same customer, as much of it as finds it again. */
export type EarlierChat = Pick<
  InboxRow,
  'conversationId' | 'firstLine' | 'lastAt' | 'issueKey' | 'status' | 'unanswered' | 'failure' | 'held'
>;

export interface CustomerKnown {
  now: string;
  /**
   * Chats that began before this one, of the same account or of the same person as the web site signed them: the last word
   * first, so many at most. Null: nobody vouches for who this is, and an address that somebody typed finds nobody's chats.
   */
  earlier: EarlierChat[] | null;
  /** There are more of them. */
  isMore: boolean;
  /** The project has more chats than were looked through: there may be more of this customer's. */
  isPart: boolean;
  /** Jira's search for this customer's requests; null: there is no account that Jira could search for. */
  requestsUrl: string | null;
}

export const customerSchemas = {
  getCustomer: z.strictObject({ conversationId }),
} as const;

export interface CustomerValues {
  getCustomer: CustomerKnown;
}
