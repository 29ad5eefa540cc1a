import { useEffect, useRef, useState } from 'react';
import type { ProjectSettingsPage } from '../../../src/contract/settings';
import { CLOSURES } from '../../../src/domain/clock/clock-limits';
import { Notice } from '../../ui/notice';
import { ToggleLink } from '../../ui/toggle-link';
import { useTexts } from '../../app/texts-context';
import { useLoaded } from '../../app/use-loaded';
import { useNow } from '../../app/use-now';
import { NotLoaded } from '../form/not-loaded';
import { showSetting } from '../first-day/show-setting';
import { FirstSteps } from '../first-day/first-steps';
import { useFirstSteps, type FirstStepsState } from '../first-day/use-first-steps';
import { AgentsSection } from './agents-section';
import { ClosuresSection } from '../../closures/closures-section';
import type { TypedClosure } from '../../closures/use-typed';
import { CoverageSection } from './coverage-section';
import { IdentitySection } from './identity-section';
import { LogSection } from '../log/log-section';
import { isOverdue, nextChangeOf, pageAt, withClosures, withRoster } from './page-at';
import { PersonalDataSection } from './personal-data-section';
import { PreviewSection } from './preview-section';
import { ProtectionSection } from './protection-section';
import { SavedRepliesSection } from './saved-replies/saved-replies-section';
import { SettingsForm } from './settings-form';
import { SettingsHeader } from './settings-header';
import { StateWhy } from './state-why';
import { useSettings } from './use-settings';
import { WebsiteSection } from './website-section';

export interface SettingsPageProps {
  projectId: string | undefined;
  viewerId: string | undefined;
  /** The viewer's own time zone in Jira (IANA). */
  zone?: string | undefined;
}

export function SettingsPage({ projectId, viewerId, zone }: SettingsPageProps) {
  const { t } = useTexts();
  const ownZone = zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <main className="fd-page">
      {projectId === undefined ? (
        <>
          <h1>{t('module.projectSettings')}</h1>
          <Notice tone="info" title={t('settings.noProjectTitle')}>
            {t('settings.noProjectBody')}
          </Notice>
        </>
      ) : (
        <ProjectPage {...{ projectId, viewerId, ownZone }} />
      )}
    </main>
  );
}

interface ProjectPageProps {
  projectId: string;
  viewerId: string | undefined;
  ownZone: string;
}

function ProjectPage({ projectId, viewerId, ownZone }: ProjectPageProps) {
  const { t } = useTexts();
  const settings = useLoaded('getProjectSettings', { projectId });
  const steps = useFirstSteps(projectId);
  if (settings.value && steps.isSettled)
    return <LoadedPage first={settings.value} {...{ steps, viewerId, ownZone }} />;
  return (
    <>
      <h1>{t('module.projectSettings')}</h1>
      <NotLoaded
        settings={settings}
        loading={t('settings.loading')}
        notAllowed={{ title: t('settings.notAllowedTitle'), body: t('settings.notAllowedBody') }}
      />
    </>
  );
}

const WHY_ID = 'why';

interface LoadedPageProps {
  first: ProjectSettingsPage;
  steps: FirstStepsState;
  viewerId: string | undefined;
  ownZone: string;
}

function LoadedPage({ first, steps, viewerId, ownZone }: LoadedPageProps) {
  const { form, clock, refreshSoon } = useSettings(first);
  const { state, dispatch } = form;
  const now = useNow(clock, nextChangeOf(state.saved, clock.now()));
  const page = pageAt(state.saved, now);
  const overdueSince = isOverdue(state.saved, now) ? state.saved.changesAt : undefined;
  const ask = useRef(refreshSoon);
  useEffect(() => {
    if (overdueSince !== undefined) ask.current();
  }, [overdueSince]);
  const { t } = useTexts();
  const [asksWhy, setAsksWhy] = useState(false);
  /** A gap's times, for a closure. */
  const [proposed, setProposed] = useState<{ from: string; until: string } | null>(null);
  const [typedClosure, setTypedClosure] = useState<TypedClosure | null>(null);
  const mayClose = page.settings.chatEnabled && page.closures.length < CLOSURES;
  return (
    <>
      <SettingsHeader page={page} now={now}>
        <ToggleLink isOpen={asksWhy} controls={WHY_ID} onToggle={() => setAsksWhy(!asksWhy)}>
          {t(asksWhy ? 'why.hide' : 'why.show')}
        </ToggleLink>
      </SettingsHeader>
      {asksWhy && <StateWhy id={WHY_ID} {...{ page, viewerId, now }} />}
      <FirstSteps first={steps} projectId={page.project.id} />
      <div className="fd-settings-columns">
        <SettingsForm {...{ form, clock, ownZone }} current={page} />
        <div className="fd-settings-aside">
          <PreviewSection draft={state.draft} page={page} now={now} />
          <ClosuresSection
            projectId={page.project.id}
            chatEnabled={page.settings.chatEnabled}
            closures={page.closures}
            now={now}
            proposed={proposed}
            onTyped={setTypedClosure}
            onAnswer={(answer) => {
              dispatch({ type: 'received', next: (known) => withClosures(known, answer) });
              refreshSoon();
            }}
            onStale={refreshSoon}
          />
          <AgentsSection
            page={page}
            viewerId={viewerId}
            now={now}
            onPanel={(panel) => dispatch({ type: 'received', next: (known) => withRoster(known, panel) })}
            onStale={refreshSoon}
          />
        </div>
        <div className="fd-settings-rest">
          <CoverageSection
            page={page}
            draft={state.draft}
            onNarrow={(hours) => {
              form.edit({ hours });
              showSetting('hours');
            }}
            {...(mayClose && { onClose: setProposed })}
            closure={typedClosure}
          />
          <WebsiteSection
            page={page}
            onRenewed={(renewed) => dispatch({ type: 'received', next: () => renewed })}
          />
          <IdentitySection projectId={page.project.id} widgetId={page.widgetId} />
          <SavedRepliesSection projectId={page.project.id} />
          <ProtectionSection projectId={page.project.id} />
          <PersonalDataSection project={page.project} viewerId={viewerId} />
          <LogSection projectId={page.project.id} />
        </div>
      </div>
    </>
  );
}
