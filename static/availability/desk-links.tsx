import { router } from '@forge/bridge';
import type { Panel } from '../../src/contract/panel';
import { useTexts } from '../app/texts-context';

/** From availability to where it is set up (rule D10), for who may. */
export function DeskLinks({ project }: { project: NonNullable<Panel['project']> }) {
  const { t } = useTexts();

  // Beside the page that they are on: something may be half written there.
  const openSettings = (): void =>
    void router
      .open({ target: 'module', moduleKey: 'project-settings', projectKey: project.key })
      .catch(() => undefined);

  return (
    <footer className="agent-links">
      <button type="button" className="agent-link" onClick={openSettings}>
        {t('agent.settings')}
      </button>
    </footer>
  );
}
