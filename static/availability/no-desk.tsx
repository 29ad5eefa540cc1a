import type { ReactNode } from 'react';
import type { Panel } from '../../src/contract/panel';
import { Notice } from '../ui/notice';
import { useTexts } from '../app/texts-context';

/** There is nobody to be online for here: says why, what to do, and where else I may go. */
export function NoDesk({ panel, projectSwitch }: { panel: Panel; projectSwitch: ReactNode }) {
  const { t } = useTexts();
  const { project } = panel;
  const title = project ? t('agent.noChatIn', { project: project.name }) : t('agent.noChatAnywhere');
  const page = t('module.projectSettings');
  const body = project ? t('agent.noChatInBody', { page }) : t('agent.noChatAnywhereBody', { page });
  return (
    <Notice tone="info" title={title} actions={projectSwitch}>
      {body}
    </Notice>
  );
}
