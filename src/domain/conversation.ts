import type { PageContext } from './page-context';
import type { StartPromise } from './start-promise';

/** A chat between a visitor and the agents of a project. Instants are epoch milliseconds. */

export type VisitorKind =
  /** Nothing is known of them; the app itself raises the request. */
  | 'anonymous'
  /** Said name and e-mail: a claim, until an agent vouches for it. */
  | 'registered'
  /** Logged in by the web site's own back end (signed identity), which vouches for the address. */
  | 'signed'
  /** Logged in on the portal. */
  | 'portal';

export interface Visitor {
  kind: VisitorKind;
  name: string | null;
  email: string | null;
  /** Their Atlassian account, once known: the request is raised for it. */
  accountId: string | null;
}

/** Where a visitor's message is on its way to Jira. */
export type DeliveryState = 'stored' | 'delivered' | 'failed';

export type FailureReason =
  | 'project-gone'
  | 'request-type-gone'
  /** Deleted, or hidden from the app by a security level: Jira does not tell them apart. */
  | 'request-gone'
  /** Out of the service desk: what is written there is not for this chat any more. */
  | 'request-moved'
  /** Not delivery failed: an admin erased the customer’s data, and nothing of the request is taken over any more. */
  | 'erased'
  | 'refused';

/** Whose words they are (rule T4), by account and role in the chat's own project. */
export type Speaker =
  | 'visitor'
  | 'agent'
  /** Somebody else without the role of an agent, such as a participant of the request. */
  | 'customer'
  /** An app or an automation. */
  | 'app';

/** Why a chat has ended for good. */
export type EndReason =
  /** Its request was deleted in Jira, or hidden from Frontdesk. */
  | 'request-gone'
  /** An agent rejected it while it was held back. */
  | 'refused';

/** What happened in a conversation, in order; `n` counts from 1 without gaps. */
export type ConversationEvent = { n: number; at: number } & (
  | {
      kind: 'message';
      from: Speaker;
      /** Account of whoever else than the visitor; null: the visitor. */
      author: string | null;
      /** As it reads now in Jira. */
      text: string;
      /** Jira shows it to customers no more: its text is not kept either. */
      gone?: true;
      /** It read otherwise once. Absent in what was stored before this was noted: `comments` and `edited` tell. */
      edited?: true;
      /** The visitor's own id of it, which their page knows it by. */
      clientMessageId: string | null;
    }
  /** The visitor's message `of` is in Jira. */
  | { kind: 'delivered'; of: number }
  /** It never will be. */
  | { kind: 'failed'; of: number; reason: FailureReason }
  /** `text`: as it reads now, not as it read then. */
  | { kind: 'edited'; of: number; text: string }
  | { kind: 'deleted'; of: number }
  /** `reason`: absent where the chat can be gone on with. */
  | { kind: 'ended'; reason?: EndReason }
  /** `newRequest`: the workflow has no way back, so the conversation goes on in a new request. */
  | { kind: 'reopened'; newRequest: boolean }
  /** What became in Jira of the details that an anonymous visitor left later. `byMail`: answers reach them there. */
  | { kind: 'registered'; byMail: boolean }
);

/** A visitor's message that is not in Jira yet. */
export interface PendingMessage {
  n: number;
  text: string;
  /** The account of whoever else than the visitor wrote it: somebody who takes part in the request. Absent: the visitor. */
  by?: string;
  /** The last attempt; its outcome is not known until the message is no longer pending. */
  attempt: {
    id: string;
    at: number;
    count: number;
    /** False: it ended before Jira was asked for anything. Absent: of a version before, which did not tell. */
    asked?: boolean;
  } | null;
  /** Jira may have it since then, and is looked at again at `lookAt`. See delivery-doubt.ts. */
  doubt?: { since: number; lookAt: number };
}

