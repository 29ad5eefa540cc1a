import * as z from 'zod';
import type { FailureReason, VisitorKind } from '../domain/conversation';
import { INBOX_FILTERS } from '../domain/conversation-listing';
import { FLAGGED_CHATS, SEARCH_LENGTH } from '../domain/inbox-limits';
import type { Person } from '../domain/person';
import type { Confidence } from '../domain/visitor-registration';
import { conversationId, instant, projectId } from './fields';

/** Lists of chats, for agents, online or not (rule S7). Instants are ISO strings. */

export interface InboxRow {
  conversationId: string;
  /** Null: anonymous; show the project's own word for that. */
  customer: string | null;
  kind: VisitorKind;
  /** Who vouches for the customer's address (rule T1). */
  confidence: Confidence;
  /** The visitor's page was heard of in the last two and a half minutes. */
  here: boolean;
  lastAt: string;
  lastFrom: 'visitor' | 'agent';
  /** The agent; of `visitor`, another customer. Null: the chat's own customer. */
  lastAgent: Person | null;
  lastLine: string;
  firstLine: string;
  issueKey: string | null;
  issueUrl: string | null;
  /** The request's status in Jira, in Jira's words. */
  status: string | null;
  assignee: Person | null;
  /** They are no agent of the project any more; the chat counts as nobody's. */
  assigneeLeft?: true;
  unanswered: boolean;
  /** Since when the customer has waited for a reply; null: they do not. */
  waitingSince: string | null;
  ended: boolean;
  /** A message could not be delivered to Jira, and never will be. */
  failure: FailureReason | null;
  /** Visitor's messages still on their way to Jira. */
  pending: number;
  /** Since when it has been held back: it is not in Jira until an agent releases it (rule T6). */
  held?: string;
  /** An agent ended and blocked it; what takes that back. */
  blockId?: string;
}

export interface InboxPage {
  now: string;
  project: { id: string; key: string; name: string };
  /** What anonymous visitors are called in this project. */
  anonymousName: string;
  rows: InboxRow[];
  cursor: string | null;
  /** Chats held back in this project, on the first page of a list; absent: none. `isMore`: more than that. */
  held?: ChatCount;
}

/** How many chats of a list there are; `isMore`: that many are counted, and there are more. */
export interface ChatCount {
  count: number;
  isMore: boolean;
}

/** Of the filters that are about what is left to do. */
export interface InboxCounts {
  now: string;
  counts: Record<'unanswered' | 'mine' | 'unassigned' | 'unresolved', ChatCount>;
}

export interface WaitingChat {
  conversationId: string;
  /** Null: anonymous. */
  customer: string | null;
  /** The last that was said. */
  line: string;
  since: string;
  /** When something was said last. */
  lastAt: string;
  /** It is the first that its customer says. */
  isNew: boolean;
}

/** Who waits in a project where I am an agent. */
export interface WaitingInProject extends ChatCount {
  projectId: string;
  projectName: string;
  anonymousName: string;
  /** Am I online there: only then I am told of each chat. */
  online: boolean;
  longestSince: string | null;
  /** Where I am online: the longest wait first, at most FLAGGED_CHATS. */
  chats: WaitingChat[];
}

/** For indicator and flags on every Jira page (rules D1, I7). */
export interface Waiting {
  now: string;
  /** Without those in which nobody waits. */
  projects: WaitingInProject[];
}

/** For the flags on every Jira page: what visitors wrote since, in the projects where I am online. */
export interface NewMessages {
  now: string;
  messages: {
    conversationId: string;
    projectId: string;
    projectName: string;
    /** Whoever wrote it: the chat's customer, or another one. */
    customer: string | null;
    anonymousName: string;
    line: string;
    at: string;
    isNew: boolean;
  }[];
  /** Those of the chats asked about whose visitor waits for no answer of mine any more. */
  settled: string[];
}

export const inboxSchemas = {
  // Agents, online or not (rule S7).
  listConversations: z.strictObject({
    projectId,
    filter: z.enum(INBOX_FILTERS),
    cursor: z.string().min(1).max(2_000).optional(),
  }),
  searchChats: z.strictObject({
    projectId,
    query: z.string().trim().min(1).max(SEARCH_LENGTH),
    cursor: z.string().min(1).max(2_000).optional(),
  }),
  countChats: z.strictObject({ projectId }),
  getWaiting: z.strictObject({}),
  /** Of pages that were loaded before `getWaiting`. */
  getNewMessages: z.strictObject({
    since: instant,
    /** Chats that have a flag on the page: the answer says which of them need none any more. */
    flagged: z.array(conversationId).max(FLAGGED_CHATS).optional(),
  }),
} as const;
