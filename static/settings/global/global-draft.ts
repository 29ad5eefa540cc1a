import { LOG_DAYS_MAX, LOG_DAYS_MIN } from '../../../src/domain/limits';
import {
  differingGlobalSettings,
  type GlobalSettingName,
  type GlobalSettings,
  type SavedGlobalSettings,
} from '../../../src/domain/settings';
import { createDraft } from '../form/create-draft';
import { isWithin } from './duration-choices';

/** The global settings while they are being edited: the number of days stays the text that was typed. */
export interface GlobalDraft extends Omit<GlobalSettings, 'logDays'> {
  logDays: string;
}

/** Null: not a whole number of days that is allowed. */
export function parseLogDays(text: string): number | null {
  const entry = text.trim();
  if (!/^\d{1,6}$/.test(entry)) return null;
  const days = Number(entry);
  return days >= LOG_DAYS_MIN && days <= LOG_DAYS_MAX ? days : null;
}

function problems({ logDays, defaultMinutes, longestMinutes }: GlobalDraft): GlobalSettingName[] {
  return [
    ...(isWithin(defaultMinutes, longestMinutes) ? [] : ['defaultMinutes' as const]),
    ...(parseLogDays(logDays) === null ? ['logDays' as const] : []),
  ];
}

export const globalDraft = createDraft<GlobalSettings, GlobalDraft, SavedGlobalSettings>({
  valuesOf: (stored) => stored,
  toDraft: ({ showIndicator, defaultMinutes, longestMinutes, logDays, defaultChat }) => ({
    showIndicator,
    defaultMinutes,
    longestMinutes,
    logDays: String(logDays),
    defaultChat,
  }),
  // A number that cannot be read is unlike any other.
  toValues: (draft) => ({ ...draft, logDays: parseLogDays(draft.logDays) ?? NaN }),
  differing: differingGlobalSettings,
  problems,
  isOlder: (stored, than) => stored.rev < than.rev,
});
