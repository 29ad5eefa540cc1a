import { context, type BuildContext, type BuildOptions, type BuildResult } from 'esbuild';
import { buildStatic } from './main';
import type { Bundle } from './pages';

export interface IncrementalBuild {
  /** As `buildStatic`, with source maps beside. Bundles of which nothing was changed stay as they are. */
  build: typeof buildStatic;
  /** A file was saved; its path from the repository's root. */
  changed(file: string): Promise<void>;
  dispose(): Promise<void>;
}

type InMemory = BuildOptions & { write: false; metafile: true };

interface KnownBundle {
  context: BuildContext<InMemory>;
  /** Undefined when it has to be made anew. */
  result: BuildResult<InMemory> | undefined;
}

/** Builds again and again, one after the other. What it makes is what is deployed, but for the names of chunks. */
export function createIncrementalBuild(): IncrementalBuild {
  const bundles = new Map<string, Promise<KnownBundle>>();

  async function open(options: InMemory): Promise<KnownBundle> {
    return { context: await context(options), result: undefined };
  }

  const bundle: Bundle = async (options) => {
    const key = JSON.stringify(options.entryPoints);
    const opened =
      bundles.get(key) ??
      // Errors are for whoever asked for the build: the bundles would say each several times.
      open({ ...options, metafile: true, sourcemap: 'external', logLevel: 'silent' });
    bundles.set(key, opened);
    const known = await opened;
    known.result ??= await known.context.rebuild();
    return known.result;
  };

  return {
    async build(pages, to) {
      const running: Promise<unknown>[] = [];
      const noted: Bundle = (options) => {
        const result = bundle(options);
        running.push(result);
        return result;
      };
      try {
        await buildStatic(pages, to, noted);
      } finally {
        // One that failed must not leave others behind that the next build would take for its own.
        await Promise.allSettled(running);
      }
    },
    async changed(file) {
      for (const known of await Promise.all(bundles.values()))
        if (known.result && file in known.result.metafile.inputs) known.result = undefined;
    },
    async dispose() {
      for (const opened of bundles.values()) await (await opened).context.dispose();
    },
  };
}
