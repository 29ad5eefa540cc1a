import { createRequire } from 'node:module';
import type { Clock } from '../clock';
import { ManifestError, type FunctionModule, type Manifest } from '../manifest';
import { clockedGlobals } from './clocked-globals';
import { installForgeGlobals, printInInvocation, runInvocation, type ForgeFetch } from './forge-globals';
import { bundleFunction, type FunctionBundle } from './function-bundle';
import type { Installation } from './installation';
import type { LogLevel } from './log';

export interface Invocation {
  functionKey: string;
  payload: unknown;
  /** The person; absent for web triggers, jobs and events. */
  accountId?: string | undefined;
  moduleKey: string;
  moduleType: string;
  timeoutMs: number;
}

/** Who invokes: functions are shared by every installation in the process, as on Forge. */
export interface Invoker {
  installation: Installation;
  fetch: ForgeFetch;
  print(functionKey: string, level: LogLevel, args: unknown[]): void;
}

/** The app's functions in one warm process. */
export interface FunctionRuntime {
  /** Calls a function. Its result went through JSON; rejects with what it throws, or when it takes too long. */
  invoke(invoker: Invoker, invocation: Invocation): Promise<unknown>;
  /** Forgets what the functions keep in memory, as a new process would. */
  restart(): void;
}

type Handler = (payload: unknown, context: unknown) => unknown;

const noMeasure = { measure: () => ({ stop: () => undefined }) };
const noCounter = {
  incr: () => undefined,
  incrBy: () => undefined,
  decr: () => undefined,
  decrBy: () => undefined,
};
const metrics = {
  counter: () => noCounter,
  timing: () => noMeasure,
  gauge: () => ({ set: () => undefined }),
};

/** Bundles the functions of a manifest. Throws a ManifestError for a handler that is not there. */
export async function createFunctionRuntime(manifest: Manifest, clock: Clock): Promise<FunctionRuntime> {
  installForgeGlobals();
  const globals = clockedGlobals(clock, printInInvocation);
  const modules = new Map(manifest.functions.map((module) => [module.key, module]));
  const bundles = new Map<string, FunctionBundle>();
  await Promise.all(
    manifest.functions.map(async (module) => bundles.set(module.file, await bundleFunction(module))),
  );
  /** Evaluated files: one instance each, as one process has. */
  let instances = new Map<string, Record<string, unknown>>();

  function exportsOf({ file }: FunctionModule): Record<string, unknown> {
    const known = instances.get(file);
    if (known) return known;
    const evaluated = bundles.get(file)?.evaluate(createRequire(file), globals) ?? {};
    instances.set(file, evaluated);
    return evaluated;
  }

  function handlerOf(functionKey: string): Handler {
    const module = modules.get(functionKey);
    if (!module) throw new ManifestError(`The manifest declares no function "${functionKey}".`);
    const handler = exportsOf(module)[module.exportName];
    if (typeof handler !== 'function') {
      throw new ManifestError(
        `Function "${functionKey}": ${module.file} does not export ${module.exportName}.`,
      );
    }
    return handler as Handler;
  }

  for (const [key, { file, exportName }] of modules) {
    const exported = bundles.get(file)?.exported ?? new Set();
    if (!exported.has(exportName))
      throw new ManifestError(`Function "${key}" names ${exportName}, which ${file} does not export.`);
  }

  return {
    invoke({ installation, fetch, print }, invocation) {
      const { functionKey, payload, accountId, timeoutMs } = invocation;
      const handler = handlerOf(functionKey);
      const deadline = clock.now() + timeoutMs;
      const runtime = { ...installation.runtimeOf(invocation, () => deadline - clock.now()), metrics };
      const context = {
        installContext: installation.contextAri,
        ...(accountId === undefined ? {} : { principal: { accountId } }),
        installation: installation.reference,
      };
      return new Promise((resolve, reject) => {
        const timer = clock.setTimeout(
          () =>
            reject(new Error(`The function "${functionKey}" took longer than ${timeoutMs / 1_000} seconds.`)),
          timeoutMs,
        );
        const settled = (): void => clock.clearTimeout(timer);
        const printHere = (level: LogLevel, args: unknown[]): void => print(functionKey, level, args);
        runInvocation({ runtime, fetch, print: printHere }, async () => handler(payload, context)).then(
          (result) => {
            settled();
            resolve(result === undefined ? undefined : JSON.parse(JSON.stringify(result)));
          },
          (error: unknown) => {
            settled();
            reject(error instanceof Error ? error : new Error(String(error)));
          },
        );
      });
    },
    restart: () => void (instances = new Map()),
  };
}
