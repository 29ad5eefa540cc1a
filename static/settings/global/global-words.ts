import type { GlobalSettingName, GlobalSettings } from '../../../src/domain/settings';
import type { TextKey, Texts } from '../../app/texts';
import { durationText } from './duration-choices';
import type { GlobalDraft } from './global-draft';

const NAMES: Record<GlobalSettingName, TextKey> = {
  showIndicator: 'admin.showIndicator',
  defaultMinutes: 'admin.defaultMinutes',
  longestMinutes: 'admin.longestMinutes',
  logDays: 'admin.logDays',
};

const PLACES: Record<GlobalSettings['showIndicator'], TextKey> = {
  everywhere: 'admin.showIndicatorEverywhere',
  'chat-projects': 'admin.showIndicatorChatProjects',
};

export const globalSettingWord = ({ t }: Texts, name: GlobalSettingName): string => t(NAMES[name]);

/** What a setting is set to, in words. */
export function globalSettingValue(
  { t, locale }: Texts,
  name: GlobalSettingName,
  draft: GlobalDraft,
): string {
  switch (name) {
    case 'showIndicator':
      return t(PLACES[draft.showIndicator]);
    case 'defaultMinutes':
    case 'longestMinutes': {
      const minutes = draft[name];
      if (minutes !== null) return durationText(minutes, locale);
      return t(name === 'defaultMinutes' ? 'admin.untilOffline' : 'admin.noLimit');
    }
    case 'logDays':
      return `${draft.logDays.trim()} ${t('admin.logDaysUnit')}`;
  }
}
