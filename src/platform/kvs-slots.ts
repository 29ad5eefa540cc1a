import { kvs } from '@forge/kvs';
import { createHash } from 'node:crypto';
import { windowOf, type Budget } from '../domain/budget';
import { SLOT_TRIES } from '../domain/start-limits';
import type { Clock } from '../ports';
import type { Slots } from '../protection-ports';
import { readPrefix } from './kvs-prefix';
import { perInstallation, remember } from './per-installation';
import { ONCE, storageKey, storeOnce } from './storage';

/** Budgets of which one process remembers which places are taken: more than are busy at a time. */
const REMEMBERED = 500;

interface Known {
  window: number;
  taken: Set<number>;
}

const knownTaken = perInstallation(() => new Map<string, Known>());

/**
 * A limit of N within a window is N keys, each written once: however many processes ask at once, nobody counts, and
 * nobody is counted twice. A key that was there already is never tried again by this process, so that a window costs each
 * process N refused writes at most; from then on it knows that nothing is left, and asks nobody.
 */
export function kvsSlots(clock: Clock): Slots {
  const takenIn = (budget: Budget, now: number): Set<number> => {
    const window = windowOf(budget, now);
    const known = knownTaken().get(budget.id);
    if (known?.window === window) return known.taken;
    const taken = new Set<number>();
    remember(knownTaken(), budget.id, { window, taken }, REMEMBERED);
    return taken;
  };
  const isFull = (budget: Budget, now: number): boolean => takenIn(budget, now).size >= budget.most;

  return {
    isFull,
    known: (budget, now) => takenIn(budget, now).size,
    async take(budget, who, now) {
      const taken = takenIn(budget, now);
      for (let attempt = 0; attempt < SLOT_TRIES && !isFull(budget, now); attempt++) {
        const place = freePlace(budget, taken, `${who} ${String(attempt)}`);
        const key = storageKey.slot(budget.id, windowOf(budget, now), place);
        const isMine = await storeOnce(clock, () => kvs.set(key, now, { ...keptFor(budget), ...ONCE }));
        taken.add(place);
        if (isMine) return true;
      }
      return false;
    },
    async takenAt(budget, now, windowsAgo = 0) {
      const window = windowOf(budget, now) - windowsAgo;
      const rows = await readPrefix<unknown>(clock, storageKey.slot(budget.id, window, ''), budget.most);
      return rows.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
    },
  };
}

/** One of those not known to be taken, by chance: whoever asks at the same moment tries others. */
function freePlace({ most }: Budget, taken: ReadonlySet<number>, seed: string): number {
  const free = Array.from({ length: most }, (_, place) => place).filter((place) => !taken.has(place));
  const chance = createHash('sha256').update(seed).digest().readUInt32BE(0);
  return free[chance % free.length] ?? 0;
}

/** Two windows, and a little: what is counted of a day is read for one more. */
const keptFor = ({ windowMs }: Budget): { ttl: { value: number; unit: 'MINUTES' } } => ({
  ttl: { value: Math.ceil((2 * windowMs) / 60_000) + 1, unit: 'MINUTES' },
});
