import type { Conversation, ConversationEvent, Pulse } from './domain/conversation';
import type { ConversationList, ConversationPage } from './domain/conversation-listing';
import type { Desk } from './domain/desk';
import type { Job } from './domain/job';
import type { LogEntry } from './domain/log-entry';
import type { GlobalSettings, SavedGlobalSettings } from './domain/settings';
import type { Jira, ServiceDesk } from './jira-ports';

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

/** Storage does not know this cursor: whoever sent it did not get it from there. */
export class UnknownCursor extends PlatformFault {
  override name = 'UnknownCursor';
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
  /** As they are now; those that are not there or cannot be read are left out. */
  readMany(ids: string[]): Promise<Map<string, Conversation>>;
  /** A list of a project, last word first. Like all lists it may be some moments old. */
  page(projectId: string, list: ConversationList, cursor: string | null): Promise<ConversationPage>;
  /** The newest unanswered ones in which something was said after `since`, last word first. */
  unansweredSince(projectId: string, since: number): Promise<Conversation[]>;
  /** Those with messages for Jira that nobody tried to deliver since `before`, the longest untried first. */
  undelivered(projectId: string, before: number, cursor: string | null): Promise<ConversationPage>;
  /**
   * All of a project, last word last: one in which somebody speaks between two pages comes again, where the other
   * way round it would not come at all.
   */
  pass(projectId: string, cursor: string | null): Promise<ConversationPage>;
  /** Takes a person's id out of the events of a conversation. */
  eraseAuthor(id: string, accountId: string): Promise<void>;
  ofIssue(issueId: string): Promise<string | null>;
  saveIssue(issueId: string, id: string): Promise<void>;
  /** The conversation of the project in which this account spoke last, on the portal; null: none that is still kept. */
  ofAccount(projectId: string, accountId: string): Promise<string | null>;
  forgetAccount(projectId: string, accountId: string): Promise<void>;
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
  /** Counts a start over this widget; true while it is within the limit. */
  mayStart(widgetId: string, now: number): Promise<boolean>;
}

/** Secrets with which web sites' own back ends sign who their visitors are. */
export interface IdentityStore {
  secret(projectId: string): Promise<string | null>;
  saveSecret(projectId: string, secret: string): Promise<void>;
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
  savedGlobalSettings(): Promise<SavedGlobalSettings>;
  /** Stores them as `rev`, on the condition that the version before it is the one that is stored. */
  commitGlobalSettings(settings: SavedGlobalSettings): Promise<CommitOutcome>;
  /** When personal data was last reported, epoch ms, and how to wait until the next time. */
  reportedAt(): Promise<number | null>;
  saveReportedAt(at: number): Promise<void>;
}

export interface PublicStore {
  summary(widgetId: string): Promise<unknown>;
  config(widgetId: string): Promise<PublicConfig | null>;
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
