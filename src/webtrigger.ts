import {
  originOf,
  parsePublicRequest,
  type PublicRoute,
  type WebTriggerRequest,
  type WebTriggerResponse,
} from './contract/public-request';
import {
  availabilityResponse,
  badgeResponse,
  configResponse,
  errorResponse,
  launcherResponse,
  panelResponse,
  preflightResponse,
} from './contract/public-response';
import type { AvailabilityBody } from './contract/availability';
import type { WidgetConfig } from './contract/widget-config';
import { badgeSvg } from './domain/badge';
import {
  CLOCK_HASH,
  LAUNCHER_SCRIPT,
  MESSAGES_HASH,
  PANEL_HASH,
  PANEL_SCRIPT,
  WIDGET_LABELS,
  WIDGET_STYLE,
  WIDGET_VERSION,
  WORK_HASH,
} from './generated/widget-assets';
import { jsonLog } from './platform/json-log';
import { kvsPublicStore } from './platform/kvs-public-store';
import { kvsSeenPages } from './platform/kvs-seen-pages';
import { systemClock } from './platform/system';
import { getAvailability } from './usecases/get-availability';
import { getWidgetConfig } from './usecases/get-widget-config';

const ports = {
  publicRecords: kvsPublicStore(systemClock),
  seenPages: kvsSeenPages(systemClock, jsonLog),
  clock: systemClock,
  report: jsonLog,
};

const PANEL = `panel-${PANEL_HASH}.js`;
const CLOCK = `clock-${CLOCK_HASH}.js`;

/** Under content hashes, so that browsers ask once; what few of them ask for is loaded then. */
const SCRIPTS = {
  panel: [() => PANEL_SCRIPT, PANEL_HASH],
  clock: [async () => (await import('./generated/widget-parts')).CLOCK_SCRIPT, CLOCK_HASH],
  messages: [async () => (await import('./generated/widget-parts')).MESSAGES_SCRIPT, MESSAGES_HASH],
  work: [async () => (await import('./generated/widget-parts')).WORK_SCRIPT, WORK_HASH],
} as const;

const BADGE_TEXTS = { chat: 'chat', online: 'online', offline: 'offline', closed: 'closed' };

/** The public web trigger (design §3). Reads only; its JSON is a public contract. Never throws. */
export async function handler(request: WebTriggerRequest): Promise<WebTriggerResponse> {
  const route = parsePublicRequest(request);
  switch (route.kind) {
    case 'availability':
      return availabilityResponse(withBuild(await getAvailability(ports, route.widgetId)));
    case 'config':
      return config(route, originOf(request));
    case 'launcher':
      return launcherResponse(LAUNCHER_SCRIPT);
    case 'script': {
      const [script, hash] = SCRIPTS[route.name];
      return panelResponse(await script(), route.hash === hash);
    }
    case 'badge': {
      const availability = await getAvailability(ports, route.widgetId);
      return badgeResponse(badgeSvg(availability, BADGE_TEXTS), availability);
    }
    case 'start':
    case 'current':
    case 'send':
    case 'register':
    case 'poll':
      // Loaded when somebody chats: most visitors never do, and each pays for this function's cold start (F12).
      return (await import('./webtrigger-chat')).answerChat(route, request);
    case 'preflight':
      return preflightResponse();
    case 'error':
      return errorResponse(route.status, route.error, route.allow);
  }
}

/** What a page needs once follows from the settings and from this build: its texts, its look and its panel. */
const ofBuild = (version: string): string => version + WIDGET_VERSION;

const withBuild = (body: AvailabilityBody): AvailabilityBody =>
  body.config === undefined ? body : { ...body, config: ofBuild(body.config) };

async function config(
  { widgetId, locale, version: asked }: Extract<PublicRoute, { kind: 'config' }>,
  origin: string | null,
): Promise<WebTriggerResponse> {
  try {
    const found = await getWidgetConfig(ports, WIDGET_LABELS, widgetId, locale);
    if (!found) return errorResponse(404, 'not-found');
    // Not a poll: a page asks for this once. A browser says where it is.
    if (origin !== null) await ports.seenPages.note(widgetId, origin, found.allowedOrigins);
    const version = found.version === null ? null : ofBuild(found.version);
    return configResponse(
      { ...found, version, style: WIDGET_STYLE, panel: PANEL, clock: CLOCK } satisfies WidgetConfig,
      asked,
    );
  } catch (error) {
    jsonLog.failure('a public request failed', error, { request: 'config' });
    return errorResponse(503, 'unavailable');
  }
}
