import type { Waiting } from '../../../src/contract/inbox';
import type { Panel } from '../../../src/contract/panel';
import { clockTime, duration } from '../../app/format-time';
import type { Texts } from '../../app/texts';
import { isOnlineRow } from '../panel-at';

/** What the indicator shows, in words and shape (rules I1 to I3). */
export interface IndicatorLook {
  visible: boolean;
  online: boolean;
  /** As drawn; "?" when it is not known. */
  count: string;
  tone: 'none' | 'some' | 'unknown';
  /** The desk is closed for customers, or somebody who is not there is expected (rules H2, H4); null: neither. */
  mark: 'closed' | 'expected' | null;
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
  const closed = closedOf(panel);
  const expected = panel.agents.filter((row) => !isOnlineRow(row)).length;
  const wait = waiting && duration(now - waiting.longestSince, texts);
  const waits = waiting && texts.counted('background.waiting', waiting.count, { duration: wait ?? '' });
  return {
    visible: panel.showIndicator,
    online: me.online,
    count: atMost99(onlineCount),
    tone: onlineCount > 0 ? 'some' : 'none',
    mark: closed.length > 0 ? 'closed' : me.asked || (onlineCount === 0 && expected > 0) ? 'expected' : null,
    waiting: waiting && `${atMost99(waiting.count, waiting.isMore)} · ${wait ?? ''}`,
    // Who is no agent here has no status to be told of.
    name: [
      me.isAgent && ownWords(texts, me, now),
      who,
      expected > 0 && texts.counted('background.expected', expected),
      ...closed.map(({ name, until }) =>
        texts.t('background.closed', { projects: name, time: clockTime(Date.parse(until), now, texts) }),
      ),
      waits,
    ]
      .filter(Boolean)
      .join(' '),
  };
}

function ownWords(texts: Texts, { online, asked, reason, until }: Panel['me'], now: number): string {
  if (online) return texts.t('background.youAreOnline');
  if (asked) return texts.t(asked.why === 'break' ? 'background.breakIsOver' : 'background.youAreExpected');
  if (reason === 'break' && until !== null)
    return texts.t('background.onBreak', { time: clockTime(Date.parse(until), now, texts) });
  return texts.t('background.youAreOffline');
}

/** The page's project while it is closed; where there is none, those of mine that are. */
function closedOf({ project, projects }: Panel): { name: string; until: string }[] {
  if (project) return project.told?.closed ? [{ name: project.name, until: project.told.closed.until }] : [];
  return projects.flatMap(({ name, closed }) => (closed ? [{ name, until: closed.until }] : []));
}

const atMost99 = (count: number, isMore = false): string => (isMore || count > 99 ? '99+' : String(count));

/** The state is too old to be shown as true. */
export const unknownLook = (texts: Texts, last: Panel | null): IndicatorLook => ({
  visible: last?.showIndicator ?? false,
  online: false,
  count: '?',
  tone: 'unknown',
  mark: null,
  waiting: null,
  name: texts.t('background.unknown'),
});
