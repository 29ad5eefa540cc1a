import type { AvailabilityState } from './availability';
import type { DeliveryState, FailureReason, VisitorKind } from './conversation';
import type { LogEvent } from './log-entry';
import type { ProjectSettings } from './settings';

/** What Frontdesk's own pages show. Instants are ISO strings. */

/** Somebody as a page shows them. `name` is null when Jira cannot be asked: show "someone". */
export interface Person {
  accountId: string;
  name: string | null;
  avatarUrl: string | null;
}

/** Why somebody has the status they have. */
export type PresenceReason = 'by-hand' | 'put-offline' | 'none';

/** What an agent is told who was put offline (rule S6). */
export interface PutOfflineNotice {
  projectId: string;
  projectName: string;
  by: Person;
  at: string;
  reason: string | null;
}

export interface AgentRow extends Person {
  /** When this online session began. */
  since: string;
  /** When it ends by itself; null: until they go offline. */
  until: string | null;
  why: 'by-hand';
  /** Identifies the online session that was seen: what `putOffline` compares. */
  session: string;
}

/** A project with chat enabled in which I am an agent, or whose agents I may put offline. */
export interface MyProject {
  id: string;
  key: string;
  name: string;
  isAgent: boolean;
  mayPutOffline: boolean;
  online: boolean;
  until: string | null;
  onlineCount: number;
}

export interface Panel {
  /** The server's time: count down from this, not from the browser's clock. */
  now: string;
  me: Person & {
    /** In the project; without a project: in any. */
    isAgent: boolean;
    mayPutOffline: boolean;
    online: boolean;
    reason: PresenceReason;
    /** Without a project: the soonest end. */
    until: string | null;
    /** Not older than a day, newest first; in the project, or without one in any. */
    notices: PutOfflineNotice[];
  };
  /** Absent where there is no project, or none in which I have a part. */
  project?: {
    id: string;
    key: string;
    name: string;
    chatEnabled: boolean;
    /** What customers see. */
    state: AvailabilityState;
  };
  /** In the project; without one: over my projects. */
  onlineCount: number;
  /** Longest online first, so that a forgotten agent is on top; I come first. At most PANEL_ROWS. */
  agents: AgentRow[];
  /** My projects with chat enabled, by name. */
  projects: MyProject[];
  /** Rule I5, decided for this page and person. */
  showIndicator: boolean;
  /** What to offer first; minutes null: until I go offline. */
  preferences: { minutes: number | null; scope: 'project' | 'all' };
  /** Global setting: the longest online time; null: no bound. */
  longestMinutes: number | null;
}

export interface ProjectSettingsPage {
  now: string;
  project: { id: string; key: string; name: string };
  settings: ProjectSettings;
  /** Pass it back when saving: a save on top of somebody else's is a `conflict`. */
  rev: number;
  /** Null until chat was enabled for the first time. */
  widgetId: string | null;
  /** One line of HTML for a web page; null as long as there is no widget id. */
  snippet: string | null;
  webTriggerUrl: string | null;
  state: AvailabilityState;
  onlineCount: number;
  agents: AgentRow[];
}

export interface LogRow {
  at: string;
  event: LogEvent;
  /** Who did it; null: Frontdesk itself. */
  actor: Person | null;
  /** To whom, where that is somebody else. */
  subject: Person | null;
  /** went-online: the end chosen, or null. */
  until?: string | null;
  /** put-offline: the reason given. */
  reason?: string | null;
  /** changed-settings: the names of the settings that changed. */
  changed?: string[];
}

export interface LogPage {
  rows: LogRow[];
  cursor: string | null;
}

/** Binds a browser to the realtime channel. Renew it before it expires. */
export interface LiveToken {
  channel: string;
  token: string;
  /** ISO. */
  expiresAt: string;
}

/** What a customer's page needs once. */
export interface WidgetConfig {
  /** BCP 47 tag of `labels`. */
  locale: string;
  labels: Record<string, string>;
  welcomeText: string;
  anonymous: 'when-online' | 'always' | 'never';
  /** Origins that may embed the widget; empty: every one. */
  allowedOrigins: string[];
  /** The project's request form on the portal. */
  requestUrl: string;
  loginUrl: string;
  /** Ask for name and e-mail after an anonymous start. */
  suggestRegistration: boolean;
  /** As `config` of the availability says it; null: not known. */
  version: string | null;
}

/** Which conversations of a project the inbox shows. */
export const INBOX_FILTERS = ['unanswered', 'mine', 'unassigned', 'unresolved', 'here', 'all'] as const;
export type InboxFilter = (typeof INBOX_FILTERS)[number];

export interface InboxRow {
  conversationId: string;
  /** Null: anonymous; show the project's own word for that. */
  customer: string | null;
  kind: VisitorKind;
  /** The visitor's page was heard of in the last two and a half minutes. */
  here: boolean;
  lastAt: string;
  lastFrom: 'visitor' | 'agent';
  lastAgent: Person | null;
  lastLine: string;
  firstLine: string;
  issueKey: string | null;
  issueUrl: string | null;
  /** The request's status in Jira, in Jira's words. */
  status: string | null;
  assignee: Person | null;
  unanswered: boolean;
  ended: boolean;
  /** A message could not be delivered to Jira, and never will be. */
  failure: FailureReason | null;
  /** Visitor's messages still on their way to Jira. */
  pending: number;
}

export interface InboxPage {
  now: string;
  project: { id: string; key: string; name: string };
  /** What anonymous visitors are called in this project. */
  anonymousName: string;
  rows: InboxRow[];
  cursor: string | null;
}

export interface ConversationMessage {
  n: number;
  at: string;
  from: 'visitor' | 'agent';
  agent: Person | null;
  text: string;
  edited: boolean;
  deleted: boolean;
  /** Of the visitor's messages; the agents' own are in Jira already. */
  delivery: DeliveryState;
}

export interface ConversationView {
  now: string;
  /** Grows with every change. */
  rev: number;
  row: InboxRow;
  email: string | null;
  page: string | null;
  locale: string | null;
  messages: ConversationMessage[];
  /** May the person resolve it now; false where the workflow has no way. */
  canResolve: boolean;
}

/** A request type, and whether a chat can be raised as one. */
export interface RequestTypeChoice {
  id: string;
  name: string;
  usable: boolean;
  /** Names of required fields that Frontdesk cannot fill. */
  missing: string[];
}

/** For the flags on every Jira page: what visitors wrote since, in the projects where I am online. */
export interface NewMessages {
  now: string;
  messages: {
    conversationId: string;
    projectId: string;
    projectName: string;
    customer: string | null;
    anonymousName: string;
    line: string;
    at: string;
    isNew: boolean;
  }[];
  /** Those of the chats asked about whose visitor waits for no answer of mine any more. */
  settled: string[];
}
