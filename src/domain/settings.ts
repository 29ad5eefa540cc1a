import { ALWAYS_OPEN, type Hours, type RollCall } from './clock/schedule';
import { CUSTOMERS_PER_DAY, LOG_DAYS_DEFAULT, LONGEST_MINUTES_DEFAULT, STARTS_PER_DAY } from './limits';

/** Who may start a chat without saying who they are (rules C2, C3). */
export const ANONYMOUS_POLICIES = ['when-online', 'always', 'never'] as const;
export type AnonymousPolicy = (typeof ANONYMOUS_POLICIES)[number];

/** What a project admin decides about the project's chat. */
export interface ProjectSettings {
  chatEnabled: boolean;
  anonymous: AnonymousPolicy;
  /** Draw no icon while nobody is online (rule C6). */
  hideWhenOffline: boolean;
  welcomeText: string;
  /** Origins that may embed the widget. Empty: every web site may. */
  allowedOrigins: string[];
  /** The request type that chats are raised as; null: the first that can be. */
  requestTypeId: string | null;
  /** What agents see instead of the name of an anonymous visitor; empty: "Visitor". */
  anonymousName: string;
  /** Offer to leave name and e-mail after an anonymous start. */
  suggestRegistration: boolean;
  /** Only people who are logged in may start a chat: on the portal, or by the web site's signed identity. */
  loggedInOnly: boolean;
  /** Chats of strangers that reach Jira within a day; more are held back (rule T6). */
  startsPerDay: number;
  /** Addresses that agents' replies may make customers within a day (rule T1). */
  customersPerDay: number;
  /** When customers see the chat at all (rules C6, H3). */
  hours: Hours;
  /** What a new schedule offers agents first (rule H2). */
  rollCall: RollCall;
  /** May agents, too, close the desk for a time (rule H4)? */
  agentsMayClose: boolean;
  /** A line in the portal's head says what the chat's icon says at the foot of it. */
  portalLine: boolean;
}

export const DEFAULT_PROJECT_SETTINGS: ProjectSettings = {
  chatEnabled: false,
  anonymous: 'when-online',
  hideWhenOffline: false,
  welcomeText: '',
  allowedOrigins: [],
  requestTypeId: null,
  anonymousName: '',
  suggestRegistration: true,
  loggedInOnly: false,
  startsPerDay: STARTS_PER_DAY,
  customersPerDay: CUSTOMERS_PER_DAY,
  hours: ALWAYS_OPEN,
  rollCall: 'confirm',
  agentsMayClose: false,
  portalLine: false,
};

/** Rule I5. */
export const INDICATOR_PLACES = ['everywhere', 'chat-projects'] as const;
type IndicatorPlace = (typeof INDICATOR_PLACES)[number];

/** What a Jira admin decides for the whole site. */
export interface GlobalSettings {
  showIndicator: IndicatorPlace;
  /** Minutes offered first when going online; null: until I go offline. */
  defaultMinutes: number | null;
  /** Longest online time in minutes (rule S12); null: no limit. */
  longestMinutes: number | null;
  logDays: number;
  /** Project id of the chat that the help center's front page shows; null: none. */
  defaultChat: string | null;
}

/** As they are stored. `rev` grows with every change: who saves says on top of which version. */
export interface SavedGlobalSettings extends GlobalSettings {
  rev: number;
}

export type GlobalSettingName = keyof GlobalSettings;

/** In the order in which the page shows them. */
const GLOBAL_SETTING_NAMES: readonly GlobalSettingName[] = [
  'showIndicator',
  'defaultMinutes',
  'longestMinutes',
  'logDays',
  'defaultChat',
];

export const differingGlobalSettings = (a: GlobalSettings, b: GlobalSettings): GlobalSettingName[] =>
  GLOBAL_SETTING_NAMES.filter((name) => a[name] !== b[name]);

export const DEFAULT_GLOBAL_SETTINGS: GlobalSettings = {
  showIndicator: 'everywhere',
  defaultMinutes: null,
  longestMinutes: LONGEST_MINUTES_DEFAULT,
  logDays: LOG_DAYS_DEFAULT,
  defaultChat: null,
};
