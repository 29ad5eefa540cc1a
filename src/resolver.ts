import Resolver from '@forge/resolver';
import { payloadSchemas, type FunctionKey, type ParsedPayload, type Values } from './contract/functions';
import { refuse, type Result } from './domain/errors';
import { WIDGET_LABELS } from './generated/widget-assets';
import { forgeActor, type ForgeContext } from './platform/forge-actor';
import { forgePlace, type ForgePlace } from './platform/forge-place';
import { forgePorts as ports } from './platform/forge-ports';
import { isMissingConsent } from './platform/jira-request';
import { PlatformFault, UnknownCursor, type Actor } from './ports';
import { getColleagues } from './usecases/get-colleagues';
import { addNote } from './usecases/add-note';
import { getConversation, typing } from './usecases/agent-conversation';
import { assignToMe, giveBack } from './usecases/assign-chat';
import { blockVisitor, unblockVisitor } from './usecases/block-visitor';
import { getRequestTypes, renewIdentitySecret } from './usecases/chat-settings';
import { endClosure, saveClosure } from './usecases/closures';
import { confirmPresence } from './usecases/confirm-presence';
import { confirmVisitor } from './usecases/confirm-visitor';
import { countChats } from './usecases/count-chats';
import { decideHeld, undoDecideHeld } from './usecases/decide-held';
import { erasePersonalData } from './usecases/erase-personal-data';
import { exportPerson } from './usecases/export-person';
import { findPerson } from './usecases/find-person';
import { getCoverage } from './usecases/get-coverage';
import { getCustomer } from './usecases/get-customer';
import { getDefaultChat } from './usecases/get-default-chat';
import { getFirstSteps } from './usecases/get-first-steps';
import { getLiveToken } from './usecases/get-live-token';
import { getNewMessages } from './usecases/get-new-messages';
import { getPanel } from './usecases/get-panel';
import { getPortalAvailability } from './usecases/get-portal-availability';
import { getProjectLog } from './usecases/get-project-log';
import { getProjectSettings } from './usecases/get-project-settings';
import { getRequestTalk } from './usecases/get-request-talk';
import { getProtection } from './usecases/get-protection';
import { getWaiting } from './usecases/get-waiting';
import { getRequestChat } from './usecases/get-request-chat';
import { getTeam } from './usecases/get-team';
import { getWall, getWallChoices } from './usecases/get-wall';
import { getWhy } from './usecases/get-why';
import { getMySchedule, saveMySchedule } from './usecases/my-schedule';
import { previewBreak } from './usecases/preview-break';
import { takeBreak } from './usecases/take-break';
import { getChatSpaces, getGlobalSettings, saveGlobalSettings } from './usecases/global-settings';
import { goOffline } from './usecases/go-offline';
import { goOnline } from './usecases/go-online';
import { handOver } from './usecases/hand-over';
import { listConversations } from './usecases/list-conversations';
import { leaveConversation } from './usecases/leave-conversation';
import { look } from './usecases/look';
import { pollConversation } from './usecases/poll-conversation';
import { pollRequestTalk } from './usecases/poll-request-talk';
import { putOffline } from './usecases/put-offline';
import { registerVisitor } from './usecases/register-visitor';
import { renewWidgetId } from './usecases/renew-widget-id';
import { reply } from './usecases/reply';
import { savePreferences } from './usecases/save-preferences';
import { saveProjectSettings } from './usecases/save-project-settings';
import { searchChats } from './usecases/search-chats';
import { getSavedReplies, saveSavedReplies } from './usecases/saved-replies';
import { sendMessage } from './usecases/send-message';
import { startInPortal } from './usecases/start-in-portal';
import { talkAboutRequest } from './usecases/talk-about-request';
import { undoPutOffline } from './usecases/undo-put-offline';
import { accountOf } from './usecases/visitor-key';
import { reopenConversation, resolveConversation } from './usecases/work-on-request';

type Functions = {
  [F in FunctionKey]: (
    actor: Actor,
    payload: ParsedPayload<F>,
    place: ForgePlace,
  ) => Promise<Result<Values[F]>>;
};

