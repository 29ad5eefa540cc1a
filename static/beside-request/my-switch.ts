import type { MyProject, OwnWaitingChats, Panel } from '../../src/contract/panel';
import type { ServerClock } from '../app/server-clock';
import { createStore, type Readable } from '../app/store';
import {
  endChoices,
  endOfChoice,
  firstChoice,
  oneHourMore,
  workingHoursEnd,
} from '../availability/end-choice';
import { panelAt } from '../availability/panel-at';
import type { PanelStore } from '../availability/panel-store';
import { myState } from '../availability/status-words';
import {
  lastOnlineIn,
  waitingIn,
  wishConfirm,
  wishOffline,
  wishOnline,
  type PresenceAnswer,
  type Reach,
} from '../availability/wish';

/** An end that can be chosen before going online: minutes, `open`, or the end of my working hours. */
export type EndKey = string;
export const WORK_END = 'work-end';

export interface SwitchState {
  /** Going offline waits for an answer. */
  isLeaving: boolean;
  /** My chats that waited when I went offline. */
  left: OwnWaitingChats[];
  /** Null: what was chosen last time. */
  chosen: EndKey | null;
}

/** My own status here, and what changes it (rules S3, S4, S11, H2, H8). */
export interface MySwitch extends Readable<SwitchState> {
  /** The one button: online, offline, back, here, whichever my status is not. */
  press(): void;
  addHour(): void;
  answer(said: PresenceAnswer): void;
  choose(end: EndKey): void;
  /** Of the question before going offline. */
  confirm(): void;
  cancel(): void;
  forgetLeft(): void;
}

export function createMySwitch(store: PanelStore, clock: ServerClock, projectId: string): MySwitch {
  const own = createStore<SwitchState>({ isLeaving: false, left: [], chosen: null });
  const here: Reach = { scope: 'project', projectId };

  function now(): Panel | null {
    const { panel } = store.getState();
    return panel && panelAt(panel, clock.now());
  }

  function goOnline(end: number | null): void {
    own.setState({ left: [], isLeaving: false, chosen: null });
    void store.wish(wishOnline('project', projectId, end));
  }

  async function goOffline(): Promise<void> {
    own.setState({ left: [], isLeaving: false });
    const answer = await store.wish(wishOffline('project', projectId));
    if (answer) own.setState({ left: waitingIn(answer, here) });
  }

  function answer(said: PresenceAnswer): void {
    own.setState({ left: [] });
    void store.wish(wishConfirm(said));
  }

  function leave(panel: Panel): void {
    if (lastOnlineIn(panel, here).length === 0) return void goOffline();
    own.setState({ isLeaving: true });
    // Some were answered, and others asked something, since the panel was fetched.
    void store.lookAgain();
  }

  return {
    ...own,
    press() {
      const panel = now();
      if (!panel) return;
      switch (myState(panel.me, projectId)) {
        case 'online':
          return leave(panel);
        case 'break':
        case 'asked':
          return answer('here');
        case 'offline':
          return goOnline(chosenEnd(panel, own.getState().chosen, clock.now()).end);
      }
    },
    addHour() {
      const panel = now();
      const end = panel && oneHourMore(panel.me.until, clock.now(), panel.longestMinutes);
      if (end !== null) goOnline(end);
    },
    answer,
    choose: (chosen) => own.setState({ chosen }),
    confirm: () => void goOffline(),
    cancel: () => own.setState({ isLeaving: false }),
    forgetLeft: () => own.setState({ left: [] }),
  };
}

/** Where nobody else is online; none: there is nothing to ask any more, as colleagues came meanwhile. */
export const leavesEmpty = (panel: Panel, projectId: string): MyProject[] =>
  lastOnlineIn(panel, { scope: 'project', projectId });

/** What "Go online" will take: what was chosen, as long as it is still offered, or else what was taken last time. */
export function chosenEnd(
  panel: Panel,
  chosen: EndKey | null,
  now: number,
): { key: EndKey; end: number | null } {
  const workEnd = chosen === WORK_END ? workingHoursEnd(panel, now) : null;
  if (workEnd !== null) return { key: WORK_END, end: workEnd };
  const choice = endChoices(panel).find((each) => String(each) === chosen) ?? firstChoice(panel);
  return { key: String(choice), end: endOfChoice(choice, now) };
}
