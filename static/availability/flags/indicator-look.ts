import type { Waiting } from '../../../src/contract/inbox';
import type { Panel } from '../../../src/contract/panel';
import { duration } from '../../app/format-time';
import type { Texts } from '../../app/texts';

/** What the indicator shows, in words and shape (rules I1 to I3). */
export interface IndicatorLook {
  visible: boolean;
  online: boolean;
  /** As drawn; "?" when it is not known. */
  count: string;
  tone: 'none' | 'some' | 'unknown';
  /** How many customers wait and for how long, as drawn: "2 · 4 min"; null: nobody does (rule I7). */
  waiting: string | null;
  /** Title and accessible name: "You’re offline. 2 agents online in Support. 2 customers are waiting, the longest for 4 min." */
  name: string;
}

/** Customers who wait on the page's project, or where there is none, on all of mine; `now`: the server's time. */
export interface WaitingNow {
  count: number;
  isMore: boolean;
  /** Epoch ms. */
  longestSince: number;
}

export function waitingOn({ project }: Panel, waiting: Waiting | null): WaitingNow | null {
  const shown = waiting?.projects.filter(({ projectId }) => !project || project.id === projectId) ?? [];
  if (shown.length === 0) return null;
  return {
    count: shown.reduce((sum, { count }) => sum + count, 0),
    isMore: shown.some(({ isMore }) => isMore),
    longestSince: Math.min(...shown.map(({ longestSince }) => Date.parse(longestSince ?? '') || Infinity)),
  };
}

export function indicatorLook(
  texts: Texts,
  panel: Panel,
  waiting: WaitingNow | null = null,
  now = 0,
): IndicatorLook {
  const { me, onlineCount, project } = panel;
  const who = project
    ? texts.counted('background.onlineIn', onlineCount, { project: project.name })
    : texts.counted('background.onlineInMine', onlineCount);
  const own = texts.t(me.online ? 'background.youAreOnline' : 'background.youAreOffline');
  const wait = waiting && duration(now - waiting.longestSince, texts);
  const waits = waiting && texts.counted('background.waiting', waiting.count, { duration: wait ?? '' });
  return {
    visible: panel.showIndicator,
    online: me.online,
    count: atMost99(onlineCount),
    tone: onlineCount > 0 ? 'some' : 'none',
    waiting: waiting && `${atMost99(waiting.count, waiting.isMore)} · ${wait ?? ''}`,
    // Who is no agent here has no status to be told of.
    name: [me.isAgent && own, who, waits].filter(Boolean).join(' '),
  };
}

const atMost99 = (count: number, isMore = false): string => (isMore || count > 99 ? '99+' : String(count));

/** The state is too old to be shown as true. */
export const unknownLook = (texts: Texts, last: Panel | null): IndicatorLook => ({
  visible: last?.showIndicator ?? false,
  online: false,
  count: '?',
  tone: 'unknown',
  waiting: null,
  name: texts.t('background.unknown'),
});
