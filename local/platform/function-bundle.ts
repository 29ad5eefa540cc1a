import path from 'node:path';
import { Script } from 'node:vm';
import { build, type BuildFailure } from 'esbuild';
import { ManifestError, type FunctionModule } from '../manifest';
import { forgeInterop } from './forge-interop';

/** What a function's code sees instead of Node's own: the site's clock and its log. */
export interface FunctionGlobals {
  Date: DateConstructor;
  setTimeout: (task: (...args: unknown[]) => unknown, ms?: number, ...args: unknown[]) => unknown;
  clearTimeout: (timer: unknown) => void;
  console: Record<string, (...args: unknown[]) => void>;
}

type ModuleFunction = (
  exports: object,
  require: NodeJS.Require,
  module: { exports: Record<string, unknown> },
  filename: string,
  dirname: string,
  ...globals: unknown[]
) => void;

/** One handler file with everything it imports, compiled; every call of `evaluate` is a cold start. */
export interface FunctionBundle {
  exported: ReadonlySet<string>;
  evaluate(require: NodeJS.Require, globals: FunctionGlobals): Record<string, unknown>;
}

const PARAMETERS = 'exports, require, module, __filename, __dirname, Date, setTimeout, clearTimeout, console';

/** Sites come and go in tests; the code of a file is bundled once per process. */
const bundles = new Map<string, Promise<FunctionBundle>>();

export function bundleFunction(module: FunctionModule): Promise<FunctionBundle> {
  return bundles.get(module.file) ?? bundleAnew(module);
}

/** From the file as it is now. */
export function bundleAnew(module: FunctionModule): Promise<FunctionBundle> {
  const bundle = compile(module);
  bundles.set(module.file, bundle);
  bundle.catch(() => bundles.delete(module.file));
  return bundle;
}

async function compile({ key, file }: FunctionModule): Promise<FunctionBundle> {
  const { code, exported } = await bundleCode(key, file);
  // The wrapper is on the first line, so that lines in stack traces stay those of the bundle.
  const script = new Script(`(function (${PARAMETERS}) {${code}\n})`, { filename: `${file}.bundle.cjs` });
  return {
    exported: new Set(exported),
    evaluate(require, globals) {
      const module = { exports: {} };
      const run = script.runInThisContext() as ModuleFunction;
      const { Date, setTimeout, clearTimeout, console } = globals;
      run(module.exports, require, module, file, path.dirname(file), Date, setTimeout, clearTimeout, console);
      return module.exports;
    },
  };
}

async function bundleCode(key: string, file: string): Promise<{ code: string; exported: string[] }> {
  try {
    const result = await build({
      entryPoints: [file],
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      charset: 'utf8',
      logLevel: 'silent',
      plugins: [forgeInterop],
    });
    const code = result.outputFiles[0]?.text ?? '';
    // esbuild leaves this note of the exports' names for Node, which reads them without running the file.
    const note = /0 && \(module\.exports = \{([^}]*)\}\)/.exec(code)?.[1] ?? '';
    return { code, exported: note.match(/[\w$]+/g) ?? [] };
  } catch (error) {
    const [first] = (error as Partial<BuildFailure>).errors ?? [];
    if (!first) throw error;
    const where = first.location ? `${first.location.file}:${first.location.line}: ` : '';
    throw new ManifestError(`Function "${key}" does not build: ${where}${first.text}.`);
  }
}