const functions: Functions = {
  getPanel: (actor, payload) => getPanel(ports, actor, payload),
  goOnline: (actor, payload) => goOnline(ports, actor, payload),
  goOffline: (actor, payload) => goOffline(ports, actor, payload),
  putOffline: (actor, payload) => putOffline(ports, actor, payload),
  undoPutOffline: (actor, payload) => undoPutOffline(ports, actor, payload),
  savePreferences: (actor, payload) => savePreferences(ports, actor, payload),
  confirmPresence: (actor, payload) => confirmPresence(ports, actor, payload),
  takeBreak: (actor, payload) => takeBreak(ports, actor, payload),
  previewBreak: (actor, payload) => previewBreak(ports, actor, payload),
  getMySchedule: (actor, payload) => getMySchedule(ports, actor, payload),
  saveMySchedule: (actor, payload) => saveMySchedule(ports, actor, payload),
  saveClosure: (actor, payload) => saveClosure(ports, actor, payload),
  endClosure: (actor, payload) => endClosure(ports, actor, payload),
  getCoverage: (actor, payload) => getCoverage(ports, actor, payload),
  getWhy: (actor, payload) => getWhy(ports, actor, payload),
  getProjectSettings: (actor, payload) => getProjectSettings(ports, actor, payload),
  saveProjectSettings: (actor, payload) => saveProjectSettings(ports, actor, payload),
  renewWidgetId: (actor, payload) => renewWidgetId(ports, actor, payload),
  getProjectLog: (actor, payload) => getProjectLog(ports, actor, payload),
  getGlobalSettings: (actor) => getGlobalSettings(ports, actor),
  saveGlobalSettings: (actor, payload) => saveGlobalSettings(ports, actor, payload),
  getPortalAvailability: (actor, payload, { portal }) =>
    getPortalAvailability(ports, WIDGET_LABELS, actor, payload, portal),
  getRequestTalk: (actor, payload, place) => getRequestTalk(ports, WIDGET_LABELS, actor, payload, place),
  talkAboutRequest: (actor, payload, place) => talkAboutRequest(ports, actor, payload, place),
  pollRequestTalk: (actor, payload, place) => pollRequestTalk(ports, actor, payload, place),
  getDefaultChat: () => getDefaultChat(ports),
  getChatSpaces: (actor) => getChatSpaces(ports, actor),
  getLiveToken: (actor) => getLiveToken(ports, actor),
  startConversation: (actor, payload, { portal }) => startInPortal(ports, actor, payload, portal),
  sendMessage: (actor, payload) => sendMessage(ports, { ...payload, account: accountOf(actor) }),
  pollConversation: (actor, payload) => pollConversation(ports, { ...payload, account: accountOf(actor) }),
  registerVisitor: (actor, payload) => registerVisitor(ports, { ...payload, account: accountOf(actor) }),
  leaveConversation: (actor, payload) => leaveConversation(ports, actor, payload),
  listConversations: (actor, payload) => listConversations(ports, actor, payload),
  getConversation: (actor, payload) => getConversation(ports, actor, payload),
  getRequestChat: (actor, _payload, { issue }) => getRequestChat(ports, actor, issue),
  reply: (actor, payload) => reply(ports, actor, payload),
  addNote: (actor, payload) => addNote(ports, actor, payload),
  assignToMe: (actor, payload) => assignToMe(ports, actor, payload),
  handOver: (actor, payload) => handOver(ports, actor, payload),
  giveBack: (actor, payload) => giveBack(ports, actor, payload),
  getColleagues: (actor, payload) => getColleagues(ports, actor, payload),
  getCustomer: (actor, payload) => getCustomer(ports, actor, payload),
  confirmEmail: (actor, payload) => confirmVisitor(ports, actor, payload),
  resolve: (actor, payload) => resolveConversation(ports, actor, payload),
  reopen: (actor, payload) => reopenConversation(ports, actor, payload),
  look: (actor, payload) => look(ports, actor, payload),
  typing: (actor, payload) => typing(ports, actor, payload),
  searchChats: (actor, payload) => searchChats(ports, actor, payload),
  countChats: (actor, payload) => countChats(ports, actor, payload),
  getWaiting: (actor) => getWaiting(ports, actor),
  getSavedReplies: (actor, payload) => getSavedReplies(ports, actor, payload),
  saveSavedReplies: (actor, payload) => saveSavedReplies(ports, actor, payload),
  getNewMessages: (actor, payload) => getNewMessages(ports, actor, payload),
  getRequestTypes: (actor, payload) => getRequestTypes(ports, actor, payload),
  renewIdentitySecret: (actor, payload) => renewIdentitySecret(ports, actor, payload),
  getProtection: (actor, payload) => getProtection(ports, actor, payload),
  decideHeld: (actor, payload) => decideHeld(ports, actor, payload),
  undoDecideHeld: (actor, payload) => undoDecideHeld(ports, actor, payload),
  blockVisitor: (actor, payload) => blockVisitor(ports, actor, payload),
  unblockVisitor: (actor, payload) => unblockVisitor(ports, actor, payload),
  findPerson: (actor, payload) => findPerson(ports, actor, payload),
  exportPerson: (actor, payload) => exportPerson(ports, actor, payload),
  erasePerson: (actor, payload) => erasePersonalData(ports, actor, payload),
  getTeam: (actor, payload) => getTeam(ports, actor, payload),
  getWall: (actor, payload) => getWall(ports, actor, payload),
  getWallChoices: (actor, payload) => getWallChoices(ports, actor, payload),
  getFirstSteps: (actor, payload) => getFirstSteps(ports, actor, payload),
};

