import type { Answer, Payload } from '../../src/contract/functions';
import type { Panel } from '../../src/contract/panel';
import type { ErrorCode } from '../../src/domain/errors';
import type { Call } from '../app/call';
import type { ServerClock } from '../app/server-clock';
import { createStore, type Readable } from '../app/store';
import { granted } from './granted';
import { isGranted, send, type Wish } from './wish';

export interface PanelState {
  /** What to draw; null: not known yet. While a wish is under way, as if it were granted. */
  panel: Panel | null;
  /** Why there is no panel. Stays until the next answer: a page that asks again by itself is not to flicker. */
  loadFailure: ErrorCode | null;
  /** The wish that is under way. */
  pending: Wish | null;
  /** The wish that was not granted; the panel is as it was before it. */
  failure: { code: ErrorCode; wish: Wish } | null;
  /** When the server was last heard of (epoch ms), once it does not answer any more; null: it does. */
  staleSince: number | null;
}

export interface PanelStoreOptions {
  call: Call;
  clock: ServerClock;
  /** Where the page was opened: a project or none. */
  place: Payload<'getPanel'>;
  /**
   * The project chosen last, for pages that belong to none. Null: a page of its place alone. Where that is refused, no
   * other is shown instead, nor what was drawn before; and what waits is asked for only before somebody leaves.
   */
  memory: { read(): string | null; write(projectId: string): void } | null;
}

export interface PanelStore extends Readable<PanelState> {
  refresh(): Promise<void>;
  /** The same, and asks which of my chats wait as well. */
  lookAgain(): Promise<void>;
  selectProject(projectId: string): Promise<void>;
  /**
   * One wish at a time: a second one is ignored while the first is under way. Answers what the server said when it was
   * granted, else null: the panel of the project that the wish was about, which need not be the one shown.
   */
  wish(wish: Wish): Promise<Panel | null>;
  /** Puts in what the server answered elsewhere, such as after the door. */
  accept(panel: Panel): void;
}

export function createPanelStore({ call, clock, place, memory }: PanelStoreOptions): PanelStore {
  const store = createStore<PanelState>({
    panel: null,
    loadFailure: null,
    pending: null,
    failure: null,
    staleSince: null,
  });
  const { getState, setState: change } = store;
  let where: Payload<'getPanel'> = place;
  /** Epoch ms. */
  let heardAt = clock.now();
  // Grows with everything that makes answers to earlier questions old.
  let generation = 0;

  function accept(panel: Panel): void {
    generation += 1;
    clock.set(panel.now);
    const { failure, panel: before } = getState();
    const stands = failure !== null && !isGranted(panel, failure.wish);
    change({
      panel: withWaiting(panel, before),
      loadFailure: null,
      failure: stands ? failure : null,
      staleSince: null,
    });
    heardAt = clock.now();
  }

  const refresh = (): Promise<void> => ask(memory !== null && getState().panel === null);

  async function ask(isOpening: boolean): Promise<void> {
    if (getState().pending) return;
    const asked = generation;
    const opened = isOpening ? { opened: true as const } : {};
    const answer = memory
      ? await findPanel(call, where, memory, opened)
      : await call('getPanel', { ...where, ...opened });
    if (asked !== generation) return;
    if (answer.ok) {
      if (answer.value.project) where = { projectId: answer.value.project.id };
      accept(answer.value);
    } else if (!getState().panel || (memory === null && isGone(answer.error.code))) {
      change({ panel: null, loadFailure: answer.error.code });
    } else {
      change({ staleSince: heardAt });
    }
  }

  return {
    ...store,
    refresh,
    lookAgain: () => ask(true),
    accept,
    selectProject: async (projectId) => {
      if (getState().pending) return;
      memory?.write(projectId);
      where = { projectId };
      generation += 1;
      change({ panel: null, loadFailure: null, failure: null, staleSince: null });
      await refresh();
    },
    wish: async (wish) => {
      const { panel: before, pending } = getState();
      if (pending || !before) return null;
      generation += 1;
      change({ pending: wish, failure: null, panel: granted(before, wish, clock.now()) });
      const answer = await send(call, wish);
      generation += 1;
      if (answer.ok) {
        change({ pending: null });
        // A wish about another project is answered with that one's panel.
        if (answer.value.project?.id === before.project?.id) accept(answer.value);
        else await refresh();
        return answer.value;
      }
      change({ pending: null, panel: before, failure: { code: answer.error.code, wish } });
      await refresh();
      return null;
    },
  };
}

/** Which of my chats wait is not told with every panel: until it is told anew, what was told counts. */
function withWaiting(panel: Panel, before: Panel | null): Panel {
  const waitingChats = panel.me.waitingChats ?? before?.me.waitingChats;
  return waitingChats ? { ...panel, me: { ...panel.me, waitingChats } } : panel;
}

const isGone = (code: ErrorCode): boolean => code === 'not-found' || code === 'not-allowed';

/** The panel of this place; where that has no project of mine, of the project chosen last or else of the first. */
async function findPanel(
  call: Call,
  where: Payload<'getPanel'>,
  memory: NonNullable<PanelStoreOptions['memory']>,
  opened: Pick<Payload<'getPanel'>, 'opened'>,
): Promise<Answer<'getPanel'>> {
  const answer = await call('getPanel', { ...where, ...opened });
  const gone = !answer.ok && isGone(answer.error.code);
  const anywhere = gone && Object.keys(where).length > 0 ? await call('getPanel', opened) : answer;
  if (!anywhere.ok || anywhere.value.project) return anywhere;
  const { projects } = anywhere.value;
  const remembered = memory.read();
  const chosen = projects.find(({ id }) => id === remembered) ?? projects[0];
  return chosen ? call('getPanel', { projectId: chosen.id }) : anywhere;
}
