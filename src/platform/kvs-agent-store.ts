import { kvs } from '@forge/kvs';
import * as z from 'zod';
import type { Clock } from '../ports';
import type { AgentStore, Preferences } from '../storage-ports';
import { readPrefix } from './kvs-prefix';
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
      return (await readPrefix(clock, AGENT_PREFIX)).map(({ key }) => key.slice(AGENT_PREFIX.length));
    },
    erase: (accountId) => storageCall(clock, () => kvs.delete(storageKey.agent(accountId))),
  };
}
