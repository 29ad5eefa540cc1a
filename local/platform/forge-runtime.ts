import type { Installation } from './installation';
import type { Invocation } from './invocation';

const noCounter = {
  incr: () => undefined,
  incrBy: () => undefined,
  decr: () => undefined,
  decrBy: () => undefined,
};
const METRICS = {
  counter: () => noCounter,
  timing: () => ({ measure: () => ({ stop: () => undefined }) }),
  gauge: () => ({ set: () => undefined }),
};
const PROXY = { token: 'local', url: 'local' };

/**
 * `__forge_runtime__` of one invocation. Members are made when they are asked for: most invocations ask for none.
 * There is no `kvs`: @forge/kvs would freeze the first invocation's identity for the life of the process.
 */
export class ForgeRuntime {
  constructor(
    readonly installation: Installation,
    readonly invocation: Invocation,
    readonly now: () => number,
    readonly deadline: number,
  ) {}

  get proxy(): object {
    return PROXY;
  }

  get contextAri(): string {
    return this.installation.contextAri;
  }

  get container(): object {
    return { region: 'local', runtime: 'nodejs', handler: this.invocation.functionKey };
  }

  get appContext(): object {
    const { appId, appVersion, environmentId, installationId, reference, permissions } = this.installation;
    const { functionKey, moduleKey, moduleType } = this.invocation;
    return {
      appId,
      appVersion,
      environmentId,
      environmentType: 'DEVELOPMENT',
      invocationId: this.#invocationId,
      installationId,
      installation: reference,
      functionKey,
      moduleKey,
      moduleType,
      permissions,
    };
  }

  /** The person who invoked. */
  get aaid(): string | undefined {
    return this.invocation.accountId;
  }

  get lambdaContext(): object {
    return { awsRequestId: this.#invocationId, getRemainingTimeInMillis: () => this.deadline - this.now() };
  }

  get tracing(): object {
    const { installationId } = this.installation;
    return { traceId: installationId.replaceAll('-', ''), spanId: installationId.slice(0, 8) };
  }

  get realtime(): object {
    return { contextToken: `${this.invocation.moduleKey}.${this.#invocationId}` };
  }

  get metrics(): object {
    return METRICS;
  }

  get featureFlags(): () => boolean {
    return () => false;
  }

  get #invocationId(): string {
    return `${this.invocation.functionKey}-${this.deadline}`;
  }
}
