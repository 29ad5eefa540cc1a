import { LOG_DAYS_MAX, LOG_DAYS_MIN } from '../../src/domain/limits';
import type { GlobalSettings } from '../../src/domain/settings';
import { isWithin } from './duration-choices';

/** The global settings while they are being edited: the number of days stays the text that was typed. */
export interface GlobalDraft extends Omit<GlobalSettings, 'logDays'> {
  logDaysText: string;
}

export const globalDraftOf = ({ logDays, ...rest }: GlobalSettings): GlobalDraft => ({
  ...rest,
  logDaysText: String(logDays),
});

/** Null: not a whole number of days that is allowed. */
export function parseLogDays(text: string): number | null {
  const entry = text.trim();
  if (!/^\d{1,6}$/.test(entry)) return null;
  const days = Number(entry);
  return days >= LOG_DAYS_MIN && days <= LOG_DAYS_MAX ? days : null;
}

export interface GlobalProblems {
  logDays: boolean;
  /** The default online time is longer than the longest. */
  defaultMinutes: boolean;
}

export const globalProblems = (draft: GlobalDraft): GlobalProblems => ({
  logDays: parseLogDays(draft.logDaysText) === null,
  defaultMinutes: !isWithin(draft.defaultMinutes, draft.longestMinutes),
});

/** What would be saved; null as long as something has to be corrected. */
export function globalSettingsOf(draft: GlobalDraft): GlobalSettings | null {
  const logDays = parseLogDays(draft.logDaysText);
  if (logDays === null || globalProblems(draft).defaultMinutes) return null;
  const { showIndicator, defaultMinutes, longestMinutes } = draft;
  return { showIndicator, defaultMinutes, longestMinutes, logDays };
}

export function isGlobalDirty(saved: GlobalSettings, draft: GlobalDraft): boolean {
  return (
    saved.showIndicator !== draft.showIndicator ||
    saved.defaultMinutes !== draft.defaultMinutes ||
    saved.longestMinutes !== draft.longestMinutes ||
    saved.logDays !== parseLogDays(draft.logDaysText)
  );
}
