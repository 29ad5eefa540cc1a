import { useEffect } from 'react';
import { startLive, type LiveOptions } from '../app/live';
import type { ServerClock } from '../app/server-clock';
import { followPanel } from '../availability/follow-panel';
import type { PanelStore } from '../availability/panel-store';
import type { Refreshers } from './refreshers';

export interface Desk {
  clock: ServerClock;
  /** Who is online, and settings. */
  store: PanelStore;
  /** Parts of the page that show conversations. */
  refreshers: Refreshers;
}

/** Keeps a page's panel and its conversations current. `concerns`: see `startLive`; the same one for good. */
export function useLiveDesk({ clock, store, refreshers }: Desk, concerns?: LiveOptions['concerns']): void {
  useEffect(() => {
    const live = startLive({
      clock,
      onConversation: refreshers.hear,
      onLook: refreshers.see,
      ...(concerns && { concerns }),
      refresh: async (news) => {
        await Promise.all([
          news.status && store.refresh(),
          news.conversations && refreshers.run(news.messages),
        ]);
      },
    });
    const unfollow = followPanel(store, live);
    return () => {
      unfollow();
      live.stop();
    };
  }, [clock, store, refreshers, concerns]);
}
