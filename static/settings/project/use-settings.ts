import { showFlag } from '@forge/bridge';
import { useEffect, useRef, useState } from 'react';
import type { ProjectSettingsPage } from '../../../src/contract/settings';
import { callResolver } from '../../app/call-resolver';
import { startLive } from '../../app/live';
import { createServerClock } from '../../app/server-clock';
import type { ServerClock } from '../../app/server-clock';
import { useTexts } from '../../app/texts-context';
import { useDraft, type Editing } from '../form/use-draft';
import { settingsDraft, type SettingsDraft } from './settings-draft';

export interface Settings {
  form: Editing<SettingsDraft, ProjectSettingsPage>;
  clock: ServerClock;
  refreshSoon(): void;
}

/** The settings of a project, kept current, and what can be done with them. */
export function useSettings(first: ProjectSettingsPage): Settings {
  const { t } = useTexts();
  const projectId = first.project.id;
  const form = useDraft(
    settingsDraft,
    first,
    {
      fetch: () => callResolver('getProjectSettings', { projectId }),
      save: (settings, rev) => callResolver('saveProjectSettings', { projectId, settings, rev }),
    },
    ({ project }) => {
      const title = t('settings.savedFlag', { project: project.name });
      showFlag({ id: 'frontdesk-settings-saved', title, type: 'success', isAutoDismiss: true });
    },
  );
  const [clock] = useState(() => clockAt(first.now));
  const refreshSoon = useRef<() => void>(() => undefined);
  const { dispatch } = form;
  const { now } = form.state.saved;

  useEffect(() => clock.set(now), [clock, now]);

  useEffect(() => {
    const live = startLive({
      clock,
      concerns: (projectIds, news) => news.status && projectIds.includes(projectId),
      refresh: async () => {
        const answer = await callResolver('getProjectSettings', { projectId });
        if (answer.ok) dispatch({ type: 'received', next: () => answer.value });
      },
    });
    refreshSoon.current = live.refreshSoon;
    return live.stop;
  }, [clock, projectId, dispatch]);

  return { form, clock, refreshSoon: () => refreshSoon.current() };
}

function clockAt(now: string): ServerClock {
  const clock = createServerClock();
  clock.set(now);
  return clock;
}
