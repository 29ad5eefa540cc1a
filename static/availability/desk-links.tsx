import { useId, useState } from 'react';
import type { TextKey } from '../app/texts';
import { useTexts } from '../app/texts-context';
import { ToggleLink } from '../ui/toggle-link';
import { DeskWhy, type DeskWhyProps } from './desk-why';
import { openProjectPage } from './open-project-page';

export interface DeskLinksProps extends Omit<DeskWhyProps, 'id'> {
  /** Absent: they may not close the chat. */
  closing?: ClosingLink | undefined;
  /** Absent: there is no schedule to edit. */
  schedule?: ScheduleLink | undefined;
}

interface ClosingLink {
  isOpen: boolean;
  /** What was typed in it isn't saved. */
  hasDraft: boolean;
  /** The id of what it opens. */
  controls: string;
  onToggle(): void;
}

interface ScheduleLink {
  exists: boolean;
  /** What was typed in it isn't saved. */
  hasDraft: boolean;
  onEdit(): void;
}

const scheduleText = ({ exists, hasDraft }: ScheduleLink): TextKey =>
  hasDraft ? 'schedule.editUnsaved' : exists ? 'schedule.edit' : 'schedule.setUp';

const closingText = ({ isOpen, hasDraft }: ClosingLink): TextKey =>
  isOpen ? 'closure.hide' : hasDraft ? 'closure.openUnsaved' : 'closure.open';

/** From availability to one's own schedule (rule H1), to the team (rule D11), and for who may to where it is set up (rule D10). */
export function DeskLinks({ schedule, closing, ...props }: DeskLinksProps) {
  const { project, mayAdminister } = props;
  const { t } = useTexts();
  const whyId = useId();
  const [asksWhy, setAsksWhy] = useState(false);
  return (
    <>
      {asksWhy && <DeskWhy key={project.id} id={whyId} {...props} />}
      <footer className="agent-links">
        {schedule && (
          <button type="button" className="agent-link" onClick={schedule.onEdit}>
            {t(scheduleText(schedule))}
          </button>
        )}
        {closing && (
          <ToggleLink
            className="agent-link"
            isOpen={closing.isOpen}
            controls={closing.controls}
            onToggle={closing.onToggle}
          >
            {t(closingText(closing))}
          </ToggleLink>
        )}
        <ToggleLink
          className="agent-link"
          isOpen={asksWhy}
          controls={whyId}
          onToggle={() => setAsksWhy(!asksWhy)}
        >
          {t(asksWhy ? 'why.hide' : 'why.show')}
        </ToggleLink>
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
    </>
  );
}
