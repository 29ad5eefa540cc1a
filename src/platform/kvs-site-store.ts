import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { DEFAULT_GLOBAL_SETTINGS, INDICATOR_PLACES, type GlobalSettings } from '../domain/settings';
import type { Clock, SiteStore } from '../ports';
import { storageCall, storageKey } from './storage';

const globalSettings = z.object({
  showIndicator: z.enum(INDICATOR_PLACES),
  defaultMinutes: z.number().int().positive().nullable(),
  longestMinutes: z.number().int().positive().nullable(),
  logDays: z.number().int().positive(),
}) satisfies z.ZodType<GlobalSettings>;

/** What is stored once per site. */
export function kvsSiteStore(clock: Clock): SiteStore {
  return {
    async globalSettings() {
      const stored = await storageCall(clock, () => kvs.get(storageKey.globalSettings));
      return globalSettings.catch(DEFAULT_GLOBAL_SETTINGS).parse(stored);
    },
    saveGlobalSettings: (settings) => storageCall(clock, () => kvs.set(storageKey.globalSettings, settings)),
    async reportedAt() {
      const stored = await storageCall(clock, () => kvs.get<number>(storageKey.reportedAt));
      return typeof stored === 'number' ? stored : null;
    },
    saveReportedAt: (at) => storageCall(clock, () => kvs.set(storageKey.reportedAt, at)),
  };
}
