import { useEffect, useRef } from 'react';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { useAnnounce } from '../app/announcer';
import { clockTime } from '../app/format-time';
import { useTexts } from '../app/texts-context';
import { useNow } from '../app/use-now';
import { ErrorNotice } from '../ui/error-notice';
import { Loading } from '../ui/loading';
import { Notice } from '../ui/notice';
import { TeamView } from './team-view';
import { nextEndIn, teamAt } from './team-at';
import { useTeam } from './use-team';

export interface TeamPageProps {
  projectId: string | undefined;
  viewerId: string | undefined;
}

/** The team of a project, for its agents and admins (rule D11). */
export function TeamPage({ projectId, viewerId }: TeamPageProps) {
  const { t } = useTexts();
  return (
    <main className="fd-page team-page">
      {projectId === undefined ? (
        <>
          <h1>{t('team.title')}</h1>
          <Notice tone="info" title={t('team.noProjectTitle')}>
            {t('team.noProjectBody')}
          </Notice>
        </>
      ) : (
        <ProjectTeam projectId={projectId} viewerId={viewerId} />
      )}
    </main>
  );
}

function ProjectTeam({ projectId, viewerId }: { projectId: string; viewerId: string | undefined }) {
  const { t } = useTexts();
  const { team, failure, staleSince, clock, turn, refresh, onPanel } = useTeam(projectId);
  const now = useNow(clock, team && nextEndIn(team, clock.now()));
  if (team) {
    return (
      <TeamView
        {...{ team: teamAt(team, now), viewerId, now, turn, onPanel }}
        onStale={() => void refresh()}
        stale={<StaleLine since={staleSince} now={now} />}
      />
    );
  }
  return (
    <>
      <h1>{t('team.title')}</h1>
      {failure === null && <Loading text={t('team.loading')} />}
      {failure !== null && isRefused(failure) && (
        <Notice tone="info" title={t('team.notAllowedTitle')}>
          {t('team.notAllowedBody')}
        </Notice>
      )}
      {failure !== null && !isRefused(failure) && <ErrorNotice code={failure} onRetry={refresh} />}
    </>
  );
}

const isRefused = (code: string): boolean => code === 'not-allowed' || code === 'not-found';

/** What is shown stays when it cannot be refreshed: this says from when it is. */
function StaleLine({ since, now }: { since: number | null; now: number }) {
  const texts = useTexts();
  const announce = useAnnounce();
  const wasStale = useRef(false);
  const text = since === null ? '' : texts.t('team.stale', { time: clockTime(since, now, texts) });
  useEffect(() => {
    if ((text !== '') === wasStale.current) return;
    wasStale.current = text !== '';
    announce(text === '' ? texts.t('team.currentAgain') : text);
  }, [text, announce, texts]);
  if (text === '') return null;
  return (
    <p className="team-stale fd-small">
      <WarningIcon label="" color="var(--ds-icon-warning)" />
      {text}
    </p>
  );
}
