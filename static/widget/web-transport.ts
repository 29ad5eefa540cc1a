import type { AvailabilityBody, WidgetConfig } from '../../src/contract/webtrigger-api';
import type { MountPanel } from './panel-host';
import type { Throttled, Transport } from './transport';

const TIMEOUT_MS = 10_000;

async function getJson<T>(url: string, cache: RequestCache): Promise<T> {
  const response = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(TIMEOUT_MS), cache });
  const { ok, status, headers } = response;
  if (ok) return response.json() as Promise<T>;
  const failure: Throttled = { throttled: status === 429, retryAfter: Number(headers.get('retry-after')) };
  throw Object.assign(new Error(`HTTP ${status}`), failure);
}

interface WebTransportOptions {
  /** The web trigger's address, without a slash at the end. */
  baseUrl: string;
  widgetId: string;
  locale: string;
  random: () => number;
}

/** Asks the public web trigger, by requests that need no preflight. */
export function createWebTransport({ baseUrl, widgetId, locale, random }: WebTransportOptions): Transport {
  return {
    /**
     * Never from the browser's cache, which does not tell how old its answers are. A cache that the site has put
     * in front is passed by an address that it has not seen.
     */
    async fetchAvailability(fresh) {
      const query = fresh ? `?fresh=${random()}` : '';
      const body = await getJson<AvailabilityBody>(
        `${baseUrl}/v1/availability/${widgetId}${query}`,
        'no-store',
      );
      // A proxy's or a hotel's login page in between may answer anything with 200.
      if (!body.state || !Date.parse(body.now)) throw new Error('not an answer');
      return body;
    },
    async loadSetup() {
      const config = await getJson<WidgetConfig>(
        `${baseUrl}/v1/widgets/${widgetId}?locale=${locale}`,
        'default',
      );
      const { allowedOrigins, panel, anonymous } = config;
      if (allowedOrigins[0] && !allowedOrigins.includes(origin)) {
        console.info(`Frontdesk: ${origin} is not an allowed web site in the project's chat settings.`);
        return null;
      }
      return {
        ...config,
        identified: false,
        alwaysAnonymous: anonymous === 'always',
        loadPanel: () => import(`${baseUrl}/v1/${panel}`) as Promise<{ mountPanel: MountPanel }>,
      };
    },
  };
}
