import type { Schedule, Slot } from './domain/clock/schedule';
import type { Desk } from './domain/desk';
import type { LogEntry } from './domain/log-entry';
import type { SeenPage } from './domain/seen-page';
import type { GlobalSettings, SavedGlobalSettings } from './domain/settings';
import type { SavedReplies } from './domain/saved-reply';

/** What use cases need stored, conversations aside. Every call may throw PlatformFault. */

/** One row of the list of desks: what is known without reading each desk. */
export interface DeskListing {
  projectId: string;
  chatEnabled: boolean;
}

/** Hours that a customer's page judges by itself: `DayOff` without its name, which is nobody's business there. */
export interface CustomerHours {
  slots: Slot[];
  holidays: { from: string; to: string }[];
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
  /** Strangers may not start, whatever `anonymous` says. */
  loggedInOnly?: true;
  /** Absent: STARTS_PER_DAY. */
  startsPerDay?: number;
  /** Only of hours in the customer's own time (rule H3). */
  hours?: CustomerHours;
  /** Said of the portal only, see `ProjectSettings`. */
  portalLine?: true;
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

/** Secrets with which web sites' own back ends sign who their visitors are. */
export interface IdentityStore {
  secret(projectId: string): Promise<string | null>;
  saveSecret(projectId: string, secret: string): Promise<void>;
}

/** Saved replies of a project (rule D7). */
export interface SavedRepliesStore {
  read(projectId: string): Promise<SavedReplies>;
  /** Stores them as their `rev`, on the condition that the version before it is the one that is stored. */
  commit(projectId: string, saved: SavedReplies): Promise<CommitOutcome>;
}

export interface LogStore {
  /** Newest first; a large page is four times a usual one. */
  page(
    projectId: string,
    cursor: string | null,
    isLarge?: boolean,
  ): Promise<{ entries: LogEntry[]; cursor: string | null }>;
  /** What was written down at `from` (epoch ms) or later, in so many large pages at most: then it begins later. */
  since(projectId: string, from: number, pages: number): Promise<{ entries: LogEntry[]; from: number }>;
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

/** An agent's schedule as it is stored. `savedAt`: epoch ms. */
export interface SavedSchedule {
  rev: number;
  savedAt: number;
  schedule: Schedule;
}

/** Schedules, one of an agent for all their projects (rule H1). */
export interface ScheduleStore {
  /** Null: none yet. */
  read(accountId: string): Promise<SavedSchedule | null>;
  readMany(accountIds: string[]): Promise<Map<string, SavedSchedule>>;
  /** Stores it as its `rev`, on the condition that the version before it is the one that is stored. */
  commit(accountId: string, saved: SavedSchedule): Promise<CommitOutcome>;
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

/** On which pages a widget was seen; noted at most once a day for each. Never throws where it notes. */
export interface SeenPages {
  read(widgetId: string): Promise<SeenPage[]>;
  /** `allowed`: the websites that may show it; none: all. */
  note(widgetId: string, origin: string, allowed: readonly string[]): Promise<void>;
}

export interface PublicStore {
  summary(widgetId: string): Promise<unknown>;
  config(widgetId: string): Promise<PublicConfig | null>;
}
