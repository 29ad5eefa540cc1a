import type { SimulatedTime } from '../simulated-time';

/** Length of the platform's windows, milliseconds. */
const WINDOW = 60_000;

/** Who calls the app: only what people set off counts against the limit, events and queued jobs do not. */
export type Caller = 'availability' | 'script' | 'config' | 'chat' | 'agents';

/** An installation as Forge counts its invocations: in fixed windows of a minute, refused from the limit on. */
export interface Installation {
  /** Counts one call. False: refused with 429. */
  call(caller: Caller): boolean;
  /** What the platform adds to a web trigger's answers. */
  headers(): Headers;
}

export function createInstallation(
  time: SimulatedTime,
  limit: number,
  count: (caller: Caller | 'refused') => void,
): Installation {
  let start = -Infinity;
  let used = 0;
  return {
    call(caller) {
      const window = Math.floor(time.now() / WINDOW) * WINDOW;
      if (window !== start) {
        start = window;
        used = 0;
      }
      // Demand is what counts: a call that was refused was made.
      count(caller);
      used++;
      if (used <= limit) return true;
      count('refused');
      return false;
    },
    headers: () =>
      new Headers({
        'X-Ratelimit-Limit': String(limit),
        'X-Ratelimit-Remaining': String(Math.max(0, limit - used)),
        'X-Ratelimit-Reset': String(Math.ceil((start + WINDOW - time.now()) / 1_000)),
      }),
  };
}
