import { createElapsed } from './elapsed';

/** The server's time, carried forward by what has passed since. The browser's wall clock may be wrong by hours. */
export interface ServerClock {
  /** Epoch milliseconds. */
  now(): number;
  /** Every answer of the server tells the time anew. */
  set(serverNow: string): void;
}

/** Before the first answer it reads the browser's own idea of the time: good enough for a first drawing of nothing. */
export function createServerClock(elapsed: () => number = createElapsed()): ServerClock {
  let offset = performance.timeOrigin;
  return {
    now: () => Math.round(offset + elapsed()),
    set: (serverNow) => {
      const parsed = Date.parse(serverNow);
      if (Number.isFinite(parsed)) offset = parsed - elapsed();
    },
  };
}
