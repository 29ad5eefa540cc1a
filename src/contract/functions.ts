import * as z from 'zod';
import type { Result } from '../domain/errors';
import type { SavedGlobalSettings } from '../domain/settings';
import { agentConversationSchemas, type ConversationView } from './agent-conversation';
import { clockSchemas, type ClockValues } from './clock';
import type { PolledBody, RegisteredBody, SentBody, StartedBody } from './conversation';
import { customerSchemas, type CustomerValues } from './customer';
import { firstStepsSchemas, type FirstStepsValues } from './first-steps';
import { inboxSchemas, type InboxCounts, type InboxPage, type NewMessages, type Waiting } from './inbox';
import type { LiveToken } from './live';
import { panelSchemas, type BreakPreview, type Panel } from './panel';
import { personalDataSchemas, type PersonalDataValues } from './personal-data';
import { portalSchemas, type PortalAvailability } from './portal';
import { requestTalkSchemas, type RequestTalkValues } from './request-talk';
import { protectionSchemas, type ProtectionValues } from './protection';
import { requestChatSchemas, type RequestChat } from './request-chat';
import { savedRepliesSchemas, type SavedRepliesPage } from './saved-replies';
import {
  workingTogetherSchemas,
  type Colleagues,
  type HandedOver,
  type ResolvedView,
} from './working-together';
import { settingsSchemas, type LogPage, type ProjectSettingsPage, type RequestTypeChoice } from './settings';
import { teamSchemas, type TeamValues } from './team';
import { wallSchemas, type WallValues } from './wall';

/**
 * The resolver API: every function that a Frontdesk page may call, what it accepts and what it answers.
 * Payloads are strict: an unknown member is an `invalid-request`. Browsers import only the types.
 */
export const payloadSchemas = {
  ...panelSchemas,
  ...settingsSchemas,
  ...inboxSchemas,
  ...agentConversationSchemas,
  ...workingTogetherSchemas,
  ...customerSchemas,
  ...savedRepliesSchemas,
  ...protectionSchemas,
  ...personalDataSchemas,
  ...portalSchemas,
  ...requestTalkSchemas,
  ...teamSchemas,
  ...requestChatSchemas,
  ...wallSchemas,
  ...firstStepsSchemas,
  ...clockSchemas,
  getLiveToken: z.strictObject({}),
} as const;

export type FunctionKey = keyof typeof payloadSchemas;
export type Payload<F extends FunctionKey> = z.input<(typeof payloadSchemas)[F]>;
export type ParsedPayload<F extends FunctionKey> = z.output<(typeof payloadSchemas)[F]>;

export interface Values
  extends
    ClockValues,
    CustomerValues,
    ProtectionValues,
    PersonalDataValues,
    TeamValues,
    WallValues,
    FirstStepsValues,
    RequestTalkValues {
  getPanel: Panel;
  goOnline: Panel;
  goOffline: Panel;
  putOffline: Panel;
  undoPutOffline: Panel;
  savePreferences: Panel;
  confirmPresence: Panel;
  takeBreak: Panel;
  previewBreak: BreakPreview;
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
  pollRequestTalk: PolledBody;
  registerVisitor: RegisteredBody;
  leaveConversation: null;
  listConversations: InboxPage;
  getConversation: ConversationView;
  reply: ConversationView;
  addNote: ConversationView;
  assignToMe: ConversationView;
  handOver: HandedOver;
  giveBack: ConversationView;
  getColleagues: Colleagues;
  confirmEmail: ConversationView;
  resolve: ResolvedView;
  reopen: ConversationView;
  look: null;
  typing: null;
  searchChats: InboxPage;
  countChats: InboxCounts;
  getWaiting: Waiting;
  getRequestChat: RequestChat;
  getSavedReplies: SavedRepliesPage;
  saveSavedReplies: SavedRepliesPage;
  getNewMessages: NewMessages;
  /** Where chat is on, by name: for Jira admins. */
  getChatSpaces: { spaces: { id: string; name: string }[] };
  /** Of the help center's front page; null: it has no chat. */
  getDefaultChat: { portalId: string | null };
  getRequestTypes: { requestTypes: RequestTypeChoice[] };
  /** The secret is shown once. */
  renewIdentitySecret: { secret: string };
}

export type Answer<F extends FunctionKey> = Result<Values[F]>;
