import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import type { AgentStore, Clock, Preferences } from '../ports';
import { AGENT_PREFIX, storageCall, storageKey } from './storage';

const preferences = z.object({
  minutes: z.number().int().positive().nullable(),
  scope: z.enum(['project', 'all']),
}) satisfies z.ZodType<Preferences>;

/** What an agent chose last, one key per account. */
export function kvsAgentStore(clock: Clock): AgentStore {
  return {
    async preferences(accountId) {
      const stored = await storageCall(clock, () => kvs.get(storageKey.agent(accountId)));
      return preferences
        .nullable()
        .catch(null)
        .parse(stored ?? null);
    },
    savePreferences: (accountId, chosen) =>
      storageCall(clock, () => kvs.set(storageKey.agent(accountId), chosen)),
    async accounts() {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const query = kvs.query().where('key', WhereConditions.beginsWith(AGENT_PREFIX)).limit(100);
        const from = cursor;
        const page = await storageCall(clock, () =>
          (from === undefined ? query : query.cursor(from)).getMany(),
        );
        found.push(...page.results.map(({ key }) => key.slice(AGENT_PREFIX.length)));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      return found;
    },
    erase: (accountId) => storageCall(clock, () => kvs.delete(storageKey.agent(accountId))),
  };
}
