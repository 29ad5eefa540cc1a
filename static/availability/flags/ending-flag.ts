import type { Panel } from '../../../src/contract/panel';
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
          void stay(needs, ending, extendedEnd(ending, panel, clock.now()));
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

function stay(needs: EndingFlagNeeds, { id, projects }: Ending, end: number): Promise<void> {
  const changes = projects.map((project) => ({ project, wish: wishOnline('project', project.id, end) }));
  const time = clockTime(end, needs.clock.now(), needs.texts);
  return carryOut(needs, `${id} stay`, changes, (names) =>
    needs.texts.t('background.youStay', { projects: names, time }),
  );
}

/** Rule S11 holds here too: whoever is the last one is told before. */
function leave(needs: EndingFlagNeeds, { id, projects }: Ending, panel: Panel): void {
  const { texts, showFlag } = needs;
  const changes = projects.map((project) => ({ project, wish: wishOffline('project', project.id) }));
  const go = (): Promise<void> =>
    carryOut(needs, `${id} leave`, changes, (names) => texts.t('background.youLeft', { projects: names }));
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
): Promise<void> {
  const { texts, call, showFlag, onChanged } = needs;
  const { failed, code } = await runChanges(changes, call);
  onChanged();
  const names = (some: Change[]): string => texts.list(some.map(({ project }) => project.name));
  const succeeded = changes.filter((change) => !failed.includes(change));
  if (succeeded.length > 0) {
    showFlag({ id: `${id} done`, type: 'success', title: done(names(succeeded)), isAutoDismiss: true });
  }
  if (code === null) return;
  const flag = showFlag({
    id: `${id} failed`,
    type: 'error',
    title: texts.t('background.notDone', { projects: names(failed) }),
    description: errorText(texts, code),
    actions: [
      {
        text: texts.t('error.tryAgain'),
        onClick: () => {
          void flag.close();
          void carryOut(needs, id, failed, done);
        },
      },
    ],
    isAutoDismiss: false,
  });
}
