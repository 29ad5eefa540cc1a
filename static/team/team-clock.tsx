import { lazy, Suspense, useState } from 'react';
import type { Team } from '../../src/contract/team';
import { useTexts } from '../app/texts-context';
import { ownSchedule } from '../availability/own-schedule';
import { Loading } from '../ui/loading';
import { PageLink } from '../ui/page-link';
import { ToggleLink } from '../ui/toggle-link';
import type { LinkTo } from '../why/why-places';

const Coverage = lazy(() => import('../coverage/coverage').then(({ Coverage: all }) => ({ default: all })));
const Why = lazy(() => import('../why/why').then(({ Why: why }) => ({ default: why })));

export interface TeamClockProps {
  team: Team;
  viewerId: string | undefined;
  now: number;
  /** Grows with what may have changed. */
  turn: number;
}

type Part = 'why' | 'coverage';

/** Why customers see what they see, and who works in the next two weeks, for who leads the team (rules H6, H7). */
export function TeamClock({ team, viewerId, now, turn }: TeamClockProps) {
  const texts = useTexts();
  const { t } = texts;
  const [open, setOpen] = useState<Part | null>(null);
  const { project } = team;
  const toggle = (part: Part): void => setOpen(open === part ? null : part);
  const linkTo: LinkTo = (place, label) =>
    place === 'team' ? null : (
      <PageLink module="project-settings" projectKey={project.key}>
        {label}
      </PageLink>
    );
  return (
    <div className="fd-card">
      <div className="fd-actions">
        <ToggleLink isOpen={open === 'why'} controls="team-why" onToggle={() => toggle('why')}>
          {t(open === 'why' ? 'why.hide' : 'why.show')}
        </ToggleLink>
        <ToggleLink isOpen={open === 'coverage'} controls="team-coverage" onToggle={() => toggle('coverage')}>
          {t(open === 'coverage' ? 'coverage.hide' : 'coverage.show')}
        </ToggleLink>
      </div>
      {open === 'why' && (
        <div id="team-why">
          <Suspense fallback={<Loading text={t('why.loading')} />}>
            <Why
              {...{ project, now, linkTo }}
              refreshKey={turn}
              own={ownSchedule(texts, viewerId, project.id)}
            />
          </Suspense>
        </div>
      )}
      {open === 'coverage' && (
        <div id="team-coverage">
          <Suspense fallback={<Loading text={t('coverage.loading')} />}>
            <Coverage project={project} refreshKey={turn} />
          </Suspense>
        </div>
      )}
    </div>
  );
}
