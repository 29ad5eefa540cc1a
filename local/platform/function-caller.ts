import type { Faults } from '../faults';
import type { Stats } from '../stats';
import type { Caller, createGateway } from './gateway';
import type { Installation } from './installation';
import { INVOCATIONS_PER_MINUTE } from './limits';
import type { Log } from './log';
import { RateWindow } from './rate-window';
import type { FunctionRuntime, Invocation } from './runtime';

/** The installation has used up its invocations for this minute. */
export class TooManyInvocations extends Error {}

/** Calls the app's functions for one installation, and counts them. */
export interface FunctionCaller {
  call(invocation: Invocation, caller: Caller): Promise<unknown>;
  readonly rate: RateWindow;
  /** What runs now may not touch the site any more. */
  abandon(): void;
}

export function createFunctionCaller(options: {
  runtime: FunctionRuntime;
  installation: Installation;
  gateway: ReturnType<typeof createGateway>;
  stats: Stats;
  faults: Faults;
  log: Log;
  now: () => number;
}): FunctionCaller {
  const { runtime, installation, gateway, stats, faults, log, now } = options;
  const rate = new RateWindow(now, 60_000, INVOCATIONS_PER_MINUTE);
  let era = 0;

  return {
    rate,
    abandon: () => void (era += 1),
    async call(invocation, caller) {
      const started = era;
      const { functionKey } = invocation;
      if (!rate.take() && faults.get().rateLimits) {
        throw new TooManyInvocations('The app was invoked too often in this minute. Try again later.');
      }
      const fetch = gateway(caller);
      const invoker = {
        installation,
        fetch: ((meta, path, init) => {
          if (started !== era) throw new Error('The site was reset while the function ran.');
          return fetch(meta, path, init);
        }) satisfies typeof fetch,
        print: log.write,
      };
      try {
        const result = await runtime.invoke(invoker, invocation);
        stats.invocation(functionKey, true);
        return result;
      } catch (error) {
        stats.invocation(functionKey, false);
        throw error;
      }
    },
  };
}
