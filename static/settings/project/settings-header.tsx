import type { ReactNode } from 'react';
import type { ProjectSettingsPage } from '../../../src/contract/settings';
import type { TextKey, Texts } from '../../app/texts';
import { closedRead } from '../../app/customers-read';
import { clockTime } from '../../app/format-time';
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
  now: number;
  /** Beside what customers see. */
  children?: ReactNode;
}

/** The project, and what its customers see at this moment. */
export function SettingsHeader({ page, now, children }: SettingsHeaderProps) {
  const texts = useTexts();
  const { t } = texts;
  const { state, told } = page;
  const mark = told?.closed ? 'fd-dot fd-dot-closed' : state === 'online' ? 'fd-dot fd-dot-online' : 'fd-dot';
  return (
    <header className="fd-settings-head">
      <h1>{t('settings.title', { project: page.project.name })}</h1>
      <div className="fd-customers-see">
        <p className="fd-customers-see" role="status">
          <span className="fd-subtle">{t('settings.customersSee')}</span>
          <span className={mark} aria-hidden="true" />
          <span>{stateWords(texts, page, now)}</span>
        </p>
        {children}
      </div>
      <PageLink module="team" projectKey={page.project.key}>
        {t('team.openTeam')}
      </PageLink>
    </header>
  );
}

function stateWords(texts: Texts, { state, told, settings }: ProjectSettingsPage, now: number): string {
  const { t } = texts;
  const time = (at: string): string => clockTime(Date.parse(at), now, texts);
  const closed = told?.closed && closedRead(texts, Date.parse(told.closed.until), now);
  if (closed) return closed;
  // With hours there are two reasons for no icon.
  const isPlain = state !== 'hidden' || settings.hours.mode !== 'project';
  const words = t(isPlain ? STATES[state] : 'settings.stateHiddenNow');
  if (!told?.nextOnlineAt || state === 'online') return words;
  const isPast = Date.parse(told.nextOnlineAt) <= now;
  if (isPast) return t('settings.stateExpectedNow', { state: words });
  return t(told.expected ? 'settings.stateExpected' : 'settings.stateBack', {
    state: words,
    time: time(told.nextOnlineAt),
  });
}
