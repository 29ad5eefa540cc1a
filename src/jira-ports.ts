import type { ChatFacts } from './domain/chat-facts';
import type { FailureReason } from './domain/conversation';
import type {
  IssueRef,
  RequestComment,
  RequestNow,
  RequestType,
  SaidInRequest,
} from './domain/service-request';
import type { OwnRequest } from './domain/request-talk';
import type { PageContext } from './domain/page-context';
import type { Person } from './domain/person';
import type { Way } from './domain/ways';

/** What use cases need of Jira and its service desks. */

export interface JiraProject {
  id: string;
  key: string;
  name: string;
}

/** What one account may do, among the projects asked for. */
export interface Roles {
  jiraAdmin: boolean;
  /** Which they can see at all. */
  seen: ReadonlySet<string>;
  agentIn: ReadonlySet<string>;
  adminOf: ReadonlySet<string>;
}

export interface Jira {
  /** Asked as the person themself, unless Jira said so within the last `maxAgeMs`. Throws PlatformFault when it cannot say. */
  myRoles(accountId: string, projectIds: string[], maxAgeMs: number): Promise<Roles>;
  /**
   * Which of the projects this account is an agent in; asked as the app, unless Jira said so within `maxAgeMs`. Throws
   * PlatformFault.
   */
  agentIn(accountId: string, projectIds: string[], maxAgeMs?: number): Promise<ReadonlySet<string>>;
  /** Those of the accounts that are closed for certain. Throws PlatformFault. */
  closed(accountIds: string[]): Promise<ReadonlySet<string>>;
  /** Remembered or as the acting person sees it, null: not there, or not theirs to see. Says nothing of who may see it. */
  project(idOrKey: string): Promise<JiraProject | null>;
  /** Those of the projects, which the acting person can see, that Jira knows. Throws PlatformFault. */
  projects(ids: string[]): Promise<JiraProject[]>;
  /** Service projects that the acting person can see, by name: 50 at most. Throws PlatformFault. */
  serviceProjects(): Promise<JiraProject[]>;
  /** Never throws: last known names where Jira does not answer, null where there is none. */
  people(accountIds: string[]): Promise<Map<string, Person>>;
  /**
   * Has Jira send an e-mail about an issue to people who may see it. Throws PlatformFault; JiraRefused where outgoing mail is
   * off, or the issue is gone.
   */
  notify(issueKey: string, accountIds: string[], mail: { subject: string; text: string }): Promise<void>;
  /**
   * To whom the acting person can assign the request, by name; `query`: the beginning of a name. Jira looks at the first
   * thousand people it finds only. Throws PlatformFault.
   */
  assignable(issueKey: string, query: string): Promise<Person[]>;
  /** Null: not a service project. Throws PlatformFault. */
  serviceDeskId(projectId: string): Promise<string | null>;
}

/** Jira will never take this, however often it is tried. */
export class Undeliverable extends Error {
  override name = 'Undeliverable';
  constructor(readonly reason: FailureReason) {
    super(reason);
  }
}

export interface PostedComment {
  id: string;
  /** Epoch milliseconds, by Jira's clock. */
  createdAt: number;
}

