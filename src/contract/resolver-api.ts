import { z } from 'zod';
import type { Result } from '../domain/errors';
import { isEmail } from '../domain/identity-token';
import {
  ALLOWED_ORIGINS,
  FLAGGED_CHATS,
  LOG_DAYS_MAX,
  LOG_DAYS_MIN,
  NAME_LENGTH,
  OPERATION_ID_LENGTH,
  PAGE_LENGTH,
  REASON_LENGTH,
  WELCOME_LENGTH,
} from '../domain/limits';
import { saidName } from '../domain/said-name';
import { ANONYMOUS_POLICIES, INDICATOR_PLACES } from '../domain/settings';
import type { GlobalSettings, ProjectSettings, SavedGlobalSettings } from '../domain/settings';
import { INBOX_FILTERS } from '../domain/views';
import type {
  ConversationView,
  InboxPage,
  LiveToken,
  LogPage,
  NewMessages,
  Panel,
  ProjectSettingsPage,
  RequestTypeChoice,
} from '../domain/views';
import { isMessage } from './chat-bodies';
import type { AvailabilityBody, PolledBody, RegisteredBody, SentBody, StartedBody } from './webtrigger-api';

export { LOG_EVENTS } from '../domain/log-entry';
export type { LogEvent } from '../domain/log-entry';
export type {
  AgentRow,
  ConversationMessage,
  ConversationView,
  InboxFilter,
  InboxPage,
  InboxRow,
  LiveToken,
  LogPage,
  LogRow,
  MyProject,
  NewMessages,
  Panel,
  Person,
  PresenceReason,
  ProjectSettingsPage,
  PutOfflineNotice,
  RequestTypeChoice,
} from '../domain/views';

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
const minutes = z
  .number()
  .int()
  .min(5)
  .max(31 * 24 * 60);

const projectOnly = z.strictObject({ projectId });

/** An http(s) origin without path, as `Origin` headers spell it. */
const origin = z
  .string()
  .max(255)
  .refine((text) => URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text), {
    message: 'must be an origin such as https://www.example.com, without a path',
  });

const portalId = z.union([z.string().regex(/^\d{1,18}$/), z.number().int().nonnegative()]).transform(String);
const conversationId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** As at the web trigger. */
const name = z.string().trim().max(NAME_LENGTH).transform(saidName);
const email = z.string().refine(isEmail, 'must be an e-mail address');

/** What was typed, exactly; only space around it does not count. */
const message = z.string().refine(isMessage, 'must be 1 to 4,000 characters');

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
  anonymousName: z.string().trim().max(NAME_LENGTH).default(''),
  suggestRegistration: z.boolean().default(true),
}) satisfies z.ZodType<ProjectSettings>;

export const globalSettingsSchema = z
  .strictObject({
    /** Part of what is read; sent back with the rest, it says nothing. */
    rev: z.number().optional(),
    showIndicator: z.enum(INDICATOR_PLACES),
    defaultMinutes: minutes.nullable(),
    longestMinutes: minutes.nullable(),
    logDays: z.number().int().min(LOG_DAYS_MIN).max(LOG_DAYS_MAX),
  })
  .refine(
    ({ defaultMinutes, longestMinutes }) =>
      longestMinutes === null || defaultMinutes === null || defaultMinutes <= longestMinutes,
    { message: 'the default online time must not be longer than the longest', path: ['defaultMinutes'] },
  )
  .transform(({ rev: _rev, ...settings }) => settings) satisfies z.ZodType<GlobalSettings>;

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
  saveGlobalSettings: z.strictObject({
    settings: globalSettingsSchema,
    /** The version that was seen: `conflict` when it is not the stored one any more. Without it the last one wins. */
    rev: z.number().int().nonnegative().optional(),
  }),
  getPortalAvailability: z.strictObject({
    projectId: projectId.optional(),
    portalId: portalId.optional(),
    /** BCP 47; the labels come in the nearest language that Frontdesk has. */
    locale: z.string().max(35).optional(),
    /** The page has a conversation to come back to: it stays, also while the chat is hidden. */
    resumes: z.literal(true).optional(),
  }),
  getLiveToken: z.strictObject({}),

  // The visitor's side, for the portal's frame: what the web trigger does for web pages.
  startConversation: z.strictObject({
    portalId,
    message,
    clientMessageId: z.uuid(),
    page: z.string().max(PAGE_LENGTH).optional(),
    locale: z.string().max(35).optional(),
    name: name.transform((said) => said || undefined).optional(),
    email: email.optional(),
  }),
  // The token may be missing where the account that asks is the conversation's own visitor.
  sendMessage: z.strictObject({
    conversationId,
    token: token.optional(),
    message,
    clientMessageId: z.uuid(),
  }),
  pollConversation: z.strictObject({
    conversationId,
    token: token.optional(),
    after: z.number().int().nonnegative(),
    here: z.literal(true).optional(),
  }),
  // Of an anonymous visitor, who has a token.
  registerVisitor: z.strictObject({
    conversationId,
    token,
    name: name.refine((said) => said !== '', 'must be readable'),
    email,
  }),
  leaveConversation: z.strictObject({ conversationId }),
  // Agents, online or not (rule S7).
  listConversations: z.strictObject({
    projectId,
    filter: z.enum(INBOX_FILTERS),
    cursor: z.string().min(1).max(2_000).optional(),
  }),
  getConversation: z.strictObject({ conversationId }),
  reply: z.strictObject({ conversationId, message, operationId: z.uuid() }),
  assignToMe: z.strictObject({ conversationId }),
  resolve: z.strictObject({ conversationId }),
  typing: z.strictObject({ conversationId }),
  getNewMessages: z.strictObject({
    since: instant,
    /** Chats that have a flag on the page: the answer says which of them need none any more. */
    flagged: z.array(conversationId).max(FLAGGED_CHATS).optional(),
  }),
  // Project admins.
  getRequestTypes: projectOnly,
  renewIdentitySecret: projectOnly,
} as const;

export type FunctionKey = keyof typeof payloadSchemas;
export type Payload<F extends FunctionKey> = z.input<(typeof payloadSchemas)[F]>;
export type ParsedPayload<F extends FunctionKey> = z.output<(typeof payloadSchemas)[F]>;

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
    /** That in which this account spoke last, to come back to. Absent: there is none, or the visitor is anonymous. */
    conversation?: { id: string; ended: boolean };
  };
};

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
  getGlobalSettings: SavedGlobalSettings;
  saveGlobalSettings: SavedGlobalSettings;
  getPortalAvailability: PortalAvailability;
  getLiveToken: LiveToken;
  startConversation: StartedBody;
  sendMessage: SentBody;
  pollConversation: PolledBody;
  registerVisitor: RegisteredBody;
  leaveConversation: null;
  listConversations: InboxPage;
  getConversation: ConversationView;
  reply: ConversationView;
  assignToMe: ConversationView;
  resolve: ConversationView;
  typing: null;
  getNewMessages: NewMessages;
  getRequestTypes: { requestTypes: RequestTypeChoice[] };
  /** The secret is shown once. */
  renewIdentitySecret: { secret: string };
}

export type Answer<F extends FunctionKey> = Result<Values[F]>;

/** What the realtime channel carries: a ping, never data. Fetch through the resolver. */
export interface LivePing {
  projects: string[];
  /** What changed besides: absent for status and settings. */
  conversations?: true;
  /** Id of the conversation that changed, and what its `rev` is now. */
  conversation?: string;
  rev?: number;
}
