import { router } from '@forge/bridge';
import type { Panel } from '../../src/contract/panel';
import { useTexts } from '../app/texts-context';

export interface DeskLinksProps {
  project: NonNullable<Panel['project']>;
  mayAdminister: boolean;
}

/** From availability to the team (rule D11), and for who may to where it is set up (rule D10). */
export function DeskLinks({ project, mayAdminister }: DeskLinksProps) {
  const { t } = useTexts();

  // Beside the page that they are on: something may be half written there.
  const open = (moduleKey: string): void =>
    void router.open({ target: 'module', moduleKey, projectKey: project.key }).catch(() => undefined);

  return (
    <footer className="agent-links">
      <button type="button" className="agent-link" onClick={() => open('team')}>
        {t('agent.team')}
      </button>
      {mayAdminister && (
        <button type="button" className="agent-link" onClick={() => open('project-settings')}>
          {t('agent.settings')}
        </button>
      )}
    </footer>
  );
}
