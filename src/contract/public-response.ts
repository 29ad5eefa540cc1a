import type { VisitorRefusal } from '../domain/errors';
import { AVAILABILITY_CACHE_S, SCRIPT_CACHE_S } from '../domain/limits';
import type { WebTriggerResponse } from './public-request';
import type { AvailabilityBody, ErrorBody } from './availability';
import type { WidgetConfig } from './widget-config';

/** Any page may read every answer; a plain GET needs no preflight, which would be a second paid invocation. */
const CORS: Record<string, string[]> = {
  'Access-Control-Allow-Origin': ['*'],
  'Access-Control-Expose-Headers': [
    'Retry-After, Date, Age, X-Ratelimit-Limit, X-Ratelimit-Remaining, X-Ratelimit-Reset',
  ],
  'X-Content-Type-Options': ['nosniff'],
};

const CONTENT_TYPE = {
  json: 'application/json; charset=utf-8',
  script: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
};

const NO_STORE = 'no-store';
const FOR_EVER = 'public, max-age=31536000, immutable';

/** By content type and cache rule, of which there are few. A poll is answered in microseconds: making these counts. */
const knownHeaders = new Map<string, Readonly<Record<string, string[]>>>();

function headersOf(type: keyof typeof CONTENT_TYPE, cache: string): Readonly<Record<string, string[]>> {
  const key = `${type} ${cache}`;
  let headers = knownHeaders.get(key);
  if (!headers) {
    headers = {
      ...CORS,
      // Pages that are isolated from others load scripts and pictures only where these say so.
      ...(type !== 'json' && { 'Cross-Origin-Resource-Policy': ['cross-origin'] }),
      'Content-Type': [CONTENT_TYPE[type]],
      'Cache-Control': [cache],
    };
    knownHeaders.set(key, headers);
  }
  return headers;
}

const respond = (
  type: keyof typeof CONTENT_TYPE,
  body: string,
  cache: string,
  statusCode = 200,
): WebTriggerResponse => ({ statusCode, headers: headersOf(type, cache), body });

/** Seconds an availability answer may be kept: never beyond the moment it stops being true (figure F6). */
function cacheSeconds({ until, now, degraded }: AvailabilityBody): number {
  if (degraded) return 0;
  if (until === null) return AVAILABILITY_CACHE_S;
  return Math.max(
    0,
    Math.min(AVAILABILITY_CACHE_S, Math.floor((Date.parse(until) - Date.parse(now)) / 1_000)),
  );
}

export const availabilityResponse = (body: AvailabilityBody): WebTriggerResponse =>
  respond('json', JSON.stringify(body), `public, max-age=${String(cacheSeconds(body))}`);

/** Under the address of its own version it never changes; under any other it is soon asked for again. */
export const configResponse = (body: WidgetConfig, askedVersion: string | null): WebTriggerResponse =>
  respond(
    'json',
    JSON.stringify(body),
    askedVersion !== null && askedVersion === body.version ? FOR_EVER : 'public, max-age=300',
  );

/** Kept for some hours only, so that updates arrive. */
export const launcherResponse = (script: string): WebTriggerResponse =>
  respond('script', script, `public, max-age=${String(SCRIPT_CACHE_S)}`);

/** Under its content hash it never changes; a page with an older hash gets today's, and keeps it for itself. */
export const panelResponse = (script: string, isAsked: boolean): WebTriggerResponse =>
  respond('script', script, isAsked ? FOR_EVER : NO_STORE);

export const badgeResponse = (svg: string, body: AvailabilityBody): WebTriggerResponse =>
  respond('svg', svg, `public, max-age=${String(cacheSeconds(body))}`);

/** Answers of the chat are for one page only. */
export const chatResponse = (statusCode: number, body: object): WebTriggerResponse =>
  respond('json', JSON.stringify(body), NO_STORE, statusCode);

const STATUS_OF: Record<VisitorRefusal['error'], number> = {
  'not-found': 404,
  'login-required': 403,
  'origin-refused': 403,
  'rate-limited': 429,
  'conversation-full': 409,
  'already-known': 409,
  closed: 403,
};

/** Why a visitor's message was not taken. */
export function visitorRefusedResponse(refusal: VisitorRefusal): WebTriggerResponse {
  const { error, state, retryAfter, challenge } = refusal;
  const body: ErrorBody = { error, ...(state && { state }), ...(challenge && { challenge }) };
  const response = chatResponse(STATUS_OF[error], body);
  if (retryAfter === undefined) return response;
  return { ...response, headers: { ...response.headers, 'Retry-After': [String(retryAfter)] } };
}

/** A body that is of the form but for this member. */
export const badMemberResponse = (member: NonNullable<ErrorBody['member']>): WebTriggerResponse =>
  chatResponse(400, { error: 'bad-request', member } satisfies ErrorBody);

export function errorResponse(status: number, error: ErrorBody['error'], allow?: string): WebTriggerResponse {
  const response = respond('json', JSON.stringify({ error } satisfies ErrorBody), NO_STORE, status);
  const more = MORE_HEADERS[status];
  const allowed: Record<string, string[]> = allow === undefined ? {} : { Allow: [allow] };
  return { ...response, headers: { ...response.headers, ...more, ...allowed } };
}

const MORE_HEADERS: Partial<Record<number, Record<string, string[]>>> = {
  405: { Allow: ['GET, HEAD, OPTIONS'] },
  503: { 'Retry-After': ['120'] },
};

export const preflightResponse = (): WebTriggerResponse => ({
  statusCode: 204,
  headers: {
    ...CORS,
    'Access-Control-Allow-Methods': ['GET, HEAD, POST, OPTIONS'],
    'Access-Control-Allow-Headers': ['*'],
    'Access-Control-Max-Age': ['86400'],
  },
});
