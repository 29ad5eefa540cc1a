import { browserLock } from './browser-lock';

/** What one window of a browser has at a time. */
export interface Turn {
  /** Waits for it from now on; it comes back by itself when this window closes. */
  take(): void;
  /** Lets the next window have it, or leaves the queue. */
  leave(): void;
  has(): boolean;
}

/**
 * One window of the browser after the other, by Web Locks: also when they are all hidden, and with a take-over when the one
 * that has it closes. Where the browser refuses locks, every window has it: twice is better than never.
 */
export function createTurn(name: string, onTaken: () => void = () => undefined): Turn {
  let queued: AbortController | undefined;
  let letGo: (() => void) | undefined;
  let held = false;

  function taken(): void {
    held = true;
    onTaken();
  }

  async function wait(signal: AbortSignal): Promise<void> {
    try {
      await browserLock(name)(() => {
        if (signal.aborted) return undefined;
        taken();
        return new Promise<void>((resolve) => {
          letGo = resolve;
        });
      }, signal);
    } catch {
      if (!signal.aborted) taken();
    }
  }

  return {
    take: () => {
      if (queued) return;
      queued = new AbortController();
      void wait(queued.signal);
    },
    leave: () => {
      queued?.abort();
      queued = undefined;
      held = false;
      letGo?.();
      letGo = undefined;
    },
    has: () => held,
  };
}
