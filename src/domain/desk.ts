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
  | ({ kind: 'online' } & OnlineSession)
  | { kind: 'offline'; since: number }
  | { kind: 'put-offline'; since: number; by: string; reason: string | null; interrupted: OnlineSession };

export interface RosterEntry {
  status: Status;
  /** The operations last applied to this agent, newest last: a retry of one of them changes nothing. */
  operations: { id: string; at: number }[];
}

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
