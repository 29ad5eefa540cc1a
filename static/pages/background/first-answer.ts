import { onWake } from '../../app/on-wake';

/** Pauses double: everybody's pages asking once a minute would keep up the very rush they were refused for. */
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

export interface FirstAnswer {
  failed(): void;
  came(): void;
}

interface PageAround {
  isHidden(): boolean;
  /** Answers how to stop. */
  onWake(callback: () => void): () => void;
}

const thisPage: PageAround = { isHidden: () => document.visibilityState === 'hidden', onWake };

/** Asks again while the first question of a page has no answer: nothing else would, and nothing is drawn until then. */
export function firstAnswer(ask: () => void, page: PageAround = thisPage): FirstAnswer {
  let pause = FIRST_PAUSE_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopWaking: (() => void) | undefined;

  return {
    failed() {
      stopWaking ??= page.onWake(ask);
      clearTimeout(timer);
      // A hidden page shows nobody anything; it asks when it is seen.
      timer = setTimeout(() => {
        if (!page.isHidden()) ask();
      }, pause);
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
    },
    came() {
      clearTimeout(timer);
      stopWaking?.();
      stopWaking = undefined;
    },
  };
}
