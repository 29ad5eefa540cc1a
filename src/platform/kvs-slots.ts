import { kvs } from '@forge/kvs';
import type { Slots } from '../ports';
import type { Clock } from '../ports';
import { perInstallation, remember } from './per-installation';
import { storageKey, storeOnce, ONCE } from './storage';

/** Places that are tried before a budget counts as used up. */
const TRIES = 3;

/** Budgets of which a process remembers that they are used up. */
const CLOSED_MOST = 500;

/**
 * A budget of N in a window is N places, each taken once: however many come at a time, no more than N find one, and
 * nothing is read. Whoever finds three places taken gets none, though there may be some left; the process then says no
 * until the window ends, without asking the storage.
 */
export function kvsSlots(clock: Clock): Slots {
  const closedIn = perInstallation(() => new Map<string, number>());
  return {
    async take(budget, windowMs, most, seed) {
      const window = Math.floor(clock.now() / windowMs);
      const closed = closedIn();
      if (closed.get(budget) === window) return false;
      const minutes = Math.ceil((2 * windowMs) / 60_000);
      for (let tried = 0; tried < Math.min(TRIES, most); tried++) {
        const key = storageKey.slot(budget, window, placeOf(`${seed} ${String(tried)}`, most));
        const options = { ttl: { value: minutes, unit: 'MINUTES' as const }, ...ONCE };
        if (await storeOnce(clock, () => kvs.set(key, 1, options))) return true;
      }
      remember(closed, budget, window, CLOSED_MOST);
      return false;
    },
  };
}

/** FNV-1a, 32 bits: spread well enough, and nothing is secret. */
function placeOf(seed: string, most: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index++)
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193) >>> 0;
  return hash % most;
}
