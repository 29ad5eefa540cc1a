import type { ErrorBody } from '../../../src/contract/availability';
import type { ConversationClient, Failure, Work } from './conversation-client';
import { slowdownOf } from './slowdown';

const TIMEOUT_MS = 15_000;

/** Talks to the public web trigger. A text as the body is sent as text/plain, which needs no preflight. */
export function createWebClient(
  /** The web trigger's address with the version, without a slash at the end. */
  baseUrl: string,
  widgetId: string,
  /** Loaded where the server asks for it: never in ordinary times. */
  work: (widgetId: string, ...start: Parameters<Work>) => ReturnType<Work>,
): ConversationClient {
  let slowdown = 1;

  async function post<T>(path: string, body: object): Promise<T> {
    const response = await fetch(`${baseUrl}/conversations${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    slowdown = slowdownOf(response.headers);
    if (response.ok) return response.json() as Promise<T>;
    const { error = 'unavailable', challenge } = (await response.json()) as Partial<ErrorBody>;
    const retryAfter = Number(response.headers.get('retry-after')) || 0;
    // oxlint-disable-next-line typescript/only-throw-error -- As a refused promise it would be larger.
    throw { error, retryAfter, challenge } satisfies Failure;
  }

  return {
    start: (opening) => post('', { widgetId, ...opening }),
    work: (...start) => work(widgetId, ...start),
    current: (identity) => post('/current', { widgetId, identity }),
    send: (id, message) => post(`/${id}/messages`, message),
    register: (id, details) => post(`/${id}/visitor`, details),
    poll: (id, question) => post(`/${id}/poll`, question),
    slowdown: () => slowdown,
  };
}
