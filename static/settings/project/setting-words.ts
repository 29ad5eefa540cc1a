import type { RequestTypeChoice } from '../../../src/contract/settings';
import type { ProjectSettings } from '../../../src/domain/settings';
import type { TextKey, Texts } from '../../app/texts';
import { hoursWords } from './hours/hours-words';
import type { SettingName, SettingsDraft } from './settings-draft';

const NAMES: Record<SettingName, TextKey> = {
  chatEnabled: 'settings.nameChatEnabled',
  anonymous: 'settings.nameAnonymous',
  suggestRegistration: 'settings.nameSuggestRegistration',
  hideWhenOffline: 'settings.nameHideWhenOffline',
  welcomeText: 'settings.nameWelcomeText',
  requestTypeId: 'settings.nameRequestTypeId',
  anonymousName: 'settings.nameAnonymousName',
  allowedOrigins: 'settings.nameAllowedOrigins',
  startsPerDay: 'settings.nameStartsPerDay',
  customersPerDay: 'settings.nameCustomersPerDay',
  loggedInOnly: 'settings.nameLoggedInOnly',
  hours: 'settings.nameHours',
  rollCall: 'settings.nameRollCall',
  agentsMayClose: 'settings.nameAgentsMayClose',
  portalLine: 'settings.namePortalLine',
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

/** What a setting is set to, in words; web sites as they were typed. */
export function settingValue(
  texts: Texts,
  name: SettingName,
  draft: SettingsDraft,
  requestTypes: readonly RequestTypeChoice[],
): string {
  const { t } = texts;
  switch (name) {
    case 'chatEnabled':
    case 'suggestRegistration':
    case 'hideWhenOffline':
    case 'loggedInOnly':
    case 'agentsMayClose':
    case 'portalLine':
      return t(draft[name] ? 'settings.valueOn' : 'settings.valueOff');
    case 'anonymous':
      return t(POLICIES[draft.anonymous]);
    case 'welcomeText':
      return draft.welcomeText === '' ? t('settings.valueEmpty') : draft.welcomeText;
    case 'requestTypeId': {
      const { requestTypeId: id } = draft;
      if (id === null) return t('settings.valueFirstRequestType');
      return requestTypes.find((type) => type.id === id)?.name ?? t('settings.requestTypeUnknown', { id });
    }
    case 'anonymousName':
      return draft.anonymousName.trim() || t('settings.anonymousNameDefault');
    case 'hours':
      return hoursWords(texts, draft.hours);
    case 'rollCall':
      return t(draft.rollCall === 'confirm' ? 'settings.rollCallConfirm' : 'settings.rollCallAutomatic');
    case 'startsPerDay':
    case 'customersPerDay':
      return draft[name];
    case 'allowedOrigins':
      return draft.allowedOrigins.trim() === '' ? t('settings.valueEverySite') : draft.allowedOrigins;
  }
}
