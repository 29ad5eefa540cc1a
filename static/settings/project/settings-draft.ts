import type { ProjectSettings } from '../../../src/domain/settings';
import { mergeChanges, namedValues, type Merge } from '../form/merge-changes';
import { parseOrigins } from './parse-origins';

/** The settings while they are being edited: the web sites stay the text that was typed. */
export interface SettingsDraft extends Omit<ProjectSettings, 'allowedOrigins'> {
  originsText: string;
}

export type SettingName = keyof ProjectSettings;

/** In the order in which the page shows them. */
const SETTING_NAMES: readonly SettingName[] = [
  'chatEnabled',
  'anonymous',
  'suggestRegistration',
  'hideWhenOffline',
  'welcomeText',
  'requestTypeId',
  'anonymousName',
  'allowedOrigins',
];

export function draftOf({ allowedOrigins, ...rest }: ProjectSettings): SettingsDraft {
  return { ...rest, originsText: allowedOrigins.join('\n') };
}

/** What would be saved. Lines that are no web site are left out: check `parseOrigins` before saving. */
export function settingsOf({ originsText, ...rest }: SettingsDraft): ProjectSettings {
  return {
    ...rest,
    anonymousName: rest.anonymousName.trim(),
    allowedOrigins: parseOrigins(originsText).origins,
  };
}

const sameSetting = (name: SettingName, a: ProjectSettings, b: ProjectSettings): boolean =>
  name === 'allowedOrigins'
    ? a.allowedOrigins.join('\n') === b.allowedOrigins.join('\n')
    : a[name] === b[name];

export const differingSettings = (a: ProjectSettings, b: ProjectSettings): SettingName[] =>
  SETTING_NAMES.filter((name) => !sameSetting(name, a, b));

/** A line that cannot be saved is a change too: leaving the page would lose it. */
export const isDirty = (saved: ProjectSettings, draft: SettingsDraft): boolean =>
  differingSettings(saved, settingsOf(draft)).length > 0 ||
  parseOrigins(draft.originsText).problems.length > 0;

export interface Rebased extends Merge<SettingName> {
  draft: SettingsDraft;
}

/** Puts what was typed on top of `base` on top of `theirs` instead. */
export function rebaseDraft(base: ProjectSettings, draft: SettingsDraft, theirs: ProjectSettings): Rebased {
  const merge = mergeChanges<ProjectSettings, SettingName>({
    differing: differingSettings,
    base,
    mine: settingsOf(draft),
    theirs,
    unfinished: parseOrigins(draft.originsText).problems.length > 0 ? ['allowedOrigins'] : [],
  });
  return { ...merge, draft: takeSettings(draft, theirs, merge.adopted) };
}

/** The draft with some settings as somebody else saved them. */
export function takeSettings(
  draft: SettingsDraft,
  theirs: ProjectSettings,
  names: readonly SettingName[],
): SettingsDraft {
  const { originsText, ...values } = draftOf(theirs);
  return {
    ...draft,
    ...namedValues(values, names),
    ...(names.includes('allowedOrigins') && { originsText }),
  };
}
