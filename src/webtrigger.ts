import { parsePoll, parseSend, parseStart } from './contract/chat-bodies';
import {
  parsePublicRequest,
  type WebTriggerRequest,
  type WebTriggerResponse,
} from './contract/public-request';
import {
  availabilityResponse,
  badgeResponse,
  chatResponse,
  configResponse,
  errorResponse,
  launcherResponse,
  panelResponse,
  preflightResponse,
  visitorRefusedResponse,
} from './contract/public-response';
import type { WidgetConfig } from './contract/webtrigger-api';
import type { Result } from './domain/errors';
import { badgeSvg } from './domain/badge';
import { LAUNCHER_SCRIPT, PANEL_HASH, PANEL_SCRIPT, WIDGET_LABELS } from './generated/widget-assets';
import { eventQueue } from './platform/event-queue';
import { fetchPeople } from './platform/jira-people';
import { jsonLog } from './platform/json-log';
import { kvsConversationStore } from './platform/kvs-conversation-store';
import { kvsIdentityStore } from './platform/kvs-identity-store';
import { kvsPublicStore } from './platform/kvs-public-store';
import { systemClock, systemCrypto, systemRandom } from './platform/system';
import { PlatformFault } from './ports';
import { getAvailability } from './usecases/get-availability';
import { getWidgetConfig } from './usecases/get-widget-config';
import { pollConversation } from './usecases/poll-conversation';
import { sendMessage } from './usecases/send-message';
import { startConversation } from './usecases/start-conversation';

const ports = {
  publicRecords: kvsPublicStore(systemClock),
  conversations: kvsConversationStore(systemClock),
  identities: kvsIdentityStore(systemClock),
  jira: { people: (accountIds: string[]) => fetchPeople(systemClock, accountIds) },
  jobs: eventQueue,
  // The delivery's job pings the agents' windows: it runs at once, and this bundle is paid for by every visitor.
  live: { ping: () => Promise.resolve(), token: () => Promise.reject(new Error('not here')) },
  clock: systemClock,
  random: systemRandom,
  crypto: systemCrypto,
  report: jsonLog,
};

const PANEL = `panel-${PANEL_HASH}.js`;

const BADGE_TEXTS = { chat: 'chat', online: 'online', offline: 'offline' };

/** The public web trigger (design §3). Reads only; its JSON is a public contract. Never throws. */
export async function handler(request: WebTriggerRequest): Promise<WebTriggerResponse> {
  const route = parsePublicRequest(request);
  switch (route.kind) {
    case 'availability':
      return availabilityResponse(await getAvailability(ports, route.widgetId));
    case 'config':
      return config(route.widgetId, route.locale);
    case 'launcher':
      return launcherResponse(LAUNCHER_SCRIPT);
    case 'panel':
      return panelResponse(PANEL_SCRIPT, route.hash === PANEL_HASH);
    case 'badge': {
      const availability = await getAvailability(ports, route.widgetId);
      return badgeResponse(badgeSvg(availability, BADGE_TEXTS), availability);
    }
    case 'start':
      return chat(201, parseStart(request.body), (body) =>
        startConversation(ports, { ...body, origin: originOf(request), accountId: null }),
      );
    case 'send':
      return chat(202, parseSend(request.body), (body) =>
        sendMessage(ports, { ...body, conversationId: route.conversationId }),
      );
    case 'poll':
      return chat(200, parsePoll(request.body), (body) =>
        pollConversation(ports, { ...body, conversationId: route.conversationId }),
      );
    case 'preflight':
      return preflightResponse();
    case 'error':
      return errorResponse(route.status, route.error, route.allow);
  }
}

async function config(widgetId: string, locale: string | null): Promise<WebTriggerResponse> {
  try {
    const found = await getWidgetConfig(ports, WIDGET_LABELS, widgetId, locale);
    return found
      ? configResponse({ ...found, panel: PANEL } satisfies WidgetConfig)
      : errorResponse(404, 'not-found');
  } catch {
    return errorResponse(503, 'unavailable');
  }
}

/** A route of the chat: a body that is not of the form, a refusal and a fault are answers of their own. */
async function chat<Body, Value extends object>(
  statusCode: number,
  body: Body | null,
  run: (body: Body) => Promise<Result<Value>>,
): Promise<WebTriggerResponse> {
  if (!body) return errorResponse(400, 'bad-request');
  try {
    const result = await run(body);
    if (result.ok) return chatResponse(statusCode, result.value);
    const { visitor } = result.error;
    return visitor ? visitorRefusedResponse(visitor) : errorResponse(503, 'unavailable');
  } catch (error) {
    if (!(error instanceof PlatformFault))
      ports.report.error('a chat request failed', { error: String(error).slice(0, 500) });
    return errorResponse(503, 'unavailable');
  }
}

/** Browsers send it with every request from another origin; programs may leave it out. */
function originOf({ headers = {} }: WebTriggerRequest): string | null {
  const [, values] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'origin') ?? [];
  return values?.[0] ?? null;
}
