import type { GlobalSettingName, GlobalSettings } from '../../../src/domain/settings';
import type { Clash } from '../form/clash';
import type { TextKey, Texts } from '../../app/texts';
import { durationText } from './duration-choices';
import { globalDraftOf } from './global-draft';
import type { GlobalState } from './global-state';

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
function valueInWords(texts: Texts, name: GlobalSettingName, draft: GlobalState['draft']): string {
  const { t, locale } = texts;
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
      return `${draft.logDaysText.trim()} ${t('admin.logDaysUnit')}`;
  }
}

/** Both versions of what somebody else and I changed. */
export function globalClashesInWords(texts: Texts, { clashes, saved, draft }: GlobalState): Clash[] {
  const theirs = globalDraftOf(saved);
  return clashes.map((name) => ({
    name: globalSettingWord(texts, name),
    theirs: valueInWords(texts, name, theirs),
    mine: valueInWords(texts, name, draft),
  }));
}
