import { useEffect, useRef, useState } from 'react';
import type { BreakPreview, MyProject, Panel, OwnWaitingChats } from '../../src/contract/panel';
import { useStore } from '../app/store';
import type { PanelStore } from './panel-store';
import { useBreakPreview } from './use-break-preview';
import { lastOnlineIn, waitingIn, wishBreak, wishOffline, type Reach } from './wish';

/** Offline there, or on a break of so many minutes, which is wherever I am online (rule H8). */
interface Leave extends Reach {
  breakMinutes?: number;
}

export interface Leaving {
  /** What is asked before going offline; null: nothing. */
  question: { leave: Leave; projects: MyProject[]; waiting: OwnWaitingChats[] } | null;
  /** Of the break that is asked about, or under way since; null: there is none, or it is not known. */
  preview: BreakPreview | null;
  /** My chats that waited when I went offline. */
  left: OwnWaitingChats[];
  /** Goes offline, or asks first where nobody else is online. */
  leave(leave: Leave): void;
  confirm(): void;
  cancel(): void;
  forgetLeft(): void;
}

/** Going offline (rules S4, S11). `onPointless`: the question went by itself, and the focus with it. */
export function useLeaving(panel: Panel, store: PanelStore, here: string, onPointless: () => void): Leaving {
  const [asked, setAsked] = useState<Leave | null>(null);
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

  const pending = useStore(store, (state) => state.pending);
  const askedMinutes = asked && !isPointless ? asked.breakMinutes : undefined;
  const minutes = askedMinutes ?? (pending?.kind === 'break' ? pending.payload.minutes : null);
  const preview = useBreakPreview(minutes, askedMinutes !== undefined, panel.now);

  async function go({ scope, projectId = here, breakMinutes }: Leave): Promise<void> {
    setAsked(null);
    setLeft([]);
    const answer = await store.wish(
      breakMinutes === undefined ? wishOffline(scope, projectId) : wishBreak(breakMinutes),
    );
    if (answer) setLeft(waitingIn(answer, { scope, projectId }));
  }

  return {
    question: asked && !isPointless ? { leave: asked, projects, waiting: waitingIn(panel, asked) } : null,
    preview,
    left,
    leave: (leave) => {
      if (lastOnlineIn(panel, leave).length === 0) return void go(leave);
      setAsked(leave);
      // Some were answered, and others asked something, since the dialog was opened.
      void store.lookAgain();
    },
    confirm: () => void (asked && go(asked)),
    cancel: () => setAsked(null),
    forgetLeft: () => setLeft([]),
  };
}