const resolver = new Resolver();
for (const key of Object.keys(functions) as FunctionKey[]) {
  resolver.define(key, ({ payload, context }) => answer(key, payload, context as ForgeContext));
}

const answerKnown = resolver.getDefinitions();

/**
 * Every function that a Frontdesk page may call (design §4). Forge's resolver would also find what every object has, such as
 * `constructor`, and call it with the whole context; and it says unknown names again.
 */
export const handler: typeof answerKnown = (request, backend) =>
  Object.hasOwn(functions, request.call.functionKey)
    ? answerKnown(request, backend)
    : Promise.resolve(refuse('invalid-request', 'Frontdesk has no such function.'));

/** The one place where a fault becomes an answer: a closed set of codes, details only in the log. */
async function answer<F extends FunctionKey>(
  key: F,
  payload: unknown,
  context: ForgeContext,
): Promise<Result<Values[F]>> {
  const parsed = payloadSchemas[key].safeParse(payload ?? {});
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue && issue.path.length > 0 ? issue.path.join('.') : 'payload';
    // zod's own sentences name the rule, and an unknown member's name at most: nothing of a value is echoed.
    return refuse(
      'invalid-request',
      `This request isn’t valid: ${where.slice(0, 100)} ${issueText(issue?.code)}.`,
    );
  }
  try {
    return await functions[key](forgeActor(context), parsed.data as ParsedPayload<F>, forgePlace(context));
  } catch (error) {
    if (isMissingConsent(error)) throw error;
    if (error instanceof UnknownCursor) {
      return refuse(
        'invalid-request',
        'This list doesn’t continue from there. Start again at its first page.',
      );
    }
    const traceId = ports.report.failure('a request failed', error, { function: key });
    const pauseMs = error instanceof PlatformFault ? error.retryAfterMs : null;
    return refuse(
      'unavailable',
      `This couldn’t be done right now, and as far as Frontdesk knows nothing was changed. Try again ${whenText(pauseMs)} (trace ${traceId}).`,
    );
  }
}

/** Rounded up: whoever asks before the pause is over is refused again. */
function whenText(pauseMs: number | null): string {
  const seconds = Math.ceil((pauseMs ?? 0) / 1_000);
  if (seconds <= 1) return 'in a moment';
  return seconds <= 90 ? `in ${String(seconds)} seconds` : `in ${String(Math.ceil(seconds / 60))} minutes`;
}

function issueText(code: string | undefined): string {
  switch (code) {
    case 'unrecognized_keys':
      return 'has an unknown member';
    case 'too_big':
      return 'is too long or too large';
    case 'too_small':
      return 'is too short or too small';
    default:
      return 'is missing or in the wrong form';
  }
}
