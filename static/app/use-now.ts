import { useEffect, useReducer } from 'react';
import { onWake } from './on-wake';
import type { ServerClock } from './server-clock';

const HALF_A_MINUTE = 30_000;

/**
 * The server's time, drawn anew every half minute, exactly at `edge` (epoch ms), when something ends, and when the page
 * wakes up: timers stand still while the computer sleeps.
 */
export function useNow(clock: ServerClock, edge: number | null = null): number {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const now = clock.now();
  useEffect(() => onWake(draw), []);
  useEffect(() => {
    const wait = edge === null || edge <= now ? HALF_A_MINUTE : Math.min(HALF_A_MINUTE, edge - now);
    const timer = setTimeout(() => draw(), wait);
    return () => clearTimeout(timer);
  });
  return now;
}