export interface Conversation {
  id: string;
  projectId: string;
  rev: number;
  createdAt: number;
  visitor: Visitor;
  /** Stands for the `sub` that the web site's back end has signed, and the project. Absent: it was nobody signed. */
  subject?: string;
  /** SHA-256 of the token, base64url. The token itself is known to the visitor's page only. */
  tokenHash: string;
  /** Where they wrote from, as their page says. */
  page: string | null;
  locale: string | null;
  /** What the page declared when it began. Absent: nothing. */
  context?: PageContext;
  serviceDeskId: string;
  /** What its customer was told when they began (rule K9). Absent: it began before this was noted. */
  promised?: StartPromise;
  /** What of it was kept with its request last. See chat-facts.ts. */
  told?: string;
  issue: { id: string; key: string } | null;
  /** Events so far. */
  n: number;
  pending: PendingMessage[];
  /** Messages that never will be in Jira. Absent: the chat began before this was noted, and its events alone tell. */
  failed?: number[];
  /** A job was queued that delivers message `n`, and has not begun. See delivery-queue.ts. */
  queued?: { at: number; n: number };
  /** When jobs were queued lately. */
  queuedAt?: number[];
  /**
   * Comment id in Jira → the event of its message, the moment of the comment's last change that is known here, by Jira's
   * clock, and the event that told of its last edit. `erased`: its author’s data was, and no edit brings it back.
   */
  comments: Record<string, { n: number; at: number; edit?: number; erased?: true }>;
  /** The message that the request itself is made of; `seen`: what its description read like, once it was looked at. */
  raised?: { n: number; seen?: string; edit?: number };
  /** Internal notes of the request, of which no word is kept here. Absent: none was heard of. See internal-notes.ts. */
  notes?: { mark: string; posted: { operation: string; comment: string }[] };
  /** When Jira was asked last what it says now. Absent: never. */
  readAt?: number;
  /** When a look failed, since the last that did not. */
  failedAt?: number;
  /** The revision in which Jira's word was taken over last. Absent: never. */
  heardRev?: number;
  /** Since when Jira has not had the request any more. */
  goneAt?: number;
  /** What had been said was erased then. */
  erasedAt?: number;
  /** Ids of the last messages sent, by either side: a repetition changes nothing. */
  recentIds: { id: string; n: number }[];
  /** What becomes of the visitor's person in Jira; `by`: who vouched. See visitor-registration.ts. */
  registration?: {
    state: 'waiting' | 'noted' | 'done' | 'refused';
    triedAt: number;
    /** An agent's account; null: one that was closed since. Absent: no agent vouched. */
    by?: string | null;
    /** The run that is at it. */
    attempt?: { id: string; at: number };
  };
  /**
   * Accounts that Jira finds by the address that the visitor typed. That proves nothing; but what they write may be the
   * visitor's own words, and does not count as an answer.
   */
  lookalikes?: string[];
  /** When the visitor sent their last messages: the rate limit. */
  sentAt: number[];
  ended: boolean;
  /** When it was resolved, by Jira's clock. Absent: it was not, or before that was noted. */
  endedAt?: number;
  failure: FailureReason | null;
  assignee: string | null;
  /** The assignee is no agent of the project any more, as far as is known. Absent: they are. */
  assigneeLeft?: true;
  /** Accounts of the agents who wrote in it, so many at most. */
  authors: string[];
  status: string | null;
  /**
   * The last word of somebody who waits or answers, for the inbox. `visitor`: or, with an author, another customer. `n`:
   * its event.
   * `heardAt`: when it was heard of, where that was later than it was written. `since`: of a customer's, when the first
   * was said that nobody has replied to; see waiting.ts.
   */
  last: {
    at: number;
    from: 'visitor' | 'agent';
    author: string | null;
    line: string;
    n?: number;
    heardAt?: number;
    since?: number;
  };
  firstLine: string;
  /** When an agent first answered, by Jira's clock; null: nobody has. Absent: it began before this was noted. */
  firstAnsweredAt?: number | null;
  /** An agent is writing until then. */
  typingUntil: number;
  /**
   * Began beside a request that was there before; `after`: the newest comment that it had then, from which on comments belong to
   * the chat. Jira says each time who takes part.
   */
  beside?: { after: string };
  /** Began on a web page with this widget id; when it is renewed, nobody writes any more. Absent: not, or before it was noted. */
  widgetId?: string;
  /** Not passed on to Jira until an agent releases it (rule T6). */
  held?: { since: number };
  /** An agent rejected it while it was held back. */
  rejectedAt?: number;
  /** An agent ended it for its visitor (rule T7); `by`: null once their account is closed. See blocked-visitor.ts. */
  blocked?: { at: number; by: string | null; reason: string | null; blockId: string };
}

