import { kvs } from '@forge/kvs';
import { createHash } from 'node:crypto';
import { windowOf, type Budget } from '../domain/budget';
import { SLOT_TRIES } from '../domain/start-limits';
import type { Clock } from '../ports';
import type { Slots } from '../protection-ports';
import { readPrefix } from './kvs-prefix';
import { perInstallation, remember } from './per-installation';
import { ONCE, storageCall, storageKey, storeOnce } from './storage';

/** Budgets of which one process remembers which places are taken: more than are busy at a time. */
const REMEMBERED = 500;

interface Known {
  window: number;
  /** By whom each is taken, as far as this process knows; '': by somebody. */
  taken: Map<number, string>;
}

/** What is stored in a place: when it was taken (epoch ms), and by whom, shortened. */
interface StoredPlace {
  at: number;
  by: string;
}

const knownTaken = perInstallation(() => new Map<string, Known>());

/**
 * A limit of N within a window is N keys, each written once: however many processes ask at once, nobody counts, and
 * nobody is counted twice. A key that was there already is never tried again by this process, so that a window costs each
 * process N refused writes at most; from then on it knows that nothing is left, and asks nobody. Whoever comes again,
 * since the answer was lost or a later step failed, finds the place that is theirs.
 */
export function kvsSlots(clock: Clock): Slots {
  const takenIn = (budget: Budget, now: number): Map<number, string> => {
    const window = windowOf(budget, now);
    const known = knownTaken().get(budget.id);
    if (known?.window === window) return known.taken;
    const taken = new Map<number, string>();
    remember(knownTaken(), budget.id, { window, taken }, REMEMBERED);
    return taken;
  };
  const read = async (key: string): Promise<StoredPlace | null> =>
    placeIn(await storageCall(clock, () => kvs.get<unknown>(key)));

  return {
    isFull(budget, who, now) {
      const taken = takenIn(budget, now);
      return taken.size >= budget.most && ![...taken.values()].includes(tagOf(who));
    },
    known: (budget, now) => takenIn(budget, now).size,
    async take(budget, who, now) {
      const taken = takenIn(budget, now);
      const mine = tagOf(who);
      let tries = 0;
      for (const place of placesFor(budget, who)) {
        const by = taken.get(place);
        if (by === mine) return true;
        if (by !== undefined) continue;
        if (tries++ >= SLOT_TRIES) return false;
        const key = storageKey.slot(budget.id, windowOf(budget, now), place);
        const stored = { at: now, by: mine } satisfies StoredPlace;
        const isNew = await storeOnce(clock, () => kvs.set(key, stored, { ...keptFor(budget), ...ONCE }));
        taken.set(place, isNew ? mine : ((await read(key))?.by ?? ''));
        if (taken.get(place) === mine) return true;
      }
      return false;
    },
    async takenAt(budget, now, windowsAgo = 0) {
      const window = windowOf(budget, now) - windowsAgo;
      const rows = await readPrefix<unknown>(clock, storageKey.slot(budget.id, window, ''), budget.most);
      return rows.flatMap(({ value }) => placeIn(value)?.at ?? []);
    },
  };
}

function placeIn(value: unknown): StoredPlace | null {
  if (typeof value !== 'object' || value === null) return null;
  const { at, by } = value as Partial<StoredPlace>;
  return typeof at === 'number' && typeof by === 'string' ? { at, by } : null;
}

const tagOf = (who: string): string => digest(who).toString('base64url').slice(0, 12);

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** All places in an order of their own for each who asks, so that those who come at once try others. */
function* placesFor({ most }: Budget, who: string): Generator<number> {
  const chance = digest(`places of ${who}`);
  const first = chance.readUInt32BE(0);
  let step = 1 + (chance.readUInt32BE(4) % Math.max(1, most - 1));
  while (commonDivisor(step, most) !== 1) step = (step % most) + 1;
  for (let count = 0; count < most; count++) yield (first + count * step) % most;
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** Two windows, and a little: what is counted of a day is read for one more. */
const keptFor = ({ windowMs }: Budget): { ttl: { value: number; unit: 'MINUTES' } } => ({
  ttl: { value: Math.ceil((2 * windowMs) / 60_000) + 1, unit: 'MINUTES' },
});
