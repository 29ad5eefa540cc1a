import type { Conversation, ConversationEvent } from './domain/conversation';
import type { Pulse } from './domain/pulse';
import type { ConversationList, ConversationPage, ListedConversation } from './domain/conversation-listing';
import type { CommitOutcome } from './storage-ports';

/** What use cases need stored of conversations. Every call may throw PlatformFault. */

/** Conversations themselves, each by its id. */
export interface ConversationRecords {
  /** Null: not there, or expired. */
  read(id: string): Promise<Conversation | null>;
  /** As lists have them, and as they are now; those that are not there or cannot be read are left out. */
  readMany(ids: string[]): Promise<Map<string, ListedConversation>>;
  /** What an idle poll costs: one small record. */
  pulse(id: string): Promise<Pulse | null>;
  /** Events `from`–`to`, inclusive; those that expired are left out. */
  events(id: string, from: number, to: number): Promise<ConversationEvent[]>;
  /** Those of these numbers, likewise. */
  eventsAt(id: string, numbers: number[]): Promise<ConversationEvent[]>;
  /** Events, and when the visitor's page was last heard of (epoch ms, null: not lately): of up to 24 events, one read. */
  page(
    id: string,
    from: number,
    to: number,
  ): Promise<{ events: ConversationEvent[]; heardAt: number | null }>;
  /**
   * One transaction, on the condition that the stored revision is that of `before` (null: that there is none). Events
   * that are stored already are written anew.
   */
  commit(
    before: Conversation | null,
    after: Conversation,
    events: ConversationEvent[],
  ): Promise<CommitOutcome>;
  /**
   * Written down before Jira is asked to take an agent's reply: whose turn it is to post it. Turns count from 0; each is
   * taken once. Answers who has it: `wanted`, or whoever came first.
   */
  takeReplyTurn(id: string, operationId: string, turn: number, wanted: ReplyTurn): Promise<ReplyTurn>;
  /** Whoever had it is done with it, and has nothing to show for it. */
  endReplyTurn(id: string, operationId: string, turn: number): Promise<void>;
  /** Takes all that was said out of events `from`–`to` of a conversation. */
  eraseWords(id: string, from: number, to: number): Promise<void>;
  /** Takes a person's id out of them. */
  eraseAuthor(id: string, accountId: string, from: number, to: number): Promise<void>;
}

/** One attempt to post a reply: by one call, from a moment on (epoch ms). */
export interface ReplyTurn {
  by: string;
  at: number;
}

/** Where conversations are found. Lists may be some moments old. */
export interface ConversationIndex {
  /** A list of a project: `unanswered` by the longest wait, the others last word first. */
  page(projectId: string, list: ConversationList, cursor: string | null): Promise<ConversationPage>;
  /** The first of the same list, as many as are ever counted. */
  counted(
    projectId: string,
    list: ConversationList,
  ): Promise<{ conversations: ListedConversation[]; isMore: boolean }>;
  /** All of a project, last word first: a page as large as Forge finds at once. */
  newest(projectId: string, cursor: string | null): Promise<ConversationPage>;
  /** Those in which a customer spoke last, last word last. */
  customersSpoke(projectId: string, cursor: string | null): Promise<ConversationPage>;
  /** The newest unanswered ones in which something was said after `since`, last word first. */
  unansweredSince(projectId: string, since: number): Promise<ListedConversation[]>;
  /** Those with messages for Jira that nobody tried to deliver since `before`, the longest untried first. */
  undelivered(projectId: string, before: number, cursor: string | null): Promise<ConversationPage>;
  /** All of a project in which something was said at `from` (epoch ms) or later, last word first. */
  saidSince(projectId: string, from: number, cursor: string | null): Promise<ConversationPage>;
  /** Those held back in which something was said at `from` (epoch ms) or later, last word last: one page. */
  heldSince(projectId: string, from: number): Promise<ConversationPage>;
  /** Those whose request is to be looked at by `now`, the longest due first. */
  toFollow(projectId: string, now: number): Promise<ConversationPage>;
  /**
   * All of a project, last word last: one in which somebody speaks between two pages comes again, where the other
   * way round it would not come at all.
   */
  pass(projectId: string, cursor: string | null): Promise<ConversationPage>;
  ofIssue(issueId: string): Promise<string | null>;
  saveIssue(issueId: string, id: string): Promise<void>;
  /**
   * The conversation of the project in which this account spoke last, on the portal, or the person whom `subject` of a
   * conversation stands for, on a web page; null: none that is still kept.
   */
  ofAccount(projectId: string, owner: string): Promise<string | null>;
  forgetAccount(projectId: string, accountId: string): Promise<void>;
}

/** Whose page is open before their eyes. */
export interface Visits {
  /** When a visitor's page was last heard of, epoch ms. */
  here(ids: string[]): Promise<Map<string, number>>;
  /** Those of a project whose visitor's page was heard of after `since`, last heard of first. */
  hereSince(
    projectId: string,
    since: number,
    cursor: string | null,
  ): Promise<{ ids: string[]; cursor: string | null }>;
  /** `projectId`: as the pulse says it; null: it does not, and has to be looked up. */
  saveHere(id: string, at: number, projectId: string | null): Promise<void>;
}
