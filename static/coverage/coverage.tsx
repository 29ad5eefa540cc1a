import { useEffect, useRef, useState } from 'react';
import type { Coverage as Facts } from '../../src/contract/clock';
import type { Payload } from '../../src/contract/functions';
import type { Hours } from '../../src/domain/clock/schedule';
import { useTexts } from '../app/texts-context';
import { useLatestAnswer } from '../app/use-latest-answer';
import { zoneName } from '../app/zone-name';
import { ErrorNotice } from '../ui/error-notice';
import { Loading } from '../ui/loading';
import { Notice } from '../ui/notice';
import { SegmentedChoice } from '../ui/segmented-choice';
import { coverageDays } from './coverage-days';
import { CoverageFindings } from './coverage-findings';
import { CoveragePicture } from './coverage-picture';
import { CoverageTable } from './coverage-table';
import { dayName } from './coverage-words';

export interface CoverageProps {
  project: { id: string; name: string };
  /** What is being edited and not saved yet; null: something in it is wrong, so that nobody can tell. */
  draft?: Payload<'getCoverage'>['draft'] | null;
  /** Asks again when it changes. */
  refreshKey: string | number;
  /** The hours as they are saved, or being edited: a gap can be taken out of them. */
  hours?: Hours;
  onNarrow?(hours: Hours): void;
  /** A closure at a gap's times; ISO. */
  onClose?(times: { from: string; until: string }): void;
  /** Told of each answer to what is asked now. */
  onAnswer?(answer: Facts): void;
}

type View = 'picture' | 'table';

/** Fourteen days: everybody's times against what customers will see (rule H6). */
export function Coverage({ project, draft, refreshKey, hours, onNarrow, onClose, onAnswer }: CoverageProps) {
  const { t } = useTexts();
  const question = draft === null ? null : { projectId: project.id, ...(draft && { draft }) };
  const { answer, busy, failure, retry } = useLatestAnswer('getCoverage', question, refreshKey);
  const tell = useRef(onAnswer);
  useEffect(() => {
    tell.current = onAnswer;
  });
  useEffect(() => {
    if (answer && !busy) tell.current?.(answer);
  }, [answer, busy]);
  const isRefused = failure === 'not-allowed' || failure === 'not-found';
  if (isRefused)
    return (
      <Notice tone="info" title={t('coverage.notAllowedTitle')}>
        {t('coverage.notAllowedBody')}
      </Notice>
    );
  return (
    <div className="coverage" aria-busy={busy}>
      {draft === null || (draft && failure === 'invalid-request') ? (
        <p className="fd-help" role="status">
          {t('coverage.unfinished')}
        </p>
      ) : (
        failure !== null && <ErrorNotice code={failure} onRetry={retry} />
      )}
      {answer && (
        <Shown facts={answer} isOld={busy} isDraft={!!draft} {...{ project, hours, onNarrow, onClose }} />
      )}
      {!answer && failure === null && draft !== null && <Loading text={t('coverage.loading')} />}
    </div>
  );
}

interface ShownProps extends Pick<CoverageProps, 'project' | 'onNarrow' | 'onClose'> {
  facts: Facts;
  hours: Hours | undefined;
  isOld: boolean;
  isDraft: boolean;
}

function Shown({ facts, isOld, isDraft, project, hours, onNarrow, onClose }: ShownProps) {
  const texts = useTexts();
  const { t } = texts;
  const [view, setView] = useState<View>('picture');
  const mine = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [zone, setZone] = useState(facts.zone ?? mine);
  const zones = [...new Set([facts.zone ?? mine, mine])];
  const current = zones.includes(zone) ? zone : (facts.zone ?? mine);
  const wording = { texts, zone: current, people: facts.people };
  const days = coverageDays(facts, current);
  const isEmpty = facts.spans.every(({ count }) => count === 0);
  return (
    <>
      <div className="coverage-head">
        <p className="fd-subtle">
          {t('coverage.span', {
            from: dayName(wording, Date.parse(facts.from)),
            to: dayName(wording, Date.parse(facts.to)),
            zone: zoneName(current),
          })}
          {isDraft && <> · {t('coverage.withChanges')}</>}
        </p>
        <div className="fd-actions">
          {zones.length > 1 && (
            <SegmentedChoice
              legend={t('coverage.zoneChoice')}
              value={current}
              onChange={setZone}
              choices={zones.map((each) => ({ value: each, label: zoneName(each) }))}
            />
          )}
          <SegmentedChoice<View>
            legend={t('coverage.viewChoice')}
            value={view}
            onChange={setView}
            choices={[
              { value: 'picture', label: t('coverage.picture') },
              { value: 'table', label: t('coverage.table') },
            ]}
          />
        </div>
      </div>
      {isEmpty && (
        <Notice tone="info" title={t('coverage.emptyTitle', { project: project.name })}>
          {t('coverage.emptyBody')}
        </Notice>
      )}
      <div className={isOld ? 'coverage-columns coverage-old' : 'coverage-columns'}>
        {view === 'picture' ? (
          <CoveragePicture {...{ days, wording, facts }} />
        ) : (
          <CoverageTable {...{ days, wording }} />
        )}
        <CoverageFindings
          facts={facts}
          wording={wording}
          {...{ project, hours, onNarrow, onClose, isEmpty }}
        />
      </div>
    </>
  );
}
