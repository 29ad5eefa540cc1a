import type { Panel } from '../../../src/contract/panel';
import type { Texts } from '../../app/texts';

/** What the indicator shows, in words and shape (rules I1 to I3). */
export interface IndicatorLook {
  visible: boolean;
  online: boolean;
  /** As drawn; "?" when it is not known. */
  count: string;
  tone: 'none' | 'some' | 'unknown';
  /** Title and accessible name: "You are offline. 2 agents online in Support." */
  name: string;
}

export function indicatorLook(texts: Texts, panel: Panel): IndicatorLook {
  const { me, onlineCount, project } = panel;
  const who = project
    ? texts.counted('background.onlineIn', onlineCount, { project: project.name })
    : texts.counted('background.onlineInMine', onlineCount);
  const own = texts.t(me.online ? 'background.youAreOnline' : 'background.youAreOffline');
  return {
    visible: panel.showIndicator,
    online: me.online,
    count: onlineCount > 99 ? '99+' : String(onlineCount),
    tone: onlineCount > 0 ? 'some' : 'none',
    // Who is no agent here has no status to be told of.
    name: me.isAgent ? `${own} ${who}` : who,
  };
}

/** The state is too old to be shown as true. */
export const unknownLook = (texts: Texts, last: Panel | null): IndicatorLook => ({
  visible: last?.showIndicator ?? false,
  online: false,
  count: '?',
  tone: 'unknown',
  name: texts.t('background.unknown'),
});
