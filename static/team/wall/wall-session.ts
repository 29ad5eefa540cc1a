import type { Wall, WallSpace } from '../../../src/contract/wall';
import type { WindowChannel } from '../../app/browser/window-channel';
import type { Call } from '../../app/call';
import { createElapsed } from '../../app/elapsed';
import { onWake } from '../../app/on-wake';
import type { ServerClock } from '../../app/server-clock';
import { nextTurn } from './wall-at';
import { createWallShare } from './wall-share';

/** One call for all spaces of a screen, and none while nobody sees it. Milliseconds. */
const EVERY_MS = 60_000;
/** Who may not ask may do so later. */
const EVERY_REFUSED_MS = 10 * 60_000;
/** Whoever asked for all asks again first; should it be gone, or hidden, another one does so much later. */
const LATER_THAN_OTHERS_MS = 3_000;

export interface WallState {
  /** Null: not known yet. */
  spaces: readonly WallSpace[] | null;
  /** When the last answer came, epoch ms of the server's clock. */
  heardAt: number;
  /** What came of the last call. */
  failure: 'none' | 'unavailable' | 'refused';
}

interface WallOptions {
  call: Call;
  clock: ServerClock;
  projectIds: string[];
  /** To the other walls of the screen. */
  channel: WindowChannel;
  /** Draws what is true at `now`. */
  draw(state: WallState, now: number): void;
  elapsed?: () => number;
}

/** Keeps a wall current: asks once a minute while it is seen, and draws whenever something is another by itself. */
export function startWall({
  call,
  clock,
  projectIds,
  channel,
  draw,
  elapsed = createElapsed(),
}: WallOptions): () => void {
  let state: WallState = { spaces: null, heardAt: clock.now(), failure: 'none' };
  let askedAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  const share = createWallShare(
    { call, channel, projectIds },
    {
      onAsked: () => void (askedAt = elapsed() + LATER_THAN_OTHERS_MS),
      onHeard(wall) {
        take(wall);
        look();
      },
    },
  );

  function take({ now, spaces }: Wall): void {
    clock.set(now);
    state = { spaces, heardAt: clock.now(), failure: 'none' };
  }

  async function ask(): Promise<void> {
    askedAt = elapsed();
    const answer = await share.ask();
    if (answer.ok) {
      take(answer.value);
    } else if (answer.error.code === 'unavailable') {
      state = { ...state, failure: 'unavailable' };
    } else {
      state = { ...state, spaces: null, failure: 'refused' };
    }
    look();
  }

  function look(): void {
    clearTimeout(timer);
    if (isOver || document.visibilityState === 'hidden') return;
    const every = state.failure === 'refused' ? EVERY_REFUSED_MS : EVERY_MS;
    if (elapsed() >= askedAt + every) void ask();
    const now = clock.now();
    draw(state, now);
    const wait = Math.min(askedAt + every - elapsed(), nextTurn(state.spaces ?? [], now) - now);
    timer = setTimeout(look, Math.max(0, Math.ceil(wait)));
  }

  const stopWaking = onWake(look);
  look();
  return () => {
    isOver = true;
    clearTimeout(timer);
    stopWaking();
  };
}
