import type { MySchedule } from '../../src/contract/clock';
import type { Schedule } from '../../src/domain/clock/schedule';
import type { Span } from '../../src/domain/span';
import { useTexts } from '../app/texts-context';
import { Coverage } from '../coverage/coverage';
import { spanOf } from '../coverage/coverage-days';

const COVERAGE_ID = 'schedule-coverage';

/** Brings it to the top of what is seen. */
export function showCoverage(): void {
  const section = document.getElementById(COVERAGE_ID);
  section?.scrollIntoView({ block: 'start' });
  section?.focus({ preventScroll: true });
}

/** In how many spaces gaps are named while something is edited: each is a question of its own. */
const NAMED_SPACES = 5;

export interface ScheduleCoverageProps {
  projects: MySchedule['projects'];
  /** The space whose coverage is shown; one that isn't among them: the first. */
  shownId: string | null;
  /** Null: what is stored; undefined: something in it is wrong, so nobody can tell. */
  draft: Schedule | null | undefined;
  /** Grows with what is stored. */
  rev: number;
  onShow(projectId: string): void;
  /** What the draft opens in one of the spaces. */
  onOpened(projectId: string, gaps: Span[]): void;
}

/** Who works against what customers see, in each of my spaces, with the schedule as it is typed (rule H6). */
export function ScheduleCoverage(props: ScheduleCoverageProps) {
  const { projects, shownId, draft, rev, onShow, onOpened } = props;
  const { t } = useTexts();
  const shown = projects.find(({ id }) => id === shownId) ?? projects[0];
  if (!shown) return null;
  const asked = projects.filter(
    (project, index) => project === shown || (draft !== null && index < NAMED_SPACES),
  );
  return (
    <section
      className="schedule-card schedule-coverage"
      id={COVERAGE_ID}
      tabIndex={-1}
      aria-labelledby={`${COVERAGE_ID}-title`}
    >
      <div className="schedule-coverage-head">
        <h3 id={`${COVERAGE_ID}-title`}>{t('schedule.coverageOf', { project: shown.name })}</h3>
        {projects.length > 1 && (
          <select
            className="fd-field"
            aria-label={t('schedule.coverageSpace')}
            value={shown.id}
            onChange={({ target }) => onShow(target.value)}
          >
            {projects.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </div>
      <p className="fd-help">{t('coverage.help')}</p>
      {asked.map((project) => (
        <div key={project.id} hidden={project !== shown}>
          <Coverage
            project={project}
            refreshKey={rev}
            {...(draft !== null && { draft: draft ? { schedule: draft } : null })}
            onAnswer={({ opened = [] }) => onOpened(project.id, opened.map(spanOf))}
          />
        </div>
      ))}
    </section>
  );
}
