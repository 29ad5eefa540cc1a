import { useId } from 'react';
import type { MySchedule } from '../../src/contract/clock';
import { useTexts } from '../app/texts-context';

export interface LeftOutChoiceProps {
  projects: MySchedule['projects'];
  /** Their ids. */
  leftOut: readonly string[];
  onChange(leftOut: string[]): void;
}

/** In which of my projects the schedule counts: all, but those that are taken out. */
export function LeftOutChoice({ projects, leftOut, onChange }: LeftOutChoiceProps) {
  const { t } = useTexts();
  const id = useId();
  return (
    <fieldset className="fd-choices" aria-describedby={`${id}-help`}>
      <legend className="fd-setting-name">{t('schedule.countsIn')}</legend>
      <p className="fd-help" id={`${id}-help`}>
        {t('schedule.countsInHelp')}
      </p>
      <div className="schedule-projects">
        {projects.map((project) => (
          <label key={project.id} className="fd-choice">
            <input
              type="checkbox"
              checked={!leftOut.includes(project.id)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? leftOut.filter((each) => each !== project.id)
                    : [...leftOut, project.id],
                )
              }
            />
            <span>{project.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
