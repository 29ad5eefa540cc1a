import type { AvailabilityBody } from '../../../../src/contract/availability';
import type { Transport } from '../../../../static/widget/contract';
import { START } from '../fake-browser';
import type { SimulatedTime } from '../simulated-time';

export interface FakeServer {
  getAvailability: Transport['getAvailability'];
  /** Simulated moments of all requests. */
  requests: number[];
  /** Merged over an answer of "online" with no known end. */
  says: Partial<AvailabilityBody>;
  /** What happens to requests instead of an answer. */
  failure: 'none' | 'network' | { retryAfter: number };
}

/** The web trigger as a page meets it, after a way of `latency` milliseconds. */
export function createFakeServer(time: SimulatedTime, latency = 100): FakeServer {
  const server: FakeServer = {
    requests: [],
    says: {},
    failure: 'none',
    getAvailability: () =>
      new Promise((resolve, reject) => {
        server.requests.push(time.now());
        time.after(latency, () => {
          if (server.failure === 'network') reject(new TypeError('Failed to fetch'));
          else if (server.failure !== 'none') reject(server.failure);
          else {
            const now = new Date(START + time.now()).toISOString();
            const body = { state: 'online', anonymous: true, until: null, nextOnlineAt: null, now, next: 60 };
            resolve({ ...(body as AvailabilityBody), ...server.says });
          }
        });
      }),
  };
  return server;
}
