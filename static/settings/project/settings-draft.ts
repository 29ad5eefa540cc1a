import type { ProjectSettingsPage } from '../../../src/contract/settings';
import type { ProjectSettings } from '../../../src/domain/settings';
import { createDraft } from '../form/create-draft';
import { parseOrigins } from './parse-origins';

/** The settings while they are being edited: the web sites stay the text that was typed. */
export interface SettingsDraft extends Omit<ProjectSettings, 'allowedOrigins'> {
  allowedOrigins: string;
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

const toDraft = (settings: ProjectSettings): SettingsDraft => ({
  ...settings,
  allowedOrigins: settings.allowedOrigins.join('\n'),
});

export const settingsDraft = createDraft<ProjectSettings, SettingsDraft, ProjectSettingsPage>({
  valuesOf: (page) => page.settings,
  toDraft,
  toValues: (draft) => ({
    ...draft,
    anonymousName: draft.anonymousName.trim(),
    allowedOrigins: parseOrigins(draft.allowedOrigins).origins,
  }),
  differing: (a, b) => {
    const [one, other] = [toDraft(a), toDraft(b)];
    return SETTING_NAMES.filter((name) => one[name] !== other[name]);
  },
  problems: ({ allowedOrigins }) =>
    parseOrigins(allowedOrigins).problems.length > 0 ? ['allowedOrigins'] : [],
  isOlder: (page, than) => Date.parse(page.now) < Date.parse(than.now),
});
