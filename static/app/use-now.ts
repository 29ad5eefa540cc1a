import { useEffect, useState } from 'react';
import type { ServerClock } from './server-clock';

const HALF_A_MINUTE = 30_000;

/** The server's time, drawn anew every half minute and exactly at `edge` (epoch ms), when something ends. */
export function useNow(clock: ServerClock, edge: number | null = null): number {
  const [, draw] = useState(0);
  const now = clock.now();
  useEffect(() => {
    const wait = edge === null || edge <= now ? HALF_A_MINUTE : Math.min(HALF_A_MINUTE, edge - now);
    const timer = setTimeout(() => draw((count) => count + 1), wait);
    return () => clearTimeout(timer);
  });
  return now;
}
