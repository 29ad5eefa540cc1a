import type { Conversation, ConversationEvent, FailureReason, Pulse } from './domain/conversation';
import type { RequestState } from './domain/conversation-transitions';
import type { Desk } from './domain/desk';
import type { Job } from './domain/job';
import type { LogEntry } from './domain/log-entry';
import type { IssueRef, RequestComment, RequestType } from './domain/request';
import type { GlobalSettings } from './domain/settings';
import type { Person } from './domain/views';

/** What use cases need from outside. Implementations: platform/. */

/** Storage, Jira or another part of the platform did not do its work. Nothing is known to have changed. */
export class PlatformFault extends Error {
  override name = 'PlatformFault';
  /** May the same call succeed a moment later? */
  readonly passing: boolean = true;
}

/** A stored record that this version cannot read: newer, or broken. It is never overwritten. */
export class UnreadableRecord extends PlatformFault {
  override name = 'UnreadableRecord';
  override readonly passing = false;
}

/** One row of the list of desks: what is known without reading each desk. */
export interface DeskListing {
  projectId: string;
  chatEnabled: boolean;
}

/** The public face of a desk, which the customer side reads without the desk itself. */
export interface PublicConfig {
  projectId: string;
  welcomeText: string;
  anonymous: 'when-online' | 'always' | 'never';
  allowedOrigins: string[];
  serviceDeskId: string;
  siteUrl: string;
  suggestRegistration: boolean;
  /** Another for every other content; absent in records that were stored before there was one. */
  version?: string;
}

/**
 * committed: stored, whole. conflict: somebody else's change came first, nothing stored.
 * throttled: nothing stored, try later. unknown: it may or may not be stored; read to find out.
 */
export type CommitOutcome = 'committed' | 'conflict' | 'throttled' | 'unknown';

export interface DeskStore {
  /** Null: no desk yet. Throws PlatformFault. */
  read(projectId: string): Promise<Desk | null>;
  /** Unreadable desks are left out. Throws PlatformFault. */
  readMany(projectIds: string[]): Promise<Map<string, Desk>>;
  /**
   * Stores `after`, everything public that follows from it and its log entries, in one transaction, on the
   * condition that the stored revision is that of `before` (null: that there is none). `after.rev` is one more.
   */
  commit(before: Desk | null, after: Desk, log: LogEntry[], logDays: number): Promise<CommitOutcome>;
  list(): Promise<DeskListing[]>;
  /** The public id of the project's chat; null: not enabled, or unknown. */
  widgetOfProject(projectId: string): Promise<string | null>;
  widgetOfServiceDesk(serviceDeskId: string): Promise<string | null>;
}

export interface ConversationStore {
  /** Null: not there, or expired. Throws PlatformFault. */
  read(id: string): Promise<Conversation | null>;
  /** What an idle poll costs: one small record. */
  pulse(id: string): Promise<Pulse | null>;
  /** Events `from`–`to`, inclusive; those that expired are left out. */
  events(id: string, from: number, to: number): Promise<ConversationEvent[]>;
  /** One transaction, on the condition that the stored revision is that of `before` (null: that there is none). */
  commit(
    before: Conversation | null,
    after: Conversation,
    events: ConversationEvent[],
  ): Promise<CommitOutcome>;
  /** The conversations of a project, last changed first. */
  page(
    projectId: string,
    cursor: string | null,
  ): Promise<{ conversations: Conversation[]; cursor: string | null }>;
  /** Takes a person's id out of the events of a conversation. */
  eraseAuthor(id: string, accountId: string): Promise<void>;
  ofIssue(issueId: string): Promise<string | null>;
  saveIssue(issueId: string, id: string): Promise<void>;
  /** The conversation of the project in which this account spoke last, on the portal; null: none that is still kept. */
  ofAccount(projectId: string, accountId: string): Promise<string | null>;
  forgetAccount(projectId: string, accountId: string): Promise<void>;
  /** When a visitor's page was last heard of, epoch ms. */
  here(ids: string[]): Promise<Map<string, number>>;
  saveHere(id: string, at: number): Promise<void>;
  /** Counts a start over this widget; true while it is within the limit. */
  mayStart(widgetId: string, now: number): Promise<boolean>;
}

