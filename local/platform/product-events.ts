import type { Clock } from '../clock';
import type { Faults } from '../faults';
import type { JiraEvent } from '../jira/records/jira-event';
import type { Timer } from '../timer-queue';

/** An event that the next one is to overtake comes at last after so long, if there is no next. */
const OVERTAKEN_AT_LAST_MS = 60_000;

/** Brings what happens in Jira to the app, in the order and as often as the platform happens to. */
export interface ProductEvents {
  send(event: JiraEvent): void;
  /** Forgets what is still to come. */
  clear(): void;
}

export function createProductEvents(options: {
  clock: Clock;
  faults: Faults;
  deliver: (event: JiraEvent) => Promise<unknown>;
}): ProductEvents {
  const { clock, faults, deliver } = options;
  const timers = new Set<Timer>();
  let overtaken: (() => void) | undefined;

  function later(task: () => void, ms: number): void {
    const timer = clock.setTimeout(() => {
      timers.delete(timer);
      task();
    }, ms);
    timers.add(timer);
  }

  function letOvertakenPass(): void {
    const pass = overtaken;
    overtaken = undefined;
    pass?.();
  }

  function bring(event: JiraEvent, lateMs: number): void {
    const run = (): void => void deliver(event).finally(letOvertakenPass);
    if (lateMs > 0) later(run, lateMs);
    else run();
  }

  return {
    send(event) {
      const { swapped, latenesses } = faults.drawEvent();
      const pass = (): void => {
        for (const lateMs of latenesses) bring(event, lateMs);
      };
      if (!swapped || overtaken) return pass();
      overtaken = pass;
      later(() => {
        if (overtaken === pass) letOvertakenPass();
      }, OVERTAKEN_AT_LAST_MS);
    },
    clear() {
      for (const timer of timers) clock.clearTimeout(timer);
      timers.clear();
      overtaken = undefined;
    },
  };
}
