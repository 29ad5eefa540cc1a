import type { Panel } from '../../src/contract/panel';
import { useTexts } from '../app/texts-context';
import { openProjectPage } from './open-project-page';

export interface DeskLinksProps {
  project: NonNullable<Panel['project']>;
  mayAdminister: boolean;
  /** Absent: there is no schedule to edit. */
  schedule?: ScheduleLink | undefined;
}

export interface ScheduleLink {
  exists: boolean;
  onEdit(): void;
}

/** From availability to one's own schedule (rule H1), to the team (rule D11), and for who may to where it is set up (rule D10). */
export function DeskLinks({ project, mayAdminister, schedule }: DeskLinksProps) {
  const { t } = useTexts();
  return (
    <footer className="agent-links">
      {schedule && (
        <button type="button" className="agent-link" onClick={schedule.onEdit}>
          {t(schedule.exists ? 'schedule.edit' : 'schedule.setUp')}
        </button>
      )}
      <button type="button" className="agent-link" onClick={() => openProjectPage('team', project.key)}>
        {t('agent.team')}
      </button>
      {mayAdminister && (
        <button
          type="button"
          className="agent-link"
          onClick={() => openProjectPage('project-settings', project.key)}
        >
          {t('agent.settings')}
        </button>
      )}
    </footer>
  );
}
