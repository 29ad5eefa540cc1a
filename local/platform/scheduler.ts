import type { Clock } from '../clock';
import { INTERVAL_MS, type Interval } from '../manifest-schema';
import type { Timer } from '../timer-queue';
import { SCHEDULE_FIRST_RUN_MS } from './limits';

export interface ScheduledTrigger {
  key: string;
  function: string;
  interval: Interval;
}

/**
 * Runs scheduled triggers on the clock, for the first time five minutes after `start`. What a run returns or
 * throws does not matter: the platform does not repeat it.
 */
export class Scheduler {
  #timers: Timer[] = [];

  constructor(
    readonly clock: Clock,
    readonly triggers: ScheduledTrigger[],
    readonly run: (trigger: ScheduledTrigger) => void,
  ) {}

  start(): void {
    this.stop();
    this.#timers = this.triggers.map((trigger, slot) => this.#plan(trigger, slot, SCHEDULE_FIRST_RUN_MS));
  }

  stop(): void {
    for (const timer of this.#timers) this.clock.clearTimeout(timer);
    this.#timers = [];
  }

  #plan(trigger: ScheduledTrigger, slot: number, delayMs: number): Timer {
    return this.clock.setTimeout(() => {
      this.#timers[slot] = this.#plan(trigger, slot, INTERVAL_MS[trigger.interval]);
      this.run(trigger);
    }, delayMs);
  }
}
