import { crowding } from './crowding';
import type { WidgetConfig } from '../../../src/contract/widget-config';
import type { AskedToWait, Told, Transport } from '../contract';

const TIMEOUT_MS = 10_000;

/** Seconds after a refusal that does not say: four intervals, a quarter of the normal rate at once (figure F7). */
const REFUSED_PAUSE_S = 240;

async function getJson<T>(url: string, cache?: RequestCache): Promise<T> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), cache });
  if (response.ok) {
    const body = (await response.json()) as T & Told;
    // Of a config it is nonsense that nobody reads.
    body.crowding = crowding(response.headers);
    return body;
  }
  const retryAfter = +(response.headers.get('retry-after') as string) || REFUSED_PAUSE_S;
  // oxlint-disable-next-line typescript/only-throw-error -- As a refused promise it would be larger.
  throw { retryAfter } satisfies AskedToWait;
}

/**
 * A page's own cache, such as a service worker that answers everything from it, is asked by one address for so many
 * milliseconds: after that it has no answer any more.
 */
const CACHES_TRUSTED_MS = 30_000;

/** Asks the public web trigger, by requests that need no preflight. */
export function createWebTransport(
  /** The web trigger's address with the version, without a slash at the end. */
  baseUrl: string,
  widgetId: string,
  locale: string,
  now: () => number,
): Transport {
  /** Firefox remembers for good that an address could not be imported: each attempt has one of its own. */
  let attempts = '';
  return {
    /** A cache that the site has put in front is passed by an address that it has not seen. */
    getAvailability: (fresh, cache) =>
      getJson<Told>(
        `${baseUrl}/availability/${widgetId}?fresh=${fresh}&t=${(now() / CACHES_TRUSTED_MS) | 0}`,
        cache,
      ),
    async loadSetup(version) {
      const config = await getJson<WidgetConfig>(
        `${baseUrl}/widgets/${widgetId}?locale=${locale}&v=${version}`,
      );
      const { allowedOrigins } = config;
      if (allowedOrigins[0] && !allowedOrigins.includes(location.origin)) {
        return console.info('frontdesk: not allowed') as undefined;
      }
      return {
        ...config,
        load: (part) => import(`${baseUrl}/${config[part]}${(attempts += '?')}`) as never,
      };
    },
  };
}
