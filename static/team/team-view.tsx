import { lazy, Suspense, type ReactNode } from 'react';
import type { Panel } from '../../src/contract/panel';
import type { Team } from '../../src/contract/team';
import { useTexts } from '../app/texts-context';
import { AgentList } from '../availability/agent-list';
import { Loading } from '../ui/loading';
import { PageLink } from '../ui/page-link';
import { TeamClock } from './team-clock';
import { TeamFacts } from './team-facts';
import { TodayTable } from './today-table';
import { WaitingSection } from './waiting-section';

// Most who look at the team don't read the log.
const TeamLog = lazy(() => import('./team-log').then(({ TeamLog: log }) => ({ default: log })));

export interface TeamViewProps {
  team: Team;
  viewerId: string | undefined;
  now: number;
  /** Grows with what may have changed: the log is looked at again. */
  turn: number;
  /** Says that what is shown is old. */
  stale: ReactNode;
  onPanel(panel: Panel): void;
  onStale(): void;
}

export function TeamView({ team, viewerId, now, turn, stale, onPanel, onStale }: TeamViewProps) {
  const { t, locale } = useTexts();
  const { project, mayPutOffline, isAgent } = team;
  const count = new Intl.NumberFormat(locale).format(team.onlineCount);
  return (
    <>
      <header className="team-head">
        <h1>
          {t('team.title')} <span className="team-project fd-subtle">{project.name}</span>
        </h1>
        <nav className="fd-actions" aria-label={t('team.more')}>
          {isAgent && (
            <PageLink module="inbox" projectKey={project.key}>
              {t('team.openChats')}
            </PageLink>
          )}
          {mayPutOffline && (
            <PageLink module="project-settings" projectKey={project.key}>
              {t('team.openSettings')}
            </PageLink>
          )}
        </nav>
        {stale}
      </header>
      <TeamFacts team={team} now={now} />
      {mayPutOffline && <TeamClock {...{ team, viewerId, now, turn }} />}
      <div className="team-columns">
        <div className="team-main">
          <section className="fd-card" aria-labelledby="team-online">
            <h2 id="team-online">{t('team.onlineTitle', { count })}</h2>
            <AgentList
              projectId={project.id}
              agents={team.agents}
              onlineCount={team.onlineCount}
              viewerId={viewerId}
              mayPutOffline={mayPutOffline}
              now={now}
              onPanel={onPanel}
              onStale={onStale}
              emptyText={t(team.chatEnabled ? 'team.onlineEmpty' : 'team.onlineChatOff', {
                project: project.name,
              })}
              labelledBy="team-online"
            />
          </section>
          <TodayTable today={team.today} now={now} />
        </div>
        <WaitingSection team={team} now={now} />
      </div>
      {mayPutOffline && (
        <Suspense fallback={<Loading text={t('settings.logLoading')} />}>
          <TeamLog project={project} turn={turn} />
        </Suspense>
      )}
    </>
  );
}
