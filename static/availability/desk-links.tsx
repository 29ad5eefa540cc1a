import type { Panel } from '../../src/contract/panel';
import { useTexts } from '../app/texts-context';
import { openProjectPage } from './open-project-page';

export interface DeskLinksProps {
  project: NonNullable<Panel['project']>;
  mayAdminister: boolean;
}

/** From availability to the team (rule D11), and for who may to where it is set up (rule D10). */
export function DeskLinks({ project, mayAdminister }: DeskLinksProps) {
  const { t } = useTexts();
  return (
    <footer className="agent-links">
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
