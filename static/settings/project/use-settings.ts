import { showFlag } from '@forge/bridge';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { ProjectSettingsPage } from '../../../src/contract/settings';
import { callResolver } from '../../app/call-resolver';
import { startLive } from '../../app/live';
import { createServerClock } from '../../app/server-clock';
import type { ServerClock } from '../../app/server-clock';
import { useTexts } from '../../app/texts-context';
import { saveSettings } from './save-settings';
import { initialState, settingsReducer } from './settings-state';
import type { SettingsAction, SettingsState } from './settings-state';

export interface Settings {
  state: SettingsState;
  clock: ServerClock;
  dispatch(action: SettingsAction): void;
  save(): Promise<void>;
  refreshSoon(): void;
}

/** The settings of a project, kept current, and what can be done with them. */
export function useSettings(first: ProjectSettingsPage): Settings {
  const { t } = useTexts();
  const projectId = first.project.id;
  const [state, dispatch] = useReducer(settingsReducer, first, initialState);
  const [clock] = useState(() => clockAt(first.now));
  const inFlight = useRef(false);
  const refreshSoon = useRef<() => void>(() => undefined);
  const { page, draft } = state;

  useEffect(() => clock.set(page.now), [clock, page.now]);

  useEffect(() => {
    const live = startLive({
      clock,
      concerns: (projectIds, news) => news.status && projectIds.includes(projectId),
      refresh: async () => {
        const answer = await callResolver('getProjectSettings', { projectId });
        if (answer.ok) dispatch({ type: 'received', page: answer.value });
      },
    });
    refreshSoon.current = live.refreshSoon;
    return live.stop;
  }, [clock, projectId]);

  const save = useCallback(async (): Promise<void> => {
    if (inFlight.current) return;
    inFlight.current = true;
    dispatch({ type: 'save-started' });
    const action = await saveSettings(page, draft);
    inFlight.current = false;
    dispatch(action);
    if (action.type !== 'saved') return;
    const title = t('settings.savedFlag', { project: page.project.name });
    showFlag({ id: 'frontdesk-settings-saved', title, type: 'success', isAutoDismiss: true });
  }, [page, draft, t]);

  return { state, clock, dispatch, save, refreshSoon: () => refreshSoon.current() };
}

function clockAt(now: string): ServerClock {
  const clock = createServerClock();
  clock.set(now);
  return clock;
}
