import type { Clock } from '../clock';
import type { Faults } from '../faults';
import type { Stats } from '../stats';
import type { Kvs } from './kvs';
import type { KvsAnswer } from './kvs-answer';
import {
  STORAGE_CALLS_PER_SECOND,
  STORAGE_READS_PER_MINUTE,
  STORAGE_UNIT_BYTES,
  STORAGE_WRITES_PER_MINUTE,
} from './limits';
import { jsonResponse, PlatformResponse } from './platform-response';
import { RateWindow } from './rate-window';

const API = '/api/v1/';

/** Calls of the storage service with what surrounds them: the scope, rate limits, faults, counting. */
export function createStorageGate(options: {
  kvs: Kvs;
  clock: Clock;
  faults: Faults;
  stats: Stats;
  allowed: boolean;
}): (path: string, body: string) => PlatformResponse | Promise<PlatformResponse> {
  const { kvs, clock, faults, stats, allowed } = options;
  const calls = new RateWindow(clock.now, 1_000, STORAGE_CALLS_PER_SECOND);
  const reads = new RateWindow(clock.now, 60_000, STORAGE_READS_PER_MINUTE);
  const writes = new RateWindow(clock.now, 60_000, STORAGE_WRITES_PER_MINUTE);

  const unitsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / STORAGE_UNIT_BYTES));
  const isRead = (kind: string): boolean => kind.endsWith('get') || kind.endsWith('query');

  function withinRates(kind: string, body: string): boolean {
    if (!calls.take()) return false;
    return isRead(kind) ? reads.take() : writes.take(unitsOf(body.length));
  }

  function refuse(kind: string, response: PlatformResponse): PlatformResponse {
    stats.storage(kind, 0, 0, false);
    return response;
  }

  const throttled = (kind: string): PlatformResponse =>
    refuse(
      kind,
      jsonResponse(
        {
          code: kind === 'transaction' ? 'TOO_MANY_REQUESTS' : 'RATE_LIMIT_EXCEEDED',
          message: 'You have exceeded the rate limit. Try again later.',
        },
        429,
      ),
    );
  const lost = (): PlatformResponse => new PlatformResponse(504, 'upstream request timeout');

  function apply(kind: string, path: string, body: string): KvsAnswer {
    const answer = kvs.handle(path, body);
    // A key that is not there is an answer, not a failure.
    stats.storage(kind, answer.bytesRead, answer.bytesWritten, answer.status < 400 || answer.status === 404);
    return answer;
  }

  async function disturbed(kind: string, path: string, body: string): Promise<PlatformResponse> {
    const { outcome, latencyMs } = faults.draw('storage');
    if (latencyMs > 0) await new Promise((resolve) => clock.setTimeout(() => resolve(undefined), latencyMs));
    switch (outcome) {
      case 'down':
        return refuse(kind, new PlatformResponse(503, 'Service Unavailable'));
      case 'throttled':
        return throttled(kind);
      case 'lost-before':
        return refuse(kind, lost());
      case 'lost-after':
        apply(kind, path, body);
        return lost();
      case 'none': {
        const answer = apply(kind, path, body);
        return new PlatformResponse(answer.status, answer.body);
      }
    }
  }

  return (path, body) => {
    const kind = path.startsWith(API) ? path.slice(API.length) : path;
    if (!allowed) {
      const message = 'The app has no permission to use storage: add the scope storage:app to the manifest.';
      return refuse(kind, jsonResponse({ code: 'FORBIDDEN', message }, 403));
    }
    if (faults.get().rateLimits && !withinRates(kind, body)) return throttled(kind);
    if (faults.active('storage')) return disturbed(kind, path, body);
    const answer = apply(kind, path, body);
    return new PlatformResponse(answer.status, answer.body);
  };
}
