import type { FailureReason } from './domain/conversation';
import type { RequestState } from './domain/conversation-transitions';
import type { IssueRef, RequestComment, RequestType } from './domain/service-request';
import type { Person } from './domain/person';

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
  /** Which of the projects this account is an agent in; asked as the app. Throws PlatformFault: nobody knows. */
  agentIn(accountId: string, projectIds: string[]): Promise<ReadonlySet<string>>;
  /** Those of the accounts that are closed for certain. Throws PlatformFault. */
  closed(accountIds: string[]): Promise<ReadonlySet<string>>;
  /** Remembered or as the acting person sees it, null: not there, or not theirs to see. Says nothing of who may see it. */
  project(idOrKey: string): Promise<JiraProject | null>;
  /** Those of the projects, which the acting person can see, that Jira knows. Throws PlatformFault. */
  projects(ids: string[]): Promise<JiraProject[]>;
  /** Never throws: last known names where Jira does not answer, null where there is none. */
  people(accountIds: string[]): Promise<Map<string, Person>>;
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

/** The service desk: requests and their comments. Throws PlatformFault; where it says so, Undeliverable. */
export interface ServiceDesk {
  requestTypes(serviceDeskId: string): Promise<RequestType[]>;
  /** The chosen request type, or the first one, of those that a chat can fill. May be Undeliverable. */
  usableType(serviceDeskId: string, chosen: string | null): Promise<string>;
  /** The account of the portal customer with this e-mail address, made if there is none. May be Undeliverable. */
  customer(serviceDeskId: string, email: string, name: string): Promise<string>;
  /** This account hears of the request as its customer does. Done twice, it is done once. May be Undeliverable. */
  addParticipant(issueKey: string, accountId: string): Promise<void>;
  /** Raises a request; `reference` is part of its text, and so is the key of the one before it. May be Undeliverable. */
  raise(request: {
    serviceDeskId: string;
    requestTypeId: string;
    text: string;
    visitor: string;
    page: string | null;
    reference: string;
    goesOnFrom: string | null;
    onBehalfOf: string | null;
  }): Promise<IssueRef>;
  findRaised(projectId: string, reference: string): Promise<IssueRef | null>;
  /** A public comment of the app for a visitor, or of the acting agent. `marker` finds it again. May be Undeliverable. */
  comment(
    as: 'app' | 'user',
    issueKey: string,
    comment: { text: string; visitor: string | null; marker: string },
  ): Promise<string>;
  findComment(issueKey: string, marker: string): Promise<string | null>;
  /** Null: not there (any more). */
  readComment(issueKey: string, commentId: string): Promise<RequestComment | null>;
  /** Null: the request is gone. */
  state(issueId: string): Promise<(IssueRef & RequestState) | null>;
  /** False where the workflow has no way to an open status. */
  reopen(issueKey: string): Promise<boolean>;
  /** As the acting agent; false where the workflow has no way. */
  resolve(issueKey: string): Promise<boolean>;
  canResolve(issueKey: string): Promise<boolean>;
  assign(issueKey: string, accountId: string): Promise<void>;
}
