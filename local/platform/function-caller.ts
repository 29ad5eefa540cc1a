import type { Faults } from '../faults';
import type { Stats } from '../stats';
import type { ForgeFetchInit, ForgeFetchMeta, ForgeInvocation, PlatformAnswer } from './forge-globals';
import { ForgeRuntime } from './forge-runtime';
import type { Caller, Gateway } from './gateway';
import type { Installation } from './installation';
import type { Invocation } from './invocation';
import { InvocationRates, TooManyInvocations } from './invocation-rates';
import type { Log, LogLevel } from './log';
import type { FunctionRuntime } from './runtime';

interface CallerOptions {
  runtime: FunctionRuntime;
  installation: Installation;
  gateway: Gateway;
  stats: Stats;
  faults: Faults;
  log: Log;
  now: () => number;
}

/** Calls the app's functions for one installation, and counts them. */
export class FunctionCaller {
  readonly rates: InvocationRates;
  readonly #options: CallerOptions;
  #era = 0;

  constructor(options: CallerOptions) {
    this.#options = options;
    this.rates = new InvocationRates(options.now);
  }

  get era(): number {
    return this.#era;
  }

  /** What runs now may not touch the site any more. */
  abandon(): void {
    this.#era += 1;
  }

  async call(invocation: Invocation, caller: Caller): Promise<unknown> {
    const { runtime, installation, gateway, stats, faults, log, now } = this.#options;
    const { functionKey, accountId, timeoutMs } = invocation;
    const refusal = this.rates.take(invocation);
    if (refusal !== null && faults.get().rateLimits) throw new TooManyInvocations(refusal);
    const forgeRuntime = new ForgeRuntime(installation, invocation, now, now() + timeoutMs);
    const live = new LiveInvocation(forgeRuntime, caller, this, gateway, log);
    const { contextAri: installContext, reference } = installation;
    const context = { installContext, installation: reference };
    try {
      const withPerson = accountId === undefined ? context : { ...context, principal: { accountId } };
      const result = await runtime.invoke(invocation, withPerson, live);
      stats.invocation(functionKey, true);
      return result;
    } catch (error) {
      stats.invocation(functionKey, false);
      throw error;
    }
  }
}

/** An invocation while it runs: what it says to the platform goes to its own site. */
class LiveInvocation implements ForgeInvocation {
  readonly #era: number;

  constructor(
    readonly runtime: ForgeRuntime,
    readonly caller: Caller,
    readonly site: FunctionCaller,
    readonly gateway: Gateway,
    readonly log: Log,
  ) {
    this.#era = site.era;
  }

  fetch(meta: ForgeFetchMeta, path: string, init?: ForgeFetchInit): PlatformAnswer {
    if (this.#era !== this.site.era) throw new Error('The site was reset while the function ran.');
    return this.gateway.send(this.caller, meta, path, init);
  }

  print(level: LogLevel, args: unknown[]): void {
    this.log.write(this.runtime.invocation.functionKey, level, args);
  }
}
