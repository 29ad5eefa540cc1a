import type { ReactNode } from 'react';
import type { ProjectSettingsPage } from '../../../src/contract/settings';
import type { TextKey } from '../../app/texts';
import { useTexts } from '../../app/texts-context';
import { PageLink } from '../../ui/page-link';

const STATES: Record<ProjectSettingsPage['state'], TextKey> = {
  online: 'settings.stateOnline',
  offline: 'settings.stateOffline',
  hidden: 'settings.stateHidden',
  disabled: 'settings.stateDisabled',
};

export interface SettingsHeaderProps {
  page: ProjectSettingsPage;
  /** Beside what customers see. */
  children?: ReactNode;
}

/** The project, and what its customers see at this moment. */
export function SettingsHeader({ page, children }: SettingsHeaderProps) {
  const { t } = useTexts();
  return (
    <header className="fd-settings-head">
      <h1>{t('settings.title', { project: page.project.name })}</h1>
      <div className="fd-customers-see">
        <p className="fd-customers-see" role="status">
          <span className="fd-subtle">{t('settings.customersSee')}</span>
          <span className={page.state === 'online' ? 'fd-dot fd-dot-online' : 'fd-dot'} />
          <span>{t(STATES[page.state])}</span>
        </p>
        {children}
      </div>
      <PageLink module="team" projectKey={page.project.key}>
        {t('team.openTeam')}
      </PageLink>
    </header>
  );
}
