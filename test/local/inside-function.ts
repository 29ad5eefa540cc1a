import { manualClock, type ManualClock } from '../../local/clock';
import { readManifest } from '../../local/manifest';
import { installForgeGlobals, runInvocation } from '../../local/platform/forge-globals';
import type { FunctionRuntime } from '../../local/platform/runtime';
import { createServices, type SiteServices } from '../../local/site-services';
import { FIXTURE_MANIFEST } from './fixture-app';

export interface InsideFunction extends SiteServices {
  clock: ManualClock;
  /** Runs code as a function of the app: the @forge packages it uses talk to this platform. */
  inside<T>(code: () => Promise<T>, as?: { accountId?: string }): Promise<T>;
  /** What the queue's consumer does. */
  onEvent(consume: (event: unknown) => unknown): void;
}

export interface InsideOptions {
  scopes?: string[];
  queryLagMs?: number;
}

/** The emulated platform, around code of a test instead of a bundled function. */
export function insideFunction({ scopes, queryLagMs = 0 }: InsideOptions = {}): InsideFunction {
  installForgeGlobals();
  const manifest = readManifest(FIXTURE_MANIFEST);
  if (scopes) manifest.permissions.scopes = scopes;
  const clock = manualClock(Date.now());
  let code: () => Promise<unknown> = () => Promise.resolve();
  let consume: (event: unknown) => unknown = () => undefined;

  const functions: FunctionRuntime = {
    invoke({ functionKey, payload }, _context, live) {
      return runInvocation(live, functionKey === 'test' ? code : async () => consume(payload));
    },
    restart: () => undefined,
    reload: () => Promise.resolve(),
  };
  const services = createServices({
    clock,
    baseUrl: 'http://localhost:4100',
    manifest,
    functions,
    tenant: 'test',
    jira: undefined,
    strict: false,
    queryLagMs,
    onLog: undefined,
  });
  return {
    ...services,
    clock,
    async inside<T>(test: () => Promise<T>, { accountId }: { accountId?: string } = {}) {
      code = test;
      const invocation = {
        functionKey: 'test',
        payload: {},
        accountId,
        moduleKey: 'page',
        moduleType: 'jira:globalPage',
      };
      const caller = { accountId, channelContext: { type: 'jira:globalPage', project: { id: '10001' } } };
      return (await services.caller.call({ ...invocation, timeoutMs: 25_000 }, caller)) as T;
    },
    onEvent: (consumer) => void (consume = consumer),
  };
}
