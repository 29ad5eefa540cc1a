import { kvs } from '@forge/kvs';
import * as z from 'zod';
import { DEFAULT_GLOBAL_SETTINGS, INDICATOR_PLACES, type GlobalSettings } from '../domain/settings';
import type { Clock } from '../ports';
import type { SiteStore } from '../storage-ports';
import { storageCall, storageCommit, storageKey } from './storage';
import { unchangedSince } from './unchanged-since';

const globalSettings = z.object({
  showIndicator: z.enum(INDICATOR_PLACES),
  defaultMinutes: z.number().int().positive().nullable(),
  longestMinutes: z.number().int().positive().nullable(),
  logDays: z.number().int().positive(),
  // Not in what was stored before there was one.
  defaultChat: z.string().nullable().default(null),
}) satisfies z.ZodType<GlobalSettings>;

/** How often a record was changed whose own key takes no conditions. */
interface RevisionRecord {
  rev: number;
}

/** What is stored once per site. */
export function kvsSiteStore(clock: Clock): SiteStore {
  async function readGlobalSettings(): Promise<GlobalSettings> {
    const stored = await storageCall(clock, () => kvs.get(storageKey.globalSettings));
    return globalSettings.catch(DEFAULT_GLOBAL_SETTINGS).parse(stored);
  }

  return {
    globalSettings: readGlobalSettings,
    async savedGlobalSettings() {
      const revision = await storageCall(clock, () =>
        kvs.entity<RevisionRecord>('revision').get(storageKey.globalSettings),
      );
      // After the revision: should somebody save in between, what is newer is taken for older, and refused.
      return { ...(await readGlobalSettings()), rev: revision?.rev ?? 0 };
    },
    async commitGlobalSettings({ rev, ...settings }) {
      const before = rev === 1 ? null : rev - 1;
      const key = storageKey.globalSettings;
      const seen = await unchangedSince(clock, { entityName: 'revision', key, rev: before });
      const transaction = kvs.transact().set(key, { rev }, seen).set(key, settings);
      return storageCommit(clock, () => transaction.execute());
    },
    async reportedAt() {
      const stored = await storageCall(clock, () => kvs.get<number>(storageKey.reportedAt));
      return typeof stored === 'number' ? stored : null;
    },
    saveReportedAt: (at) => storageCall(clock, () => kvs.set(storageKey.reportedAt, at)),
  };
}
