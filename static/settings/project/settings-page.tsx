import { useState } from 'react';
import type { ProjectSettingsPage } from '../../../src/contract/settings';
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
import { CoverageSection } from './coverage-section';
import { IdentitySection } from './identity-section';
import { LogSection } from '../log/log-section';
import { nextEndOf, pageAt, withRoster } from './page-at';
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
}

export function SettingsPage({ projectId, viewerId }: SettingsPageProps) {
  const { t } = useTexts();
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
        <ProjectPage projectId={projectId} viewerId={viewerId} />
      )}
    </main>
  );
}

function ProjectPage({ projectId, viewerId }: { projectId: string; viewerId: string | undefined }) {
  const { t } = useTexts();
  const settings = useLoaded('getProjectSettings', { projectId });
  const steps = useFirstSteps(projectId);
  if (settings.value && steps.isSettled)
    return <LoadedPage first={settings.value} steps={steps} viewerId={viewerId} />;
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
}

function LoadedPage({ first, steps, viewerId }: LoadedPageProps) {
  const { form, clock, refreshSoon } = useSettings(first);
  const { state, dispatch } = form;
  const now = useNow(clock, nextEndOf(state.saved, clock.now()));
  const page = pageAt(state.saved, now);
  const { t } = useTexts();
  const [asksWhy, setAsksWhy] = useState(false);
  return (
    <>
      <SettingsHeader page={page}>
        <ToggleLink isOpen={asksWhy} controls={WHY_ID} onToggle={() => setAsksWhy(!asksWhy)}>
          {t(asksWhy ? 'why.hide' : 'why.show')}
        </ToggleLink>
      </SettingsHeader>
      {asksWhy && <StateWhy id={WHY_ID} page={page} now={now} />}
      <FirstSteps first={steps} projectId={page.project.id} />
      <div className="fd-settings-columns">
        <SettingsForm form={form} />
        <div className="fd-settings-aside">
          <PreviewSection draft={state.draft} />
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
