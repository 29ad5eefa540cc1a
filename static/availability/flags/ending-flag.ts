import type { MyProject, Panel } from '../../../src/contract/panel';
import type { ShownFlag } from '../../app/flag';
import { clockTime } from '../../app/format-time';
import type { Ending } from './due-flags';
import { lastOnlineWords } from '../last-online-words';
import { lastOnlineIn, waitingIn, wishOnline } from '../wish';
import { carryOut, namesOf, sayNotDone } from './carry-out';
import {
  askWhatWaits,
  leaveByFlag,
  openAction,
  reachOf,
  whatWaits,
  type LeaveNeeds,
  type Waiting,
} from './leave-by-flag';
import type { Change } from './run-changes';

const MINUTE = 60_000;

export type EndingFlagNeeds = LeaveNeeds;

/** What whoever goes leaves behind: the projects in which nobody else is online, and their own chats that wait (rule S11). */
export interface EndingWaits {
  lastIn: MyProject[];
  waiting: Waiting;
}

/** Of an online time that ends by itself, as it is now; what nobody says in time is left out. */
export async function endingWaits(
  needs: EndingFlagNeeds,
  { projects }: Ending,
  panel: Panel,
): Promise<EndingWaits> {
  const told = await askWhatWaits(needs, null);
  const known = told ?? panel;
  return {
    lastIn: projects.flatMap((each) => lastOnlineIn(known, reachOf(each))),
    waiting: projects.flatMap((each) => waitingIn(known, reachOf(each))),
  };
}

/**
 * "Your online time in Support ends in 5 minutes": stay an hour, or go offline, without leaving the page. `known`: the
 * newest panel of this page. What is answered can be closed: the flag, or what is asked in its place.
 */
export function showEndingFlag(
  needs: EndingFlagNeeds,
  ending: Ending,
  known: () => Panel,
  waits: EndingWaits,
): ShownFlag {
  const { texts, clock, showFlag } = needs;
  const projects = texts.list(ending.projects.map(({ name }) => name));
  const minutes = Math.max(1, Math.round((ending.until - clock.now()) / MINUTE));
  const end = extendedEnd(ending, known(), clock.now());
  let isAnswered = false;
  const once = (act: () => void) => () => {
    if (!isAnswered) act();
    isAnswered = true;
  };
  const stayAction = {
    text:
      end === ending.until + 60 * MINUTE
        ? texts.t('background.stayOneHour')
        : texts.t('background.stayUntil', { time: clockTime(end, clock.now(), texts) }),
    onClick: () => {
      void close();
      const until = extendedEnd(ending, known(), clock.now());
      void stay(needs, ending.id, wishes(ending, until), until);
    },
  };
  const flag: ShownFlag = showFlag({
    id: ending.id,
    type: 'warning',
    title: texts.counted('background.endsIn', minutes, { projects }),
    description: [
      texts.t('background.endsAt', { time: clockTime(ending.until, clock.now(), texts) }),
      ...lastOnlineWords(texts, waits.lastIn),
      ...whatWaits(needs, waits.waiting),
    ].join(' '),
    actions: [
      { ...stayAction, onClick: once(stayAction.onClick) },
      {
        text: texts.t('background.goOffline'),
        // The flag stays until it is known what to ask.
        onClick: once(() => {
          void leaveByFlag(needs, ending, known(), stayAction, (question) => {
            void close();
            shown = question;
          });
        }),
      },
      ...openAction(needs, waits.waiting, () => flag),
    ],
    isAutoDismiss: false,
  });
  let shown: ShownFlag | null = flag;
  const close = async (): Promise<unknown> => shown?.close();
  return { close };
}

/** An hour more, or as much of it as the site's longest online time leaves. */
function extendedEnd({ until }: Ending, { longestMinutes }: Panel, now: number): number {
  const hourMore = until + 60 * MINUTE;
  return longestMinutes === null ? hourMore : Math.min(hourMore, now + longestMinutes * MINUTE);
}

const wishes = ({ projects }: Ending, end: number): Change[] =>
  projects.map((project) => ({ project, wish: wishOnline('project', project.id, end) }));

/**
 * The flag may be older than what was chosen in another window: a later end, or none, stays as it is. The whole panel is
 * asked for that, since no smaller question answers it, and this page's own may be a minute old where Realtime is down.
 */
async function stay(needs: EndingFlagNeeds, id: string, changes: Change[], end: number): Promise<void> {
  const { texts, clock, call, showFlag } = needs;
  const plan = { id: `${id} stay`, changes };
  const newest = await call('getPanel', {});
  if (!newest.ok) return sayNotDone(needs, plan, newest.error.code, () => stay(needs, id, changes, end));
  const longer = changes.filter(({ project }) => staysLonger(newest.value, project.id, end));
  if (longer.length > 0) {
    const title = texts.t('background.staysLonger', { projects: namesOf(needs, longer) });
    showFlag({ id: `${id} longer`, type: 'info', title, isAutoDismiss: true });
    needs.onChanged();
  }
  const due = changes.filter((change) => !longer.includes(change));
  if (due.length === 0) return;
  const time = clockTime(end, clock.now(), texts);
  await carryOut(needs, {
    ...plan,
    changes: due,
    sayDone: (projects) => {
      const title = texts.t('background.youStay', { projects, time });
      showFlag({ id: `${id} stay done`, type: 'success', title, isAutoDismiss: true });
    },
  });
}

function staysLonger({ projects }: Panel, projectId: string, end: number): boolean {
  const mine = projects.find(({ id }) => id === projectId);
  return mine?.online === true && (mine.until === null || Date.parse(mine.until) > end);
}
