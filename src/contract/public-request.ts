import type { ErrorBody } from './availability';

/** A request to the web trigger, as Forge hands it over. */
export interface WebTriggerRequest {
  method?: string;
  /** What follows the trigger's own address, e.g. `/v1/availability/abc`. One page of Forge's documentation has it... */
  userPath?: string;
  /** ... and an older one only this, which begins with that address: `/public/<id>/v1/availability/abc`, or `/x1/<id>/…`. */
  path?: string;
  headers?: Record<string, string[]>;
  queryParameters?: Record<string, string[]>;
  body?: string;
}

export interface WebTriggerResponse {
  statusCode: number;
  headers: Readonly<Record<string, string[]>>;
  body?: string;
}

/** Scripts that are loaded under the hash of their content. */
type LazyScript = 'panel' | 'clock' | 'messages' | 'work';

export type PublicRoute =
  | { kind: 'availability'; widgetId: string }
  | { kind: 'config'; widgetId: string; locale: string | null; version: string | null }
  | { kind: 'launcher' }
  | { kind: 'script'; name: LazyScript; hash: string }
  | { kind: 'badge'; widgetId: string }
  | { kind: 'start' | 'current' }
  | { kind: 'send' | 'poll' | 'register'; conversationId: string }
  | { kind: 'preflight' }
  | { kind: 'error'; status: number; error: ErrorBody['error']; allow?: string | undefined };

/** UTF-16 units; anything larger is refused unread. A chat's: the longest message, every character escaped. */
const BODY_MOST = 16 * 1024;
const CHAT_BODY_MOST = 64 * 1024;
const PATH_MOST = 200;

/** What stands around the path that was asked for: the trigger's own address, in both its forms, and a query. */
const AROUND = /^\/*(?:public|x1)\/+[^/?]*|\?[^]*/g;

/** `/v1/{resource}/{name}/{action}`, of which the last two may be absent; empty segments count for nothing. */
const PATH = /^\/*v1\/+([^/]+)(?:\/+([^/]+))?(?:\/+([^/]+))?\/*$/;
const CHAT_PATH = /^\/*v1\/+conversations\b/;
const WIDGET_ID = /^[A-Za-z0-9_-]{22}$/;
const VERSION = /^[\w-]{1,40}$/;
const LOCALE = /^[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8}){0,2}$/;

/** Every id that cannot exist is looked up as this one, so that it is answered like one that does not. */
const NO_WIDGET = 'none';

/** What a request asks for. Pure; accepts anything and answers with an error instead of throwing. */
export function parsePublicRequest(request: WebTriggerRequest): PublicRoute {
  const { method, queryParameters, body } = request;
  const path = pathOf(request);
  const most = CHAT_PATH.test(path) ? CHAT_BODY_MOST : BODY_MOST;
  if (typeof body === 'string' && body.length > most) return fail(413, 'too-large');
  if (path.length > PATH_MOST) return fail(404, 'not-found');
  const [, resource, name, action] = PATH.exec(path) ?? [];
  if (resource === undefined) return fail(404, 'not-found');
  const isChat = resource === 'conversations';
  if (!isChat && action !== undefined) return fail(404, 'not-found');
  const route = isChat ? chatRoute(name, action) : routeTo(resource, name, queryParameters);
  if (!route) return fail(404, 'not-found');
  if (method === 'OPTIONS') return { kind: 'preflight' };
  const isMeant = isChat ? method === 'POST' : method === 'GET' || method === 'HEAD';
  return isMeant
    ? route
    : { ...fail(405, 'method-not-allowed'), allow: isChat ? 'POST, OPTIONS' : undefined };
}

/** Whichever of the two is there. */
function pathOf({ userPath, path }: WebTriggerRequest): string {
  if (typeof userPath === 'string' && userPath !== '') return userPath;
  return typeof path === 'string' ? path.replace(AROUND, '') : '';
}

function routeTo(
  resource: string,
  name: string | undefined,
  query: WebTriggerRequest['queryParameters'],
): PublicRoute | null {
  if (name === undefined) {
    if (resource === 'widget.js') return { kind: 'launcher' };
    const [, script, hash] = /^(panel|clock|messages|work)-([0-9a-f]{16})\.js$/.exec(resource) ?? [];
    return hash === undefined ? null : { kind: 'script', name: script as LazyScript, hash };
  }
  if (/%(?![0-9A-Fa-f]{2})/.test(name)) return fail(400, 'bad-request');
  switch (resource) {
    case 'availability':
      return { kind: 'availability', widgetId: knownShape(name) };
    case 'widgets':
      return {
        kind: 'config',
        widgetId: knownShape(name),
        locale: queryValue(query, 'locale', LOCALE),
        version: queryValue(query, 'v', VERSION),
      };
    case 'badge':
      return name.endsWith('.svg') ? { kind: 'badge', widgetId: knownShape(name.slice(0, -4)) } : null;
    default:
      return null;
  }
}

function chatRoute(conversationId: string | undefined, action: string | undefined): PublicRoute | null {
  if (conversationId === undefined) return { kind: 'start' };
  if (action === undefined) return conversationId === 'current' ? { kind: 'current' } : null;
  const id = knownShape(conversationId);
  if (action === 'messages') return { kind: 'send', conversationId: id };
  if (action === 'visitor') return { kind: 'register', conversationId: id };
  return action === 'poll' ? { kind: 'poll', conversationId: id } : null;
}

/** The id itself, or one that no widget or conversation has. */
export const knownShape = (id: string): string => (WIDGET_ID.test(id) ? id : NO_WIDGET);

/** The first value of that name, if it is of the form. */
function queryValue(query: WebTriggerRequest['queryParameters'], name: string, form: RegExp): string | null {
  const asked = query?.[name];
  const first: unknown = Array.isArray(asked) ? asked[0] : asked;
  return typeof first === 'string' && form.test(first) ? first : null;
}

const fail = (status: number, error: ErrorBody['error']): Extract<PublicRoute, { kind: 'error' }> => ({
  kind: 'error',
  status,
  error,
});

/** Browsers send it with every request from another origin; programs may leave it out. */
export function originOf({ headers = {} }: WebTriggerRequest): string | null {
  const [, values] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'origin') ?? [];
  return values?.[0] ?? null;
}