/** Secrets with which web sites' own back ends sign who their visitors are. */
export interface IdentityStore {
  secret(projectId: string): Promise<string | null>;
  saveSecret(projectId: string, secret: string): Promise<void>;
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
  /** The account of the portal customer with this e-mail address, made if there is none. May be Undeliverable. */
  customer(serviceDeskId: string, email: string, name: string): Promise<string>;
  /** Raises a request; `reference` is part of its text. May be Undeliverable. */
  raise(request: {
    serviceDeskId: string;
    requestTypeId: string;
    text: string;
    visitor: string;
    page: string | null;
    reference: string;
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

export interface LogStore {
  page(projectId: string, cursor: string | null): Promise<{ entries: LogEntry[]; cursor: string | null }>;
  /** Everybody named in the log of a project. */
  accounts(projectId: string): Promise<Set<string>>;
  /** Takes a person's id out of the log of a project. */
  erase(projectId: string, accountId: string): Promise<void>;
}

export interface Preferences {
  minutes: number | null;
  scope: 'project' | 'all';
}

export interface AgentStore {
  preferences(accountId: string): Promise<Preferences | null>;
  savePreferences(accountId: string, preferences: Preferences): Promise<void>;
  accounts(): Promise<string[]>;
  erase(accountId: string): Promise<void>;
}

export interface SiteStore {
  globalSettings(): Promise<GlobalSettings>;
  saveGlobalSettings(settings: GlobalSettings): Promise<void>;
  /** When personal data was last reported, epoch ms, and how to wait until the next time. */
  reportedAt(): Promise<number | null>;
  saveReportedAt(at: number): Promise<void>;
}

export interface PublicStore {
  summary(widgetId: string): Promise<unknown>;
  config(widgetId: string): Promise<PublicConfig | null>;
}

export interface JiraProject {
  id: string;
  key: string;
  name: string;
}

/** What one account may do, among the projects asked for. */
export interface Roles {
  jiraAdmin: boolean;
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

export interface Jobs {
  push(job: Job, delaySeconds?: number): Promise<void>;
}

export interface Live {
  /**
   * Tells every open window that these projects changed: this conversation of theirs, or else status and settings.
   * Best effort, never throws.
   */
  ping(projectIds: string[], conversation?: { id: string; rev: number }): Promise<void>;
  token(): Promise<{ channel: string; token: string; expiresAt: number }>;
}

export interface Privacy {
  /** Reports stored account ids; answers those whose accounts were closed. */
  closedAccounts(accounts: { accountId: string; updatedAt: string }[]): Promise<string[]>;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** The promise’s outcome; rejects with PlatformFault when it takes longer than `ms`. */
  within<T>(ms: number, promise: Promise<T>): Promise<T>;
}

export interface Random {
  /** 0 ≤ x < 1. */
  fraction(): number;
  /** 128 bits, unguessable, URL-safe: 22 characters. */
  id(): string;
  /** 256 bits, likewise: 43 characters. */
  secret(): string;
}

export interface Crypto {
  /** SHA-256, base64url. */
  hash(text: string): string;
  /** HMAC with SHA-256, base64url. */
  sign(text: string, secret: string): string;
  /** Compares without telling by its time where they differ. */
  equal(a: string, b: string): boolean;
}

export interface Log {
  warn(message: string, details?: Record<string, unknown>): void;
  error(message: string, details?: Record<string, unknown>): void;
}

export interface Ports {
  desks: DeskStore;
  conversations: ConversationStore;
  identities: IdentityStore;
  serviceDesk: ServiceDesk;
  crypto: Crypto;
  log: LogStore;
  agents: AgentStore;
  site: SiteStore;
  publicRecords: PublicStore;
  jira: Jira;
  jobs: Jobs;
  live: Live;
  privacy: Privacy;
  clock: Clock;
  random: Random;
  report: Log;
  /** The public address of the web trigger. */
  webTriggerUrl(): Promise<string>;
}

/** Who is asking, as the platform says (never the payload). */
export interface Actor {
  kind: 'licensed' | 'customer' | 'anonymous';
  /** Not unique for anonymous visitors. */
  accountId: string;
  siteUrl: string;
}
