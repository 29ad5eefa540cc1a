import { lazy, Suspense } from 'react';
import type { Payload } from '../../../src/contract/functions';
import type { ProjectSettingsPage } from '../../../src/contract/settings';
import type { Hours } from '../../../src/domain/clock/schedule';
import { useTexts } from '../../app/texts-context';
import { Loading } from '../../ui/loading';
import { hoursProblems, savedHours } from './hours/hours-choice';
import type { SettingsDraft } from './settings-draft';

// What it needs of time zones is large, and most who come here look at other things first.
const Coverage = lazy(() =>
  import('../../coverage/coverage').then(({ Coverage: all }) => ({ default: all })),
);

export interface CoverageSectionProps {
  page: ProjectSettingsPage;
  draft: SettingsDraft;
  onNarrow(hours: Hours): void;
  /** A closure at a gap's times; ISO. */
  onClose?(times: { from: string; until: string }): void;
  /** Of a closure that is being edited. */
  closure?: NonNullable<Payload<'getCoverage'>['draft']>['closure'] | null;
}

/** Two weeks of who works against what customers will see, with what is being changed on this page (rule H6). */
export function CoverageSection({ page, draft, onNarrow, onClose, closure }: CoverageSectionProps) {
  const { t } = useTexts();
  const changes = changesOf(page, draft, closure);
  return (
    <section className="fd-card" aria-labelledby="coverage-title" id="coverage">
      <div className="fd-card-head">
        <h2 id="coverage-title">{t('coverage.title')}</h2>
        <p className="fd-help">{t('coverage.help')}</p>
      </div>
      <Suspense fallback={<Loading text={t('coverage.loading')} />}>
        <Coverage
          project={page.project}
          refreshKey={keyOf(page)}
          hours={draft.hours}
          onNarrow={onNarrow}
          {...(onClose && { onClose })}
          {...(changes !== undefined && { draft: changes })}
        />
      </Suspense>
    </section>
  );
}

/** Of what is being edited, what coverage depends on; undefined: nothing; null: the hours are not complete. */
function changesOf(
  { settings }: ProjectSettingsPage,
  draft: SettingsDraft,
  closure: CoverageSectionProps['closure'],
): Payload<'getCoverage'>['draft'] | null {
  if (hoursProblems(draft.hours).length > 0) return null;
  const isOther = (name: 'hours' | 'hideWhenOffline'): boolean =>
    JSON.stringify(draft[name]) !== JSON.stringify(settings[name]);
  const changes = {
    ...(isOther('hours') && { hours: savedHours(draft.hours) }),
    ...(isOther('hideWhenOffline') && { hideWhenOffline: draft.hideWhenOffline }),
    ...(closure && { closure }),
  };
  return Object.keys(changes).length > 0 ? changes : undefined;
}

/** Colleagues' schedules change without a trace on this page: looked at again that often. Milliseconds. */
const LOOKED_AGAIN_MS = 10 * 60_000;

/** What coverage depends on, as far as this page knows. */
const keyOf = ({ now, rev, closures, agents }: ProjectSettingsPage): string =>
  JSON.stringify([
    Math.floor(Date.parse(now) / LOOKED_AGAIN_MS),
    rev,
    closures.map(({ from, until }) => [from, until]),
    agents.map(({ accountId, until }) => [accountId, until]),
  ]);
