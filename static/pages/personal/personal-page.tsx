import { useEffect } from 'react';
import { startLive } from '../../app/live';
import type { ServerClock } from '../../app/server-clock';
import { useStore } from '../../app/store';
import { useTexts } from '../../app/texts-context';
import { useLoaded } from '../../app/use-loaded';
import { useNow } from '../../app/use-now';
import { followPanel } from '../../availability/follow-panel';
import { isStaleAt } from '../../availability/is-stale-at';
import { NoDesk } from '../../availability/no-desk';
import { nextEnd, panelAt } from '../../availability/panel-at';
import type { PanelStore } from '../../availability/panel-store';
import { StaleStatus } from '../../availability/stale-status';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { ScheduleView } from '../agent/schedule-view';
import { useScheduleView } from '../agent/use-schedule-view';
import { BrowserChoices } from './browser-choices';
import { MyDefaults } from './my-defaults';
import { MySchedule } from './my-schedule';
import { MySpaces } from './my-spaces';
import { useDefaults } from './use-defaults';

export interface PersonalPageProps {
  store: PanelStore;
  clock: ServerClock;
  viewerId: string;
  /** The viewer's time zone in Jira. */
  zone?: string;
}

/** In a person's own menu: their status everywhere, what is offered them first, and their schedule (rule D12). */
export function PersonalPage({ store, clock, viewerId, zone = 'UTC' }: PersonalPageProps) {
  const { t } = useTexts();
  const panel = useStore(store, (state) => state.panel);
  const failure = useStore(store, (state) => state.loadFailure);
  const staleSince = useStore(store, (state) => state.staleSince);
  const now = useNow(clock, panel && nextEnd(panel, clock.now()));
  const defaults = useDefaults(store);
  const current = panel && { ...panelAt(panel, now), preferences: defaults.of(panel) };
  const { editing, edit, onGuard, back } = useScheduleView(false);
  useKeptCurrent(store, clock);
  const schedule = useLoaded('getMySchedule', {});
  const mine = current?.projects.filter(({ isAgent }) => isAgent) ?? [];

  function content() {
    if (!current)
      return failure ? (
        <ErrorNotice code={failure} onRetry={store.refresh} />
      ) : (
        <Loading text={t('mine.loading')} />
      );
    if (mine.length === 0 && !current.me.hasSchedule) return <NoDesk panel={current} projectSwitch={null} />;
    return (
      <>
        {editing && (
          <ScheduleView
            panel={current}
            {...{ store, clock, zone, onGuard }}
            backText="mine.backHere"
            onBack={() => {
              schedule.load();
              back();
            }}
          />
        )}
        <div className="personal-cards" hidden={editing}>
          <div>
            {staleSince !== null && isStaleAt(staleSince, now) && (
              <StaleStatus since={staleSince} now={now} />
            )}
            {mine.length > 0 && <MySpaces panel={current} {...{ mine, now, store }} />}
            <MySchedule {...{ schedule, now, zone }} onEdit={edit} />
          </div>
          <div>
            {mine.length > 0 && <MyDefaults panel={current} {...{ mine, defaults }} />}
            <BrowserChoices viewerId={viewerId} />
          </div>
        </div>
      </>
    );
  }

  return (
    <main className="fd-page personal-page" aria-busy={!current && !failure}>
      <h1>{t('admin.title')}</h1>
      {content()}
    </main>
  );
}

function useKeptCurrent(store: PanelStore, clock: ServerClock): void {
  useEffect(() => {
    const live = startLive({ clock, concerns: (_, { status }) => status, refresh: store.refresh });
    const unfollow = followPanel(store, live);
    return () => {
      unfollow();
      live.stop();
    };
  }, [store, clock]);
}