/** The service desk: requests and their comments. Throws PlatformFault; where it says so, Undeliverable. */
export interface ServiceDesk {
  requestTypes(serviceDeskId: string): Promise<RequestType[]>;
  /** The chosen request type, or the first one, of those that a chat can fill. May be Undeliverable. */
  usableType(serviceDeskId: string, chosen: string | null): Promise<string>;
  /**
   * The account of which Jira says that this is its e-mail address, a portal customer's made if there is none.
   * `colleagues`: whether it may be that of somebody who works in Jira. May be Undeliverable.
   */
  customer(
    serviceDeskId: string,
    person: { email: string; name: string; colleagues: boolean },
  ): Promise<string>;
  /** This account hears of the request as its customer does. Done twice, it is done once. May be Undeliverable. */
  addParticipant(issueKey: string, accountId: string): Promise<void>;
  /** Accounts that Jira finds by this address, which it may hide: that proves nothing. None where it does not say. */
  accountsFoundBy(address: string): Promise<string[]>;
  /** An internal note of the app, for agents only. May be Undeliverable. */
  tellAgents(issueKey: string, text: string): Promise<void>;
  /** Is there such a note with these words, of the app or of an agent, among the newest comments? */
  isNoted(issueKey: string, words: string, by?: 'app' | 'agent'): Promise<boolean>;
  /** An internal note of the acting agent; answers the comment's id. May be Undeliverable. */
  note(issueKey: string, text: string): Promise<string>;
  /** Such a note among the newest comments, other than these; null: there is none. */
  findNote(
    issueKey: string,
    note: { author: string; text: string; others: string[] },
  ): Promise<string | null>;
  /**
   * The internal notes among the newest comments, as they were when they were marked so (see internal-notes.ts); null: as
   * they are now. None where the request is gone.
   */
  notesOf(issueId: string, mark: string | null): Promise<NotesNow>;
  /** Raises a request; `reference` is part of its text, and so is the key of the one before it. May be Undeliverable. */
  raise(request: {
    serviceDeskId: string;
    requestTypeId: string;
    text: string;
    visitor: string;
    page: string | null;
    context: PageContext;
    reference: string;
    goesOnFrom: string | null;
    /** Null: the app's own, for whoever `visitor` says. */
    onBehalfOf: string | null;
    /** Jira refused to let it be raised for this person. */
    refused: boolean;
  }): Promise<IssueRef>;
  findRaised(projectId: string, reference: string): Promise<IssueRef | null>;
  /** Keeps facts of a chat with its request, in place of those before. May be Undeliverable. */
  keepFacts(issueId: string, facts: ChatFacts): Promise<void>;
  /** The acting agent's search: requests of this key, or with all of these words in them, last changed first. */
  search(projectId: string, about: { key: string | null; words: string[] }): Promise<IssueRef[]>;
  /** A public comment of the app for a visitor, or of the acting agent. `marker` finds it again. May be Undeliverable. */
  comment(
    as: 'app' | 'user',
    issueKey: string,
    comment: { text: string; visitor: string | null; marker: string },
  ): Promise<PostedComment>;
  findComment(issueKey: string, marker: string): Promise<PostedComment | null>;
  /** Frontdesk's own mark on a comment; null: there is none. */
  markerOf(commentId: string): Promise<string | null>;
  /** Null: not there (any more). */
  readComment(issueId: string, commentId: string): Promise<RequestComment | null>;
  /** Null: the request is gone, or hidden from the app. */
  request(issueId: string): Promise<RequestNow | null>;
  /** The same with what is said in it, in one question where Jira answers so. */
  requestWithComments(issueId: string): Promise<(RequestNow & SaidInRequest) | null>;
  /**
   * The request as the app sees it, for this account: Jira lets no app ask as somebody without a licence. Null: Jira does not say
   * that they are its reporter, or take part. As it was up to `maxAgeMs` ago.
   */
  ownRequest(issueKey: string, accountId: string, maxAgeMs: number): Promise<OwnRequest | null>;
  /** Has its workflow a way to an open status that asks for nothing? */
  mayReopen(issueKey: string): Promise<boolean>;
  /** Whose account brought the request into its present status; null: Jira does not say. */
  movedBy(issueKey: string): Promise<string | null>;
  /** False where the workflow has no way to an open status, or Jira does not let the app take it. */
  reopen(issueKey: string): Promise<boolean>;
  /** How the acting agent can end it now; none where the workflow has no way. */
  ways(issueKey: string): Promise<Way[]>;
  /** As the acting agent; null: by the way that needs no choice. */
  resolve(
    issueKey: string,
    chosen: { transitionId: string; resolutionId: string | null } | null,
  ): Promise<RequestChange>;
  /** By the acting agent; null: to nobody. */
  assign(issueKey: string, accountId: string | null): Promise<RequestChange>;
  /** As the acting agent, to this status where the workflow leads there, else as `reopen`. */
  openAgain(issueKey: string, status: string | null): Promise<RequestChange>;
}

/** The newest internal notes, in the order written, and the mark of all of them. */
export interface NotesNow {
  mark: string;
  notes: RequestComment[];
}

/** What an agent's change of a request came to. `says`: Jira's own words, or the names that `why` is about. */
export type RequestChange =
  /** `final`: of an end, whether the workflow has no way back from there; absent: nobody knows. */
  { done: true; final?: boolean } | { done: false; why: NotDone; says: string[] };

export type NotDone =
  /** The request is not there, or not theirs to see. */
  | 'gone'
  | 'not-allowed'
  /** It is somebody else's by now than was seen. */
  | 'taken'
  /** It is in another project. */
  | 'moved'
  /** Somebody else changed it at the same moment. */
  | 'meanwhile'
  /** Jira does not take it, and will not in a moment. */
  | 'refused'
  /** The workflow has no end from where the request is. */
  | 'no-way'
  /** It has several, or one of an unknown kind: `says` names them. */
  | 'which'
  /** A screen wants these fields filled in. */
  | 'wants';
