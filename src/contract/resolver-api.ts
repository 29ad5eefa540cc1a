import { z } from 'zod';
import type { Result } from '../domain/errors';
import {
  ALLOWED_ORIGINS,
  LOG_DAYS_MAX,
  LOG_DAYS_MIN,
  OPERATION_ID_LENGTH,
  REASON_LENGTH,
  WELCOME_LENGTH,
} from '../domain/limits';
import { ANONYMOUS_POLICIES, INDICATOR_PLACES } from '../domain/settings';
import type { GlobalSettings, ProjectSettings } from '../domain/settings';
import type { AvailabilityBody } from './webtrigger-api';

/**
 * The resolver API: every function that a Frontdesk page may call, what it accepts and what it answers.
 * Payloads are strict: an unknown member is an `invalid-request`. Browsers import only the types.
 */

const projectId = z.string().regex(/^[1-9]\d{0,18}$/, 'must be a Jira project id');
const projectKey = z.string().regex(/^[A-Z][A-Z0-9_]{0,254}$/, 'must be a Jira project key');
const accountId = z.string().regex(/^[A-Za-z0-9:_-]{1,128}$/, 'must be an Atlassian account id');
const operationId = z
  .string()
  .min(1)
  .max(OPERATION_ID_LENGTH)
  .regex(/^[\x21-\x7e]+$/, 'must be printable ASCII');
const scope = z.enum(['project', 'all']);
const instant = z.iso.datetime({ offset: true });

/** The choices of "for how long", remembered per agent: minutes, or null for "until I go offline". */
const minutes = z.number().int().min(5).max(31 * 24 * 60);

const projectOnly = z.strictObject({ projectId });

/** An http(s) origin without path, as `Origin` headers spell it. */
const origin = z
  .string()
  .max(255)
  .refine((text) => URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text), {
    message: 'must be an origin such as https://www.example.com, without a path',
  });

export const projectSettingsSchema = z.strictObject({
  chatEnabled: z.boolean(),
  anonymous: z.enum(ANONYMOUS_POLICIES),
  hideWhenOffline: z.boolean(),
  welcomeText: z.string().max(WELCOME_LENGTH),
  allowedOrigins: z.array(origin).max(ALLOWED_ORIGINS),
}) satisfies z.ZodType<ProjectSettings>;

export const globalSettingsSchema = z
  .strictObject({
    showIndicator: z.enum(INDICATOR_PLACES),
    defaultMinutes: minutes.nullable(),
    longestMinutes: minutes.nullable(),
    logDays: z.number().int().min(LOG_DAYS_MIN).max(LOG_DAYS_MAX),
  })
  .refine(
    ({ defaultMinutes, longestMinutes }) =>
      longestMinutes === null || defaultMinutes === null || defaultMinutes <= longestMinutes,
    { message: 'the default online time must not be longer than the longest', path: ['defaultMinutes'] },
  ) satisfies z.ZodType<GlobalSettings>;

export const payloadSchemas = {
  getPanel: z.strictObject({ projectId: projectId.optional(), projectKey: projectKey.optional() }),
  goOnline: z
    .strictObject({
      scope,
      projectId: projectId.optional(),
      until: instant.nullable().optional(),
      operationId,
      /** What the agent chose, to be offered first next time; does not decide anything. */
      remember: z.strictObject({ minutes: minutes.nullable(), scope }).optional(),
    })
    .refine(({ scope, projectId }) => scope === 'all' || projectId !== undefined, {
      message: 'is needed when the scope is "project"',
      path: ['projectId'],
    }),
  goOffline: z
    .strictObject({ scope, projectId: projectId.optional(), operationId })
    .refine(({ scope, projectId }) => scope === 'all' || projectId !== undefined, {
      message: 'is needed when the scope is "project"',
      path: ['projectId'],
    }),
  putOffline: z.strictObject({
    projectId,
    accountId,
    session: z.string().min(1).max(OPERATION_ID_LENGTH),
    reason: z.string().max(REASON_LENGTH).optional(),
    operationId,
  }),
  undoPutOffline: z.strictObject({ projectId, accountId, operationId }),
  getProjectSettings: projectOnly,
  saveProjectSettings: z.strictObject({
    projectId,
    settings: projectSettingsSchema,
    rev: z.number().int().nonnegative(),
  }),
  renewWidgetId: projectOnly,
  getProjectLog: z.strictObject({ projectId, cursor: z.string().min(1).max(2_000).optional() }),
  getGlobalSettings: z.strictObject({}),
  saveGlobalSettings: z.strictObject({ settings: globalSettingsSchema }),
  getPortalAvailability: z.strictObject({
    projectId: projectId.optional(),
    portalId: z
      .union([z.string().regex(/^\d{1,18}$/), z.number().int().nonnegative()])
      .transform(String)
      .optional(),
    /** BCP 47; the labels come in the nearest language that Frontdesk has. */
    locale: z.string().max(35).optional(),
  }),
  getLiveToken: z.strictObject({}),
} as const;

export type FunctionKey = keyof typeof payloadSchemas;
export type Payload<F extends FunctionKey> = z.input<(typeof payloadSchemas)[F]>;
export type ParsedPayload<F extends FunctionKey> = z.output<(typeof payloadSchemas)[F]>;

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
    state: AvailabilityBody['state'];
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
  state: AvailabilityBody['state'];
  onlineCount: number;
  agents: AgentRow[];
}

export const LOG_EVENTS = [
  'went-online',
  'went-offline',
  'put-offline',
  'undid-put-offline',
  'time-ended',
  'removed',
  'enabled-chat',
  'disabled-chat',
  'changed-settings',
  'renewed-widget-id',
] as const;
export type LogEvent = (typeof LOG_EVENTS)[number];

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

/** What the portal frame gets: the public answer, and what a page needs once. */
export type PortalAvailability = AvailabilityBody & {
  /** Absent when nothing is to be drawn. */
  widget?: {
    welcomeText: string;
    labels: Record<string, string>;
    /** The project's request form on the portal. */
    requestUrl: string;
    loginUrl: string;
    /** False for anonymous visitors. */
    identified: boolean;
  };
};

/** Binds a browser to the realtime channel. Renew it before it expires. */
export interface LiveToken {
  channel: string;
  token: string;
  /** ISO. */
  expiresAt: string;
}

export interface Values {
  getPanel: Panel;
  goOnline: Panel;
  goOffline: Panel;
  putOffline: Panel;
  undoPutOffline: Panel;
  getProjectSettings: ProjectSettingsPage;
  saveProjectSettings: ProjectSettingsPage;
  renewWidgetId: ProjectSettingsPage;
  getProjectLog: LogPage;
  getGlobalSettings: GlobalSettings;
  saveGlobalSettings: GlobalSettings;
  getPortalAvailability: PortalAvailability;
  getLiveToken: LiveToken;
}

export type Answer<F extends FunctionKey> = Result<Values[F]>;

/** What the realtime channel carries: a ping, never data. Fetch through the resolver. */
export interface LivePing {
  projects: string[];
}
