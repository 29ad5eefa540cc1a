import { kvs } from '@forge/kvs';
import type { StartQuota } from '../conversation-ports';
import type { Clock } from '../ports';
import { storageCall, storageKey } from './storage';

export const kvsStartQuota = (clock: Clock): StartQuota => ({
  async mayStart({ id, most }, now) {
    const key = storageKey.starts(id, Math.floor(now / 60_000));
    const stored = await storageCall(clock, () => kvs.get(key));
    const count = typeof stored === 'number' ? stored : 0;
    if (count >= most) return false;
    await storageCall(clock, () => kvs.set(key, count + 1, { ttl: { value: 5, unit: 'MINUTES' } }));
    return true;
  },
});
