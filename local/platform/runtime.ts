import { createRequire } from 'node:module';
import type { Clock } from '../clock';
import { ManifestError, type Manifest } from '../manifest';
import { clockedGlobals } from './clocked-globals';
import { installForgeGlobals, printInInvocation, runInvocation, type ForgeInvocation } from './forge-globals';
import { bundleAnew, bundleFunction, type FunctionBundle } from './function-bundle';
import type { Invocation } from './invocation';

/** The app's functions in one warm process, shared by every installation in it, as on Forge. */
export interface FunctionRuntime {
  /** Calls a function with its payload and Forge's second argument. Rejects with what it throws, or when it takes too long. */
  invoke(invocation: Invocation, context: object, live: ForgeInvocation): Promise<unknown>;
  /** Forgets what the functions keep in memory, as a new process would. */
  restart(): void;
  /**
   * The same, with the code as it is in its files now. Throws a ManifestError when that cannot be run, and goes on with
   * the old.
   */
  reload(): Promise<void>;
}

type Handler = (payload: unknown, context: unknown) => unknown;

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/** Not async: a second promise around the handler's own would cost as much as a read of the storage. */
function begin(handler: Handler, payload: unknown, context: object): Promise<unknown> {
  try {
    return Promise.resolve(handler(payload, context));
  } catch (thrown) {
    return Promise.reject(asError(thrown));
  }
}

const tookTooLong = ({ functionKey, timeoutMs }: Invocation): Error =>
  new Error(`The function "${functionKey}" took longer than ${timeoutMs / 1_000} seconds.`);

type Bundles = ReadonlyMap<string, FunctionBundle>;

/** By file. Throws a ManifestError for a handler that is not there. */
async function bundlesOf(manifest: Manifest, bundle: typeof bundleFunction): Promise<Bundles> {
  const modules = new Map(manifest.functions.toReversed().map((module) => [module.file, module]));
  const bundles = new Map<string, FunctionBundle>();
  await Promise.all([...modules].map(async ([file, module]) => bundles.set(file, await bundle(module))));
  for (const { key, file, exportName } of manifest.functions) {
    if (!bundles.get(file)?.exported.has(exportName)) {
      throw new ManifestError(`Function "${key}" names ${exportName}, which ${file} does not export.`);
    }
  }
  return bundles;
}

/** Bundles the functions of a manifest. Throws a ManifestError for a handler that is not there. */
export async function createFunctionRuntime(manifest: Manifest, clock: Clock): Promise<FunctionRuntime> {
  installForgeGlobals();
  const globals = clockedGlobals(clock, printInInvocation);
  let bundles = await bundlesOf(manifest, bundleFunction);

  /** Evaluated files: one instance each, as one process has. */
  const instances = new Map<string, Record<string, unknown>>();
  const handlers = new Map<string, Handler>();

  function evaluate(file: string): Record<string, unknown> {
    const exported = instances.get(file) ?? bundles.get(file)?.evaluate(createRequire(file), globals) ?? {};
    instances.set(file, exported);
    return exported;
  }

  function handlerOf(functionKey: string): Handler {
    const known = handlers.get(functionKey);
    if (known) return known;
    const module = manifest.functions.find(({ key }) => key === functionKey);
    const handler = module && evaluate(module.file)[module.exportName];
    if (typeof handler !== 'function') throw new ManifestError(`There is no function "${functionKey}".`);
    handlers.set(functionKey, handler as Handler);
    return handler as Handler;
  }

  return {
    invoke(invocation, context, live) {
      const handler = handlerOf(invocation.functionKey);
      return new Promise((resolve, reject) => {
        const timer = clock.setTimeout(() => reject(tookTooLong(invocation)), invocation.timeoutMs);
        runInvocation(live, () => begin(handler, invocation.payload, context)).then(
          (result) => {
            clock.clearTimeout(timer);
            resolve(result);
          },
          (thrown: unknown) => {
            clock.clearTimeout(timer);
            reject(asError(thrown));
          },
        );
      });
    },
    restart,
    async reload() {
      bundles = await bundlesOf(manifest, bundleAnew);
      restart();
    },
  };

  function restart(): void {
    instances.clear();
    handlers.clear();
  }
}
