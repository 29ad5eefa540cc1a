import { failureOf, type Failure } from './conversation-client';

/** What a visitor wants done once, however often they press: one at a time. */
export interface Attempt {
  running(): boolean;
  /** Why the last one failed. */
  failure(): Failure | undefined;
  /** Resolves with whether `what` was done. */
  run(what: () => Promise<void>): Promise<boolean>;
}

export function createAttempt(onUpdate: () => void): Attempt {
  let running = false;
  let failure: Failure | undefined;
  return {
    running: () => running,
    failure: () => failure,
    async run(what) {
      if (running) return false;
      running = true;
      failure = undefined;
      onUpdate();
      await what().catch((thrown: unknown) => (failure = failureOf(thrown)));
      running = false;
      onUpdate();
      return !failure;
    },
  };
}
