import type { MyProject } from '../../src/contract/panel';
import { useTexts } from '../app/texts-context';

export interface ProjectSwitchProps {
  projects: MyProject[];
  /** May be a project that is not among them, such as one without chat. */
  current: { id: string } | undefined;
  onSelect(projectId: string): void;
}

/** Another of my projects. Nothing where there is nothing to choose. */
export function ProjectSwitch({ projects, current, onSelect }: ProjectSwitchProps) {
  const { t } = useTexts();
  const isListed = projects.some(({ id }) => id === current?.id);
  if (projects.length === 0 || (isListed && projects.length === 1)) return null;
  return (
    <select
      className="fd-field agent-project-switch"
      aria-label={t('agent.project')}
      value={isListed ? current?.id : ''}
      onChange={(event) => onSelect(event.target.value)}
    >
      {!isListed && (
        <option value="" disabled>
          {t('agent.otherProject')}
        </option>
      )}
      {projects.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
