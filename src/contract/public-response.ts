import { AVAILABILITY_CACHE_S } from '../domain/limits';
import type { WebTriggerResponse } from './public-request';
import type { AvailabilityBody, ErrorBody } from './webtrigger-api';

/** Any page may read every answer; a plain GET needs no preflight, which would be a second paid invocation. */
const CORS: Record<string, string[]> = {
  'Access-Control-Allow-Origin': ['*'],
  'Access-Control-Expose-Headers': ['Retry-After, Date, Age, X-Ratelimit-Reset'],
  'X-Content-Type-Options': ['nosniff'],
};

const HEADERS_OF: Record<'json' | 'script' | 'svg', Record<string, string[]>> = {
  json: { ...CORS, 'Content-Type': ['application/json; charset=utf-8'] },
  script: { ...CORS, 'Content-Type': ['text/javascript; charset=utf-8'] },
  svg: { ...CORS, 'Content-Type': ['image/svg+xml; charset=utf-8'] },
};

const NO_STORE = 'no-store';

function respond(
  type: keyof typeof HEADERS_OF,
  body: string,
  cache: string,
  statusCode = 200,
): WebTriggerResponse {
  return { statusCode, headers: { ...HEADERS_OF[type], 'Cache-Control': [cache] }, body };
}

/** Seconds an availability answer may be kept: never beyond the moment it stops being true (figure F6). */
export function cacheSeconds({ until, now, degraded }: AvailabilityBody): number {
  if (degraded) return 0;
  if (until === null) return AVAILABILITY_CACHE_S;
  return Math.max(
    0,
    Math.min(AVAILABILITY_CACHE_S, Math.floor((Date.parse(until) - Date.parse(now)) / 1_000)),
  );
}

export const availabilityResponse = (body: AvailabilityBody): WebTriggerResponse =>
  respond('json', JSON.stringify(body), `public, max-age=${String(cacheSeconds(body))}`);

export const configResponse = (body: object): WebTriggerResponse =>
  respond('json', JSON.stringify(body), 'public, max-age=300');

/** Kept for an hour only, so that updates arrive. */
export const launcherResponse = (script: string): WebTriggerResponse =>
  respond('script', script, 'public, max-age=3600');

/** Under its content hash it never changes; a page with an older hash gets today's, and keeps it for itself. */
export const panelResponse = (script: string, isAsked: boolean): WebTriggerResponse =>
  respond('script', script, isAsked ? 'public, max-age=31536000, immutable' : NO_STORE);

export const badgeResponse = (svg: string, body: AvailabilityBody): WebTriggerResponse =>
  respond('svg', svg, `public, max-age=${String(cacheSeconds(body))}`);

export const errorResponse = (status: number, error: ErrorBody['error']): WebTriggerResponse => {
  const response = respond('json', JSON.stringify({ error } satisfies ErrorBody), NO_STORE, status);
  if (status === 405) response.headers.Allow = ['GET, HEAD, OPTIONS'];
  if (status === 503) response.headers['Retry-After'] = ['120'];
  return response;
};

export const preflightResponse = (): WebTriggerResponse => ({
  statusCode: 204,
  headers: {
    ...CORS,
    'Access-Control-Allow-Methods': ['GET, HEAD, OPTIONS'],
    'Access-Control-Allow-Headers': ['*'],
    'Access-Control-Max-Age': ['86400'],
  },
});
