import * as z from 'zod';
import type { AvailabilityState } from '../domain/availability';
import type { DeliveryState, Speaker } from '../domain/conversation';
import type { PageContext } from '../domain/page-context';
import type { Person } from '../domain/person';
import type { ByMail } from '../domain/visitor-registration';
import { conversationId, message } from './fields';
import type { Way } from '../domain/ways';
import type { InboxRow } from './inbox';

const jiraId = z.string().regex(/^\d{1,20}$/);

/** One chat as an agent reads and answers it. Instants are ISO strings. */

export interface ConversationMessage {
  n: number;
  at: string;
  from: Speaker;
  /** Whoever else than the visitor. */
  agent: Person | null;
  text: string;
  edited: boolean;
  deleted: boolean;
  /** Of the visitor's messages; the agents' own are in Jira already. */
  delivery: DeliveryState;
}

/** An internal note in the request: no customer sees it. */
export interface ConversationNote {
  /** The comment's in Jira. */
  id: string;
  at: string;
  /** Null: an app, or an automation. */
  agent: Person | null;
  text: string;
  edited: boolean;
}

export interface ConversationView {
  now: string;
  /** Grows with every change. */
  rev: number;
  row: InboxRow;
  email: string | null;
  /** Do replies reach the customer by email? */
  byMail: ByMail;
  /** May an agent say that the address is the customer's, or say so again where Jira refused it? */
  canConfirm: boolean;
  page: string | null;
  locale: string | null;
  /** What the page declared: its claim. Empty: nothing. */
  context: PageContext;
  /** What customers were told when this one began (rule K9). Absent: it began before that was noted. */
  promised?: { state: AvailabilityState; until: string | null; nextOnlineAt: string | null };
  /** One page of them, the newest unless an earlier one was asked for. */
  messages: ConversationMessage[];
  /**
   * The internal notes among the newest comments of the request, in the order written; with an earlier page: none. Null:
   * there are some, and Jira does not say them right now.
   */
  notes: ConversationNote[] | null;
  /** Earlier ones are before this number (`getConversation`'s `before`); null: these are the first. */
  earlier: number | null;
  /** Grows when something happens to a message of an earlier page: what is known of those is to be asked for again. */
  corrected: number;
  /** May the person resolve it now; false where the workflow has no way. */
  canResolve: boolean;
  /** How. One that `resolves` is what "Resolve" does; of several, or of none, the person chooses. */
  ways: Way[];
}

export const agentConversationSchemas = {
  getConversation: z.strictObject({
    conversationId,
    /** The page of messages before this number (`earlier` of another answer); absent: the newest. */
    before: z.number().int().min(2).max(1_000_000).optional(),
  }),
  reply: z.strictObject({ conversationId, message, operationId: z.uuid() }),
  /** An internal note, which no customer sees. The same operation twice is one note. */
  addNote: z.strictObject({ conversationId, message, operationId: z.uuid() }),
  confirmEmail: z.strictObject({ conversationId }),
  resolve: z.strictObject({
    conversationId,
    /** Of `ways`; absent: the only one that `resolves`. */
    transitionId: jiraId.optional(),
    resolutionId: jiraId.optional(),
  }),
  typing: z.strictObject({ conversationId }),
} as const;
