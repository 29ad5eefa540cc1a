import { useCallback, useEffect, useState } from 'react';
import type { Payload } from '../../src/contract/functions';
import { callResolver } from '../app/call-resolver';
import { createServerClock } from '../app/server-clock';
import { createPanelStore } from '../availability/panel-store';
import { createRefreshers } from './refreshers';
import { useLiveDesk, type Desk } from './use-live-desk';

/** The project of the page with what customers see, kept current, and news of conversations for its parts. */
export function useInboxPanel(place: Payload<'getPanel'>): Desk {
  const [clock] = useState(() => createServerClock());
  const [refreshers] = useState(createRefreshers);
  const [store] = useState(() => createPanelStore({ call: callResolver, clock, place, memory: null }));
  const concerns = useCallback(
    (projects: string[]) => {
      const projectId = store.getState().panel?.project?.id;
      return projectId === undefined || projects.includes(projectId);
    },
    [store],
  );
  const desk = { clock, refreshers, store };
  useLiveDesk(desk, concerns);
  useEffect(() => void store.refresh(), [store]);
  return desk;
}
