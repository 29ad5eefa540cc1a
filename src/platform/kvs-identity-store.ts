import { kvs } from '@forge/kvs';
import type { Clock } from '../ports';
import type { IdentityStore } from '../storage-ports';
import { storageCall, storageKey } from './storage';

/** Forge keeps secrets apart from other values: queries never return them. */
export const kvsIdentityStore = (clock: Clock): IdentityStore => ({
  async secret(projectId) {
    const stored = await storageCall(clock, () => kvs.getSecret(storageKey.identity(projectId)));
    return typeof stored === 'string' ? stored : null;
  },
  saveSecret: (projectId, secret) =>
    storageCall(clock, () => kvs.setSecret(storageKey.identity(projectId), secret)),
});
