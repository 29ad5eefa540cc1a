import { lazy, Suspense, type ReactNode } from 'react';
import type { ProjectSettingsPage } from '../../../src/contract/settings';
import { useTexts } from '../../app/texts-context';
import { ownSchedule } from '../../availability/own-schedule';
import { Loading } from '../../ui/loading';
import { PageLink } from '../../ui/page-link';
import type { LinkTo, WhyPlace } from '../../why/why-places';
import { showSetting } from '../first-day/show-setting';

const Why = lazy(() => import('../../why/why').then(({ Why: why }) => ({ default: why })));

/** Ids of what on this page decides. */
const SETTINGS: Partial<Record<WhyPlace, string>> = {
  chat: 'chat-enabled',
  hours: 'hours',
  closures: 'closures',
  hide: 'hide',
};

export interface StateWhyProps {
  id: string;
  page: ProjectSettingsPage;
  viewerId: string | undefined;
  now: number;
}

/** Why customers see what they see, with the way to the setting that makes it so (rule H7). */
export function StateWhy({ id, page, viewerId, now }: StateWhyProps) {
  const texts = useTexts();
  const { t } = texts;
  const linkTo: LinkTo = (place, label) => linkOn(page, place, label);
  return (
    <section className="fd-card" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('why.titleIn')}</h2>
      <Suspense fallback={<Loading text={t('why.loading')} />}>
        <Why
          project={page.project}
          now={now}
          refreshKey={`${String(page.rev)} ${page.state} ${String(page.onlineCount)} ${String(page.closures.length)}`}
          linkTo={linkTo}
          own={ownSchedule(texts, viewerId, page.project.id)}
        />
      </Suspense>
    </section>
  );
}

function linkOn(page: ProjectSettingsPage, place: WhyPlace, label: string): ReactNode {
  if (place === 'team') {
    return (
      <PageLink module="team" projectKey={page.project.key}>
        {label}
      </PageLink>
    );
  }
  const setting = SETTINGS[place];
  if (setting === undefined || !document.getElementById(setting)) return null;
  return (
    <button type="button" className="fd-link" onClick={() => showSetting(setting)}>
      {label}
    </button>
  );
}