/** When Jira was asked last, or, where it never was, when something was said last. */
export const lookedAt = ({
  readAt,
  failedAt,
  last,
}: Pick<Conversation, 'readAt' | 'failedAt' | 'last'>): number => Math.max(readAt ?? last.at, failedAt ?? 0);

/** Is there a request in Jira whose comments belong to this chat? */
export const isFollowed = ({ issue, failure }: Pick<Conversation, 'issue' | 'failure'>): boolean =>
  issue !== null && failure !== 'request-gone' && failure !== 'request-moved' && failure !== 'erased';

/** An admin erased the customer’s data (rule T8): from then on nothing that anybody says is kept here. */
export const isErased = ({ failure }: Pick<Conversation, 'failure'>): boolean => failure === 'erased';

/** The account of a customer who was logged in on the portal. An address opens nothing, since anybody can type it. */
export const portalAccount = ({ visitor }: Pick<Conversation, 'visitor'>): string | null =>
  visitor.kind === 'portal' ? visitor.accountId : null;

/**
 * The account that opens the conversation by itself, and comes back to it on every page of the portal. Nobody's where Jira says
 * each time who takes part.
 */
export const openedBy = (conversation: Pick<Conversation, 'visitor' | 'beside'>): string | null =>
  conversation.beside ? null : portalAccount(conversation);

/** Who finds the conversation again wherever they are: an account of the portal, or what stands for a signed person. */
export const ownerOf = (conversation: Pick<Conversation, 'visitor' | 'subject'>): string | null =>
  portalAccount(conversation) ?? conversation.subject ?? null;

/**
 * What the customer is called; null: anonymous. The name of an account counts only for somebody who was logged in to it:
 * behind an address that anybody can type there may be the account of somebody else.
 */
export const customerName = (
  conversation: Pick<Conversation, 'visitor'>,
  people: ReadonlyMap<string, { name: string | null }>,
): string | null => {
  const { name, email } = conversation.visitor;
  return people.get(portalAccount(conversation) ?? '')?.name ?? name ?? email;
};

/** Of somebody else, nobody has left yet. */
export function assignedTo(conversation: Conversation, assignee: string | null): Conversation {
  const { assigneeLeft: _before, ...rest } = conversation;
  return { ...(assignee === conversation.assignee ? conversation : rest), assignee };
}

/**
 * A customer spoke last, to an open request or after it was resolved; where it is gone, or held back, nobody can answer,
 * and whoever was blocked waits for nothing.
 */
export const isUnanswered = ({
  ended,
  endedAt,
  last,
  failure,
  held,
  blocked,
}: Pick<Conversation, 'ended' | 'endedAt' | 'last' | 'failure' | 'held' | 'blocked'>): boolean =>
  !held &&
  !blocked &&
  last.from === 'visitor' &&
  (!ended || (failure !== 'request-gone' && failure !== 'erased' && last.at > (endedAt ?? Infinity)));

/** When its last word came here: what is new to agents. */
export const heardAt = ({ last }: Pick<Conversation, 'last'>): number => last.heardAt ?? last.at;
