import { useEffect, useRef, useState } from 'react';
import type { Panel } from '../../src/contract/panel';
import type { Payload } from '../../src/contract/functions';
import type { ErrorCode } from '../../src/domain/errors';
import { callResolver } from '../app/call-resolver';
import { startLive } from '../app/live';
import { createServerClock, type ServerClock } from '../app/server-clock';
import { isRefusal } from './is-refusal';
import { createRefreshers, type Refreshers } from './refreshers';

export interface InboxPanel {
  clock: ServerClock;
  refreshers: Refreshers;
  panel: Panel | null;
  /** Why there is none. */
  failure: ErrorCode | null;
  retry(): void;
  /** A part of the page was refused: perhaps all of it is to go. */
  lookAgain(): void;
}

/** The project of the page with what customers see, kept current, and news of conversations for its parts. */
export function useInboxPanel(place: Payload<'getPanel'>): InboxPanel {
  const [clock] = useState(() => createServerClock());
  const [refreshers] = useState(createRefreshers);
  const [{ panel, failure }, set] = useState<Pick<InboxPanel, 'panel' | 'failure'>>({
    panel: null,
    failure: null,
  });
  const retry = useRef<() => void>(() => undefined);
  const lookAgain = useRef<() => void>(() => undefined);

  useEffect(() => {
    let projectId: string | undefined;
    async function fetchPanel(): Promise<void> {
      const answer = await callResolver('getPanel', place);
      if (!answer.ok) {
        const { code } = answer.error;
        // What is drawn stays, unless it may not be seen any more.
        set((before) => (before.panel && !isRefusal(code) ? before : { panel: null, failure: code }));
        return;
      }
      clock.set(answer.value.now);
      projectId = answer.value.project?.id;
      set({ panel: answer.value, failure: null });
    }
    const live = startLive({
      clock,
      onConversation: refreshers.hear,
      onLook: refreshers.see,
      concerns: (projects) => projectId === undefined || projects.includes(projectId),
      refresh: async (news) => {
        await Promise.all([news.status && fetchPanel(), news.conversations && refreshers.run(news.messages)]);
      },
    });
    retry.current = () => {
      set({ panel: null, failure: null });
      void fetchPanel();
    };
    lookAgain.current = () => void fetchPanel();
    void fetchPanel();
    return live.stop;
  }, [place, clock, refreshers]);

  // The same one for good: it is what an effect depends on.
  const [look] = useState(() => () => lookAgain.current());
  return { clock, refreshers, panel, failure, retry: () => retry.current(), lookAgain: look };
}
