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
  /** Asked as the person themself. Throws PlatformFault when Jira cannot say. */
  myRoles(accountId: string, projectIds: string[]): Promise<Roles>;
  /** Which of the projects this account is an agent in; asked as the app. Throws PlatformFault. */
  agentIn(accountId: string, projectIds: string[]): Promise<ReadonlySet<string>>;
  /** As the acting person sees it; null: not there, or not theirs to see. Throws PlatformFault. */
  project(idOrKey: string): Promise<JiraProject | null>;
  /** Those of the projects that the acting person can see. Throws PlatformFault. */
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
  /** An internal note of the app, for agents only. `marker` finds it again. May be Undeliverable. */
  note(issueKey: string, note: { text: string; marker: string }): Promise<void>;
  /** Raises a request; `reference` is part of its text, and so is the key of the one before it. May be Undeliverable. */
  raise(request: {
    serviceDeskId: string;
    requestTypeId: string;
    text: string;
    visitor: string;
    page: string | null;
    reference: string;
    goesOnFrom: string | null;
    /** Null: the app's own, for whoever `visitor` says. */
    onBehalfOf: string | null;
    /** Jira refused to let it be raised for this person. */
    refused: boolean;
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
