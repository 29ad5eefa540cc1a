import path from 'node:path';
import { createIncrementalBuild } from '../static/build/incremental';
import { BUILD_PLACES, buildStatic } from '../static/build/main';
import { UsageError, type Options } from './command-line';
import { createDevSession } from './dev-session';
import { ListenError } from './listen';
import { ManifestError } from './manifest';
import { createRebuilder } from './rebuilder';
import { startServer } from './server';
import { StateFileError } from './state-file';
import { watchFiles } from './watch-files';

/** Their message is one sentence for whoever started the site. */
const EXPECTED = [ListenError, ManifestError, StateFileError];

async function buildPages(build: () => Promise<void>): Promise<void> {
  try {
    await build();
  } catch (error) {
    const [first = ''] = String(error instanceof Error ? error.message : error)
      .split('\n')
      .slice(-1);
    throw new UsageError(`The pages do not build: ${first}`, { cause: error });
  }
}

/** Serves the site until the process is told to stop. Throws a UsageError where it cannot start. */
export async function runSite(options: Options): Promise<void> {
  try {
    await serve(options);
  } catch (error) {
    if (!EXPECTED.some((kind) => error instanceof kind)) throw error;
    throw new UsageError((error as Error).message, { cause: error });
  }
}

async function serve({ port, dataDir, strict, watch }: Options): Promise<void> {
  const incremental = watch ? createIncrementalBuild() : undefined;
  const dev = incremental && createDevSession(BUILD_PLACES.maps);
  const build = incremental?.build ?? buildStatic;
  const server = await startServer({
    port,
    dataDir,
    strict,
    dev,
    buildPages: () => buildPages(build),
    onLog({ level, functionKey, text }) {
      if (level === 'warn' || level === 'error') process.stderr.write(`${functionKey}: ${text}\n`);
    },
  });
  if (incremental && dev) {
    const { clock, functions } = server.site;
    const rebuilder = createRebuilder({
      clock,
      buildPages: build,
      reloadFunctions: functions.reload,
      tell: dev.tell,
      report: (text) => process.stderr.write(`${text.trimEnd()}\n`),
    });
    watchFiles(path.resolve(import.meta.dirname, '..'), (file) => {
      void incremental.changed(file).then(() => rebuilder.changed(file));
    });
  }
  process.stdout.write(`Frontdesk runs at ${server.url}\n`);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
