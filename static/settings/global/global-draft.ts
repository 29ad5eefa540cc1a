import { LOG_DAYS_MAX, LOG_DAYS_MIN } from '../../../src/domain/limits';
import {
  differingGlobalSettings,
  type GlobalSettingName,
  type GlobalSettings,
} from '../../../src/domain/settings';
import { mergeChanges, namedValues, type Merge } from '../form/merge-changes';
import { isWithin } from './duration-choices';

/** The global settings while they are being edited: the number of days stays the text that was typed. */
export interface GlobalDraft extends Omit<GlobalSettings, 'logDays'> {
  logDaysText: string;
}

export function globalDraftOf(settings: GlobalSettings): GlobalDraft {
  const { showIndicator, defaultMinutes, longestMinutes, logDays } = settings;
  return { showIndicator, defaultMinutes, longestMinutes, logDaysText: String(logDays) };
}

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

/** What was typed; no number of days, which is unlike any other, as long as it cannot be read. */
function typedSettings({ logDaysText, ...rest }: GlobalDraft): GlobalSettings {
  return { ...rest, logDays: parseLogDays(logDaysText) ?? NaN };
}

/** What would be saved; null as long as something has to be corrected. */
export function globalSettingsOf(draft: GlobalDraft): GlobalSettings | null {
  const { logDays, defaultMinutes } = globalProblems(draft);
  return logDays || defaultMinutes ? null : typedSettings(draft);
}

export const isGlobalDirty = (saved: GlobalSettings, draft: GlobalDraft): boolean =>
  differingGlobalSettings(saved, typedSettings(draft)).length > 0;

export interface RebasedGlobal extends Merge<GlobalSettingName> {
  draft: GlobalDraft;
}

/** Puts what was typed on top of `base` on top of `theirs` instead. */
export function rebaseGlobalDraft(
  base: GlobalSettings,
  draft: GlobalDraft,
  theirs: GlobalSettings,
): RebasedGlobal {
  const mine = typedSettings(draft);
  const merge = mergeChanges<GlobalSettings, GlobalSettingName>({
    differing: differingGlobalSettings,
    base,
    mine,
    theirs,
  });
  return { ...merge, draft: takeGlobalSettings(draft, theirs, merge.adopted) };
}

/** The draft with some settings as somebody else saved them. */
export function takeGlobalSettings(
  draft: GlobalDraft,
  theirs: GlobalSettings,
  names: readonly GlobalSettingName[],
): GlobalDraft {
  const { logDaysText, ...values } = globalDraftOf(theirs);
  return { ...draft, ...namedValues(values, names), ...(names.includes('logDays') && { logDaysText }) };
}
