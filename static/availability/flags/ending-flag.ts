import type { Panel } from '../../../src/contract/panel';
import type { ErrorCode } from '../../../src/domain/errors';
import type { Call } from '../../app/call';
import { errorText } from '../../app/error-text';
import type { FlagNeeds, ShownFlag } from '../../app/flag';
import { clockTime } from '../../app/format-time';
import type { Ending } from './due-flags';
import { wishOffline, wishOnline } from '../wish';
import { runChanges, type Change } from './run-changes';

const MINUTE = 60_000;

export interface EndingFlagNeeds extends FlagNeeds {
  call: Call;
  /** Something changed: draw it. */
  onChanged(): void;
}

/** "Your online time in Support ends in 5 minutes": stay an hour, or go offline, without leaving the page. */
export function showEndingFlag(needs: EndingFlagNeeds, ending: Ending, panel: Panel): ShownFlag {
  const { texts, clock, showFlag } = needs;
  const projects = texts.list(ending.projects.map(({ name }) => name));
  const minutes = Math.max(1, Math.round((ending.until - clock.now()) / MINUTE));
  const end = extendedEnd(ending, panel, clock.now());
  const flag = showFlag({
    id: ending.id,
    type: 'warning',
    title: texts.counted('background.endsIn', minutes, { projects }),
    description: texts.t('background.endsAt', { time: clockTime(ending.until, clock.now(), texts) }),
    actions: [
      {
        text:
          end === ending.until + 60 * MINUTE
            ? texts.t('background.stayOneHour')
            : texts.t('background.stayUntil', { time: clockTime(end, clock.now(), texts) }),
        onClick: () => {
          void flag.close();
          const until = extendedEnd(ending, panel, clock.now());
          void stay(needs, ending.id, wishes(ending, until), until);
        },
      },
      {
        text: texts.t('background.goOffline'),
        onClick: () => {
          void flag.close();
          leave(needs, ending, panel);
        },
      },
    ],
    isAutoDismiss: false,
  });
  return flag;
}

/** An hour more, or as much of it as the site's longest online time leaves. */
function extendedEnd({ until }: Ending, { longestMinutes }: Panel, now: number): number {
  const hourMore = until + 60 * MINUTE;
  return longestMinutes === null ? hourMore : Math.min(hourMore, now + longestMinutes * MINUTE);
}

const wishes = ({ projects }: Ending, end: number): Change[] =>
  projects.map((project) => ({ project, wish: wishOnline('project', project.id, end) }));

/** The flag may be older than what was chosen in another window: a later end, or none, stays as it is. */
async function stay(needs: EndingFlagNeeds, id: string, changes: Change[], end: number): Promise<void> {
  const { texts, clock, call, showFlag } = needs;
  const again = (failed: Change[]) => () => stay(needs, id, failed, end);
  const newest = await call('getPanel', {});
  if (!newest.ok) return sayNotDone(needs, `${id} stay`, changes, newest.error.code, again(changes));
  const longer = changes.filter(({ project }) => staysLonger(newest.value, project.id, end));
  if (longer.length > 0) {
    const title = texts.t('background.staysLonger', { projects: namesOf(needs, longer) });
    showFlag({ id: `${id} longer`, type: 'info', title, isAutoDismiss: true });
    needs.onChanged();
  }
  const due = changes.filter((change) => !longer.includes(change));
  if (due.length === 0) return;
  const time = clockTime(end, clock.now(), texts);
  const done = (projects: string): string => texts.t('background.youStay', { projects, time });
  await carryOut(needs, `${id} stay`, due, done, again);
}

function staysLonger({ projects }: Panel, projectId: string, end: number): boolean {
  const mine = projects.find(({ id }) => id === projectId);
  return mine?.online === true && (mine.until === null || Date.parse(mine.until) > end);
}

/** Rule S11 holds here too: whoever is the last one is told before. */
function leave(needs: EndingFlagNeeds, { id, projects }: Ending, panel: Panel): void {
  const { texts, showFlag } = needs;
  const changes = projects.map((project) => ({ project, wish: wishOffline('project', project.id) }));
  const done = (names: string): string => texts.t('background.youLeft', { projects: names });
  const goWith = (due: Change[]): Promise<void> =>
    carryOut(needs, `${id} leave`, due, done, (failed) => () => goWith(failed));
  const go = (): Promise<void> => goWith(changes);
  const last = panel.projects.filter(
    (mine) => mine.onlineCount === 1 && projects.some((project) => project.id === mine.id),
  );
  if (last.length === 0) return void go();
  const question = showFlag({
    id: `${id} last`,
    type: 'warning',
    title: texts.t('background.lastOnline', { projects: texts.list(last.map(({ name }) => name)) }),
    actions: [
      {
        text: texts.t('background.goOffline'),
        onClick: () => {
          void question.close();
          void go();
        },
      },
      { text: texts.t('background.stayOnline'), onClick: () => void question.close() },
    ],
    isAutoDismiss: false,
  });
}

/** Does it and says so, or says what was not done and offers to try exactly that again. */
async function carryOut(
  needs: EndingFlagNeeds,
  id: string,
  changes: Change[],
  done: (projects: string) => string,
  again: (failed: Change[]) => () => Promise<void>,
): Promise<void> {
  const { failed, code } = await runChanges(changes, needs.call);
  needs.onChanged();
  const succeeded = changes.filter((change) => !failed.includes(change));
  if (succeeded.length > 0) {
    const title = done(namesOf(needs, succeeded));
    needs.showFlag({ id: `${id} done`, type: 'success', title, isAutoDismiss: true });
  }
  if (code !== null) sayNotDone(needs, id, failed, code, again(failed));
}

/** What was refused would be refused again: only what may pass is offered once more. */
function sayNotDone(
  needs: EndingFlagNeeds,
  id: string,
  failed: Change[],
  code: ErrorCode,
  again: () => Promise<void>,
): void {
  const { texts, showFlag } = needs;
  const retry = {
    text: texts.t('error.tryAgain'),
    onClick: () => {
      void flag.close();
      void again();
    },
  };
  const flag = showFlag({
    id: `${id} failed`,
    type: 'error',
    title: texts.t('background.notDone', { projects: namesOf(needs, failed) }),
    description: errorText(texts, code),
    ...(code === 'unavailable' && { actions: [retry] }),
    isAutoDismiss: false,
  });
}

const namesOf = ({ texts }: EndingFlagNeeds, changes: Change[]): string =>
  texts.list(changes.map(({ project }) => project.name));
