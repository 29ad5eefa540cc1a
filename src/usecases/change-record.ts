import { PlatformFault, type Ports } from '../ports';
import type { CommitOutcome } from '../storage-ports';

/** Milliseconds within which a change must be stored: well under the platform's 25 s for a resolver. */
const BUDGET_MS = 10_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_500;

interface Attempt<R, D> {
  read(): Promise<R | null>;
  /** Must be idempotent: after a store with an unknown outcome it finds its own change in the record. */
  decide(record: R | null, now: number): D;
  /** Null: nothing to store. */
  store(record: R | null, decision: D, now: number): Promise<CommitOutcome> | null;
}

/**
 * Read, decide, store on the condition that nobody else stored meanwhile; again with full jitter when somebody did.
 * `stored` also tells of a change that an earlier attempt of this call made without learning of it.
 *
 * Throws PlatformFault when the change could not be stored within the budget.
 */
export async function changeRecord<R, D>(
  { clock, random }: Pick<Ports, 'clock' | 'random'>,
  { read, decide, store }: Attempt<R, D>,
): Promise<{ decision: D; stored: boolean }> {
  const deadline = clock.now() + BUDGET_MS;
  let uncertain = false;
  for (let attempt = 0; ; attempt++) {
    try {
      const record = await read();
      const now = clock.now();
      const decision = decide(record, now);
      const storing = store(record, decision, now);
      if (!storing) return { decision, stored: uncertain };
      const outcome = await storing;
      if (outcome === 'committed') return { decision, stored: true };
      uncertain ||= outcome === 'unknown';
    } catch (fault) {
      if (!(fault instanceof PlatformFault) || !fault.passing) throw fault;
      if (clock.now() >= deadline) throw fault;
    }
    const pause = random.fraction() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
    if (clock.now() + pause >= deadline) throw new PlatformFault('the change could not be stored in time');
    await clock.sleep(pause);
  }
}
