import type { ConversationIndex, ConversationRecords, Visits } from './conversation-ports';
import type { Job } from './domain/job';
import type { PollUse } from './domain/poll-use';
import type { Jira, ServiceDesk } from './jira-ports';
import type { Blocks, HeldDecisions, RefusalMemory, Slots } from './protection-ports';
import type {
  AgentStore,
  DeskStore,
  IdentityStore,
  LogStore,
  PublicStore,
  SavedRepliesStore,
  ScheduleStore,
  SeenPages,
  SiteStore,
} from './storage-ports';

/** What use cases need from outside. Implementations: platform/. */

/** Storage, Jira or another part of the platform did not do its work. Nothing is known to have changed. */
export class PlatformFault extends Error {
  override name = 'PlatformFault';
  /** May the same call succeed a moment later? */
  readonly passing: boolean = true;
  /** Milliseconds after which it may be tried again at the earliest, where the platform said so. */
  readonly retryAfterMs: number | null;
  constructor(message: string, { retryAfterMs = null, ...options }: FaultOptions = {}) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
  }
}

interface FaultOptions extends ErrorOptions {
  retryAfterMs?: number | null;
}

/** Jira understood what was asked, and says no: asked again, it says the same. */
export class JiraRefused extends PlatformFault {
  override name = 'JiraRefused';
  constructor(readonly status: number) {
    super(`Jira answered ${String(status)}`);
  }
}

/** Jira did nothing, and may do it later. */
export class JiraNotNow extends PlatformFault {
  override name = 'JiraNotNow';
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

export interface Jobs {
  push(job: Job, delaySeconds?: number): Promise<void>;
}

/** What polls have cost lately, by page: as far as this process knows. */
export interface PollMemory {
  read(key: string): PollUse | undefined;
  save(key: string, use: PollUse): void;
  /** For the next poll of a page; of a few pages at a time. Null: there is nothing. */
  readAhead(key: string, ahead: PollUse['ahead'] | null): void;
}

/** Which work item of Jira somebody has open, and in which project it is. */
export interface IssuePlace {
  issueId: string;
  projectId: string;
}

/** What somebody does at a chat, as far as colleagues who have it open need to know. */
export interface Look {
  conversation: string;
  by: string;
  doing: 'looking' | 'writing' | 'left';
  answers?: true;
  left?: string;
}

export interface Live {
  /**
   * Tells every open window that these projects changed: this conversation of theirs, or else status and settings.
   * Best effort, never throws.
   */
  ping(projectIds: string[], conversation?: { id: string; rev: number }): Promise<void>;
  /** Tells every open window who looks at a chat, or writes in it: ids, and nothing that is kept. Best effort, never throws. */
  look(look: Look): Promise<void>;
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
  /** SHA-256, in hexadecimal digits. */
  hex(text: string): string;
  /** HMAC with SHA-256, base64url. */
  sign(text: string, secret: string): string;
  /** Compares without telling by its time where they differ. */
  equal(a: string, b: string): boolean;
}

export interface Log {
  warn(message: string, details?: Record<string, unknown>): void;
  error(message: string, details?: Record<string, unknown>): void;
  /**
   * Something outside failed, perhaps for everybody: counted rather than told each time. Answers the trace id under
   * which the log tells of it.
   */
  failure(message: string, error: unknown, details?: Record<string, string>): string;
}

export interface Ports {
  desks: DeskStore;
  savedReplies: SavedRepliesStore;
  schedules: ScheduleStore;
  conversations: ConversationRecords;
  conversationIndex: ConversationIndex;
  visits: Visits;
  slots: Slots;
  refusals: RefusalMemory;
  blocks: Blocks;
  heldDecisions: HeldDecisions;
  identities: IdentityStore;
  serviceDesk: ServiceDesk;
  crypto: Crypto;
  log: LogStore;
  agents: AgentStore;
  site: SiteStore;
  publicRecords: PublicStore;
  seenPages: SeenPages;
  jira: Jira;
  jobs: Jobs;
  polls: PollMemory;
  live: Live;
  privacy: Privacy;
  clock: Clock;
  random: Random;
  report: Log;
  /** The public address of the web trigger. */
  webTriggerUrl(): Promise<string>;
  /** Where people find this Jira, without a slash at its end; null: it cannot be told now. Never throws. */
  siteUrl(): Promise<string | null>;
}

/** Who is asking, as the platform says (never the payload). */
export interface Actor {
  kind: 'licensed' | 'customer' | 'anonymous';
  /** Not unique for anonymous visitors. */
  accountId: string;
}
