import { useEffect, useRef, useState } from 'react';
import type { MyProject, Panel, OwnWaitingChats } from '../../src/contract/panel';
import type { PanelStore } from './panel-store';
import { lastOnlineIn, waitingIn, wishOffline, type Reach } from './wish';

export interface Leaving {
  /** What is asked before going offline; null: nothing. */
  question: { reach: Reach; projects: MyProject[]; waiting: OwnWaitingChats[] } | null;
  /** My chats that waited when I went offline. */
  left: OwnWaitingChats[];
  /** Goes offline, or asks first where nobody else is online. */
  leave(reach: Reach): void;
  confirm(): void;
  cancel(): void;
  forgetLeft(): void;
}

/** Going offline (rules S4, S11). `onPointless`: the question went by itself, and the focus with it. */
export function useLeaving(panel: Panel, store: PanelStore, here: string, onPointless: () => void): Leaving {
  const [asked, setAsked] = useState<Reach | null>(null);
  const [left, setLeft] = useState<OwnWaitingChats[]>([]);
  // Colleagues come and go while the question stands.
  const projects = asked ? lastOnlineIn(panel, asked) : [];
  const isPointless = asked !== null && projects.length === 0;
  const tell = useRef(onPointless);
  useEffect(() => {
    tell.current = onPointless;
  });
  useEffect(() => {
    if (!isPointless) return;
    setAsked(null);
    tell.current();
  }, [isPointless]);

  async function go({ scope, projectId = here }: Reach): Promise<void> {
    setAsked(null);
    setLeft([]);
    const answer = await store.wish(wishOffline(scope, projectId));
    if (answer) setLeft(waitingIn(answer, { scope, projectId }));
  }

  return {
    question: asked && !isPointless ? { reach: asked, projects, waiting: waitingIn(panel, asked) } : null,
    left,
    leave: (reach) => {
      if (lastOnlineIn(panel, reach).length === 0) return void go(reach);
      setAsked(reach);
      // Some were answered, and others asked something, since the dialog was opened.
      void store.lookAgain();
    },
    confirm: () => void (asked && go(asked)),
    cancel: () => setAsked(null),
    forgetLeft: () => setLeft([]),
  };
}
