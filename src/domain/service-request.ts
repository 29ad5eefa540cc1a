/** What is known of a request in Jira Service Management, and of what it is made of. Instants are epoch milliseconds. */

export interface RequestType {
  id: string;
  name: string;
  /** Required fields besides summary and description. */
  missing: string[];
}

export interface IssueRef {
  id: string;
  key: string;
}

export interface RequestComment {
  id: string;
  author: { accountId: string; kind: 'person' | 'customer' | 'app' };
  text: string;
  /** Without the line of our own that says whose words they are. */
  spoken: string;
  /** Jira says that every customer who sees the request sees it. */
  isPublic: boolean;
  /** Jira says that it is for whoever works on the request, all of them, and for no customer. */
  isNote: boolean;
  createdAt: number;
  /** When it was created, or edited last. */
  updatedAt: number;
}

export interface RequestState {
  status: string;
  resolved: boolean;
  /** Null: not resolved, or Jira does not say when. */
  resolvedAt: number | null;
  assignee: string | null;
}

/** A request as Jira has it now. */
export interface RequestNow extends IssueRef, RequestState {
  projectId: string;
  /** Whose request it is, and who raised it; null: an account that is gone. */
  reporter: string | null;
  creator: string | null;
  /** What its description says, without our own lines; null: it has none. */
  spoken: string | null;
}

/** The newest comments, in the order written. */
export interface SaidInRequest {
  comments: RequestComment[];
  /** There are older ones. */
  isPart: boolean;
}

/** What Jira said when it was asked for all that a chat shows. */
export interface RequestReading {
  /** By our clock. */
  askedAt: number;
  /** The chat's revision before Jira was asked: what was heard of Jira since may be newer. */
  rev: number;
  request: RequestNow;
  /** In the order written. */
  comments: RequestComment[];
  /** The comment id from which on none is missing in `comments`; 0: they are all there. */
  wholeFrom: number;
  /** An older comment that was asked for by itself, and is in `comments` unless it is gone; null: none was. */
  asked: string | null;
  /** Comments that were known before Jira was asked: only of these it can say that they are gone. */
  knownBefore: ReadonlySet<string>;
  /** Comments of the visitor's own account that were sent from the inbox: there they are an agent. */
  replies: ReadonlySet<string>;
  /**
   * Comments by which this app said what customers wrote beside the request. Absent: the chat raised the request itself, and what
   * its raiser wrote is ours.
   */
  ours?: ReadonlySet<string>;
  /** Who has the role of an agent in the project, among those who are new to the chat. */
  agents: ReadonlySet<string>;
}
