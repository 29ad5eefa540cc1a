import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import type { Panel } from '../../src/contract/panel';
import { Notice } from '../ui/notice';
import { useTexts } from '../app/texts-context';
import { openProjectPage } from './open-project-page';

/** There is nobody to be online for here: says why, what to do, with the way there for who may, and where else I may go. */
export function NoDesk({ panel, projectSwitch }: { panel: Panel; projectSwitch: ReactNode }) {
  const { t } = useTexts();
  const { project, me } = panel;
  const title = project ? t('agent.noChatIn', { project: project.name }) : t('agent.noChatAnywhere');
  const page = t('module.projectSettings');
  const body = project ? t('agent.noChatInBody', { page }) : t('agent.noChatAnywhereBody', { page });
  const settings = project && me.mayPutOffline && (
    <Button onClick={() => openProjectPage('project-settings', project.key)}>{t('agent.settings')}</Button>
  );
  const actions = (
    <>
      {settings}
      {projectSwitch}
    </>
  );
  return (
    <Notice tone="info" title={title} actions={actions}>
      {body}
    </Notice>
  );
}
