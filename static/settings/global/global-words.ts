import type { GlobalSettingName, GlobalSettings } from '../../../src/domain/settings';
import type { TextKey, Texts } from '../../app/texts';
import { durationText } from './duration-choices';
import type { GlobalDraft } from './global-draft';

const NAMES: Record<GlobalSettingName, TextKey> = {
  showIndicator: 'admin.showIndicator',
  defaultMinutes: 'admin.defaultMinutes',
  longestMinutes: 'admin.longestMinutes',
  logDays: 'admin.logDays',
  defaultChat: 'admin.defaultChat',
};

const PLACES: Record<GlobalSettings['showIndicator'], TextKey> = {
  everywhere: 'admin.showIndicatorEverywhere',
  'chat-projects': 'admin.showIndicatorChatProjects',
};

/** A space with chat. */
export interface ChatSpace {
  id: string;
  name: string;
}

/** One without chat by now, or that is gone, goes by its id. Null: none. */
export const spaceName = (spaces: readonly ChatSpace[], id: string | null): string | null =>
  id === null ? null : (spaces.find((space) => space.id === id)?.name ?? id);

export const globalSettingWord = ({ t }: Texts, name: GlobalSettingName): string => t(NAMES[name]);

/** What a setting is set to, in words. */
export function globalSettingValue(
  { t, locale }: Texts,
  name: GlobalSettingName,
  draft: GlobalDraft,
  spaces: readonly ChatSpace[],
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
    case 'defaultChat':
      return spaceName(spaces, draft.defaultChat) ?? t('admin.noDefaultChat');
    case 'logDays':
      return `${draft.logDays.trim()} ${t('admin.logDaysUnit')}`;
  }
}
