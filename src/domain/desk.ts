import type { CompiledSchedule } from './clock/compiled-schedule';
import type { Closure } from './clock/closure';
import type { Span } from './span';
import { DEFAULT_PROJECT_SETTINGS } from './settings';
import type { ProjectSettings } from './settings';

/** Instants in a desk are epoch milliseconds; ends of online times are whole seconds. */
export interface OnlineSession {
  /** Names this stay online: the door compares it with the one that was seen (rule S6). */
  session: string;
  since: number;
  /** Null: until they go offline. */
  until: number | null;
}

export type Status =
  | ByHand
  | Offline
  | {
      kind: 'put-offline';
      since: number;
      by: string;
      reason: string | null;
      interrupted: OnlineSession;
      /** What an undo brings back; absent: the interrupted session, by hand. */
      before?: ByHand | Offline;
      /** Likewise: the entry's `outSince` until then. */
      outBefore?: number;
    }
  | Break;

export interface ByHand extends OnlineSession {
  kind: 'online';
  /** No end was chosen: the end of the next slot ends it, and `until` at the latest. */
  isOpen?: true;
  /** When that was said, where the session had begun before: only a slot that ends later ends it. */
  openAt?: number;
  /** The end was chosen while a slot was running: it means what it says, and that slot carries nothing on. */
  inSlot?: true;
}

export interface Offline {
  kind: 'offline';
  since: number;
  /** Something ended by itself: a slot that begins at this very moment is a later one. */
  ended?: true;
}

/** Rule H8. Offline; who waits is promised its end. */
export interface Break {
  kind: 'break';
  since: number;
  /** Epoch ms, whole seconds. */
  until: number;
  /** What "I’m here" brings back. */
  before: ByHand | Offline;
}

/** What somebody comes back to; of somebody whom a later slot brought back online, that they had been offline. */
export const beforeOf = (status: Status): ByHand | Offline =>
  status.kind === 'online' || status.kind === 'offline' ? status : { kind: 'offline', since: status.since };

/** What somebody answered when a slot of theirs asked (rule H2): of the slot that began at `slot`. */
export type RollCallAnswer = { slot: number; hereAt: number } | { slot: number; calledAt: number };

export interface RosterEntry {
  status: Status;
  /** The operations last applied to this agent, newest last: a retry of one of them changes nothing. */
  operations: { id: string; at: number }[];
  /** Absent: none, or it leaves this project out. */
  schedule?: CompiledSchedule;
  rollCall?: RollCallAnswer;
  /** Slots that begin within it are dropped: "not today". */
  notToday?: Span;
  /** Since they were put offline, or lapsed, no slot has begun: the one that runs does not bring them back (rule S9). */
  outSince?: number;
  /** Jira sent them a mail about the question of the slot that began then. */
  mailedFor?: number;
  /** The log tells of every start by schedule until then, epoch ms. */
  notedAt?: number;
}

/** Of somebody who has not said anything since `now`. */
export const noEntry = (now: number): RosterEntry => ({
  status: { kind: 'offline', since: now },
  operations: [],
});

/** The service desk behind the project: what the customer side links to. */
export interface Portal {
  serviceDeskId: string;
  siteUrl: string;
}

/** A project's chat: its settings, and who said what about being there. One record, one revision. */
export interface Desk {
  projectId: string;
  rev: number;
  /** Public, random, replaceable; null until chat is enabled for the first time. */
  widgetId: string | null;
  portal: Portal | null;
  settings: ProjectSettings;
  /** Counts saves of the settings only: agents coming and going do not disturb an admin's form. */
  settingsRev: number;
  /** The operation that last changed settings or widget id: a write whose outcome was unknown is found again by it. */
  settingsOperation: string | null;
  /** Planned and running ones; those that are over are left out with the next change. */
  closures?: Closure[];
  /** Account id → entry. Absent: offline. */
  roster: Record<string, RosterEntry>;
  /** When somebody went online for the first time. Absent: nobody has, or it was before this was noted. */
  firstOnlineAt?: number;
  /** How far the published summary is known, epoch milliseconds. */
  horizon: number;
}

export const newDesk = (projectId: string): Desk => ({
  projectId,
  rev: 0,
  widgetId: null,
  portal: null,
  settings: DEFAULT_PROJECT_SETTINGS,
  settingsRev: 0,
  settingsOperation: null,
  roster: {},
  horizon: 0,
});
