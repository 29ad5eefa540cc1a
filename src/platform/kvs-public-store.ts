import { kvs } from '@forge/kvs';
import { PlatformFault, type Clock } from '../ports';
import type { PublicConfig, PublicStore } from '../storage-ports';
import { storageCall, storageKey } from './storage';

/** The customer side's reads: no library but the storage client, because its cold start is paid per visitor. */
export function kvsPublicStore(clock: Clock): PublicStore {
  return {
    // The caller has a shorter patience of its own, and a failed poll needs no error of ours.
    summary: (widgetId) => kvs.get(storageKey.summary(widgetId)),
    async config(widgetId) {
      const stored = await storageCall(clock, () => kvs.get(storageKey.config(widgetId)));
      if (stored === undefined) return null;
      if (!isPublicConfig(stored)) throw new PlatformFault('a stored widget config cannot be read');
      // What is missing was stored before chats were.
      return { ...CHAT_DEFAULTS, ...stored };
    },
  };
}

const CHAT_DEFAULTS = { suggestRegistration: true };

function isPublicConfig(value: unknown): value is PublicConfig {
  if (typeof value !== 'object' || value === null) return false;
  const { projectId, welcomeText, anonymous, allowedOrigins, serviceDeskId, siteUrl, startsPerDay, hours } =
    value as Record<string, unknown>;
  return (
    (startsPerDay === undefined || Number.isSafeInteger(startsPerDay)) &&
    (hours === undefined || isHours(hours)) &&
    [projectId, welcomeText, anonymous, serviceDeskId, siteUrl].every((text) => typeof text === 'string') &&
    Array.isArray(allowedOrigins) &&
    allowedOrigins.every((origin) => typeof origin === 'string')
  );
}

/** Nobody but this app writes it; without its lists no page could judge by it. */
const isHours = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['slots', 'holidays'].every((name) => Array.isArray((value as Record<string, unknown>)[name]));
