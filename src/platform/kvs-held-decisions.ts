import { kvs } from '@forge/kvs';
import type { HeldDecision } from '../domain/held-decision';
import { DECISION_KEPT_MS } from '../domain/start-limits';
import { PlatformFault, type Clock } from '../ports';
import type { HeldDecisions } from '../protection-ports';
import { ONCE, storageCall, storageKey, storeOnce } from './storage';

const KEPT = { ttl: { value: DECISION_KEPT_MS / 86_400_000, unit: 'DAYS' as const } };

/** One key for each decision: a request that comes twice finds the first. */
export function kvsHeldDecisions(clock: Clock): HeldDecisions {
  const read = async (projectId: string, operationId: string): Promise<HeldDecision | null> =>
    (await storageCall(clock, () =>
      kvs.get<HeldDecision>(storageKey.heldDecision(projectId, operationId)),
    )) ?? null;

  return {
    read,
    async saveFirst(projectId, operationId, decision) {
      const key = storageKey.heldDecision(projectId, operationId);
      if (await storeOnce(clock, () => kvs.set(key, decision, { ...KEPT, ...ONCE }))) return decision;
      const first = await read(projectId, operationId);
      if (!first) throw new PlatformFault('a decision that is there could not be read');
      return first;
    },
    save: (projectId, operationId, decision) =>
      storageCall(clock, () => kvs.set(storageKey.heldDecision(projectId, operationId), decision, KEPT)),
  };
}
