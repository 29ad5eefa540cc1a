import * as z from 'zod';
import type { AvailabilityState } from '../domain/availability';
import {
  ALLOWED_ORIGINS,
  CUSTOMERS_PER_DAY,
  CUSTOMERS_PER_DAY_MAX,
  LOG_DAYS_MAX,
  LOG_DAYS_MIN,
  NAME_LENGTH,
  STARTS_PER_DAY,
  STARTS_PER_DAY_MAX,
  STARTS_PER_DAY_MIN,
  WELCOME_LENGTH,
} from '../domain/limits';
import type { LogEvent } from '../domain/log-entry';
import type { Person } from '../domain/person';
import { saidName } from '../domain/said-name';
import {
  ANONYMOUS_POLICIES,
  INDICATOR_PLACES,
  type GlobalSettings,
  type ProjectSettings,
} from '../domain/settings';
import { ROLL_CALLS } from '../domain/clock/schedule';
import { hoursSchema, type ClosureRow } from './clock';
import { minutes, projectId, projectOnly } from './fields';
import type { AgentRow, ToldToCustomers } from './panel';

/** Settings of a project and of the site, and the log. Instants are ISO strings. */

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
  /** Absent while chat is off. */
  told?: ToldToCustomers;
  /** When something of this changes by itself; absent: not as far as is known. */
  changesAt?: string;
  onlineCount: number;
  agents: AgentRow[];
  /** Those that run or are planned. */
  closures: ClosureRow[];
}

export interface LogRow {
  at: string;
  event: LogEvent;
  /** Who did it; null: Frontdesk itself. */
  actor: Person | null;
  /** To whom, where that is somebody else. */
  subject: Person | null;
  /** went-online: the end chosen, or null. A break, a closure: its end. */
  until?: string | null;
  /** went-online: by schedule. */
  bySchedule?: true;
  /** planned-closure: its beginning. */
  from?: string;
  /** put-offline: the reason given. */
  reason?: string | null;
  /** changed-settings: the names of the settings that changed. */
  changed?: string[];
  /** released-chats, rejected-chats: how many. */
  count?: number;
}

export interface LogPage {
  rows: LogRow[];
  cursor: string | null;
}

/** A request type, and whether a chat can be raised as one. */
export interface RequestTypeChoice {
  id: string;
  name: string;
  usable: boolean;
  /** Names of required fields that Frontdesk cannot fill. */
  missing: string[];
}

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
  requestTypeId: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullable()
    .default(null),
  anonymousName: z.string().trim().max(NAME_LENGTH).transform(saidName).default(''),
  suggestRegistration: z.boolean().default(true),
  loggedInOnly: z.boolean().default(false),
  startsPerDay: z.number().int().min(STARTS_PER_DAY_MIN).max(STARTS_PER_DAY_MAX).default(STARTS_PER_DAY),
  customersPerDay: z.number().int().min(0).max(CUSTOMERS_PER_DAY_MAX).default(CUSTOMERS_PER_DAY),
  // Absent, as from a page that was opened before there were any: as they are.
  hours: hoursSchema.optional(),
  rollCall: z.enum(ROLL_CALLS).optional(),
  agentsMayClose: z.boolean().optional(),
  portalLine: z.boolean().optional(),
}) satisfies z.ZodType<GivenSettings>;

/** What a page sends: whatever is not given stays as it is. */
export type GivenSettings = Omit<ProjectSettings, SinceClock> & Partial<Pick<ProjectSettings, SinceClock>>;
type SinceClock = 'hours' | 'rollCall' | 'agentsMayClose' | 'portalLine';

export const globalSettingsSchema = z
  .strictObject({
    /** Part of what is read; sent back with the rest, it says nothing. */
    rev: z.number().optional(),
    showIndicator: z.enum(INDICATOR_PLACES),
    defaultMinutes: minutes.nullable(),
    longestMinutes: minutes.nullable(),
    logDays: z.number().int().min(LOG_DAYS_MIN).max(LOG_DAYS_MAX),
    // Absent, as from a page that was opened before there was one: as it is.
    defaultChat: projectId.nullable().optional(),
  })
  .refine(
    ({ defaultMinutes, longestMinutes }) =>
      longestMinutes === null || defaultMinutes === null || defaultMinutes <= longestMinutes,
    { message: 'the default online time must not be longer than the maximum', path: ['defaultMinutes'] },
  )
  .transform(({ rev: _rev, ...settings }) => settings) satisfies z.ZodType<GivenGlobalSettings>;

export type GivenGlobalSettings = Omit<GlobalSettings, 'defaultChat'> & {
  defaultChat?: string | null | undefined;
};

export const settingsSchemas = {
  getProjectSettings: projectOnly,
  saveProjectSettings: z.strictObject({
    projectId,
    settings: projectSettingsSchema,
    rev: z.number().int().nonnegative(),
  }),
  renewWidgetId: projectOnly,
  getProjectLog: z.strictObject({
    projectId,
    cursor: z.string().min(1).max(2_000).optional(),
    /** More on one page: to be searched, or taken along. */
    large: z.literal(true).optional(),
  }),
  getGlobalSettings: z.strictObject({}),
  getChatSpaces: z.strictObject({}),
  saveGlobalSettings: z.strictObject({
    settings: globalSettingsSchema,
    /** The version that was seen: `conflict` when it is not the stored one any more. Without it the last one wins. */
    rev: z.number().int().nonnegative().optional(),
  }),
  getRequestTypes: projectOnly,
  renewIdentitySecret: projectOnly,
} as const;
