import { useEffect, useState } from 'react';
import type { Payload } from '../../src/contract/functions';
import { callResolver } from '../app/call-resolver';
import { startLive } from '../app/live';
import { createServerClock, type ServerClock } from '../app/server-clock';
import { createPanelStore, type PanelStore } from '../availability/panel-store';
import { createRefreshers, type Refreshers } from './refreshers';

export interface InboxPanel {
  clock: ServerClock;
  refreshers: Refreshers;
  store: PanelStore;
}

/** The project of the page with what customers see, kept current, and news of conversations for its parts. */
export function useInboxPanel(place: Payload<'getPanel'>): InboxPanel {
  const [clock] = useState(() => createServerClock());
  const [refreshers] = useState(createRefreshers);
  const [store] = useState(() => createPanelStore({ call: callResolver, clock, place, memory: null }));

  useEffect(() => {
    const live = startLive({
      clock,
      onConversation: refreshers.hear,
      onLook: refreshers.see,
      concerns: (projects) => {
        const projectId = store.getState().panel?.project?.id;
        return projectId === undefined || projects.includes(projectId);
      },
      refresh: async (news) => {
        await Promise.all([
          news.status && store.refresh(),
          news.conversations && refreshers.run(news.messages),
        ]);
      },
    });
    void store.refresh();
    return live.stop;
  }, [store, clock, refreshers]);

  return { clock, refreshers, store };
}
