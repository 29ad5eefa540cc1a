import type { RequestTypeChoice } from '../../../src/contract/settings';
import type { ProjectSettings } from '../../../src/domain/settings';
import type { Clash } from '../form/clash';
import type { TextKey, Texts } from '../../app/texts';
import { settingsOf, type SettingName } from './settings-draft';
import type { SettingsState } from './settings-state';

const NAMES: Record<SettingName, TextKey> = {
  chatEnabled: 'settings.nameChatEnabled',
  anonymous: 'settings.nameAnonymous',
  suggestRegistration: 'settings.nameSuggestRegistration',
  hideWhenOffline: 'settings.nameHideWhenOffline',
  welcomeText: 'settings.nameWelcomeText',
  requestTypeId: 'settings.nameRequestTypeId',
  anonymousName: 'settings.nameAnonymousName',
  allowedOrigins: 'settings.nameAllowedOrigins',
};

const POLICIES: Record<ProjectSettings['anonymous'], TextKey> = {
  'when-online': 'settings.anonymousWhenOnline',
  always: 'settings.anonymousAlways',
  never: 'settings.anonymousNever',
};

const isSettingName = (name: string): name is SettingName => Object.hasOwn(NAMES, name);

/** What a setting is called in a sentence. A name that this version does not know is shown as it is. */
export const settingWord = ({ t }: Texts, name: string): string =>
  isSettingName(name) ? t(NAMES[name]) : name;

/** What a setting is set to, in words. */
export function settingValue(
  { t }: Texts,
  name: SettingName,
  settings: ProjectSettings,
  requestTypes: readonly RequestTypeChoice[],
): string {
  switch (name) {
    case 'chatEnabled':
    case 'suggestRegistration':
    case 'hideWhenOffline':
      return t(settings[name] ? 'settings.valueOn' : 'settings.valueOff');
    case 'anonymous':
      return t(POLICIES[settings.anonymous]);
    case 'welcomeText':
      return settings.welcomeText === '' ? t('settings.valueEmpty') : settings.welcomeText;
    case 'requestTypeId': {
      const { requestTypeId: id } = settings;
      if (id === null) return t('settings.valueFirstRequestType');
      return requestTypes.find((type) => type.id === id)?.name ?? t('settings.requestTypeUnknown', { id });
    }
    case 'anonymousName':
      return settings.anonymousName === '' ? t('settings.anonymousNameDefault') : settings.anonymousName;
    case 'allowedOrigins':
      return settings.allowedOrigins.length === 0
        ? t('settings.valueEverySite')
        : settings.allowedOrigins.join('\n');
  }
}

/** Both versions of what somebody else and I changed; web sites as they were typed. */
export function clashesInWords(
  texts: Texts,
  { clashes, page, draft }: Pick<SettingsState, 'clashes' | 'page' | 'draft'>,
  requestTypes: readonly RequestTypeChoice[],
): Clash[] {
  const mine = settingsOf(draft);
  return clashes.map((name) => ({
    name: settingWord(texts, name),
    theirs: settingValue(texts, name, page.settings, requestTypes),
    mine: name === 'allowedOrigins' ? draft.originsText : settingValue(texts, name, mine, requestTypes),
  }));
}
