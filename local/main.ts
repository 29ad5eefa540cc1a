import path from 'node:path';
import { parseArgs } from 'node:util';
import { createIncrementalBuild } from '../static/build/incremental';
import { BUILD_PLACES, buildStatic } from '../static/build/main';
import { createDevSession } from './dev-session';
import { ListenError } from './listen';
import { ManifestError } from './manifest';
import { createRebuilder } from './rebuilder';
import { startServer } from './server';
import { StateFileError } from './state-file';
import { watchFiles } from './watch-files';

const HELP = `Runs Frontdesk on a local stand-in for Jira Cloud.

Usage: npm start -- [options]

  --port PORT  the port on localhost (default: 4100)
  --data DIR   keeps what happens in this folder; without it everything is forgotten at exit
  --strict     refuses, delays and loses what a real Jira may
  --watch      builds again after every change of the app, and loads open pages anew
  --help       shows this text
`;

const DEFAULT_PORT = 4100;

/** A mistake in how the site was started; the message is one sentence. */
class UsageError extends Error {}

interface Options {
  port: number;
  dataDir: string | undefined;
  strict: boolean;
  watch: boolean;
  help: boolean;
}

function readOptions(args: string[]): Options {
  let values: { port?: string; data?: string; strict?: boolean; watch?: boolean; help?: boolean };
  try {
    ({ values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        strict: { type: 'boolean' },
        watch: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    const [reason = ''] = String(error instanceof Error ? error.message : error).split(/\. |\n/);
    throw new UsageError(`${reason.replace(/\.$/, '')}; --help shows the options.`, { cause: error });
  }
  const port = Number(values.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port must be a number from 0 to 65535, not "${values.port ?? ''}".`);
  }
  if (values.data === '') throw new UsageError('--data must name a folder.');
  const { strict = false, watch = false, help = false } = values;
  return { port, dataDir: values.data, strict, watch, help };
}

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

async function main(): Promise<void> {
  const { port, dataDir, strict, watch, help } = readOptions(process.argv.slice(2));
  if (help) {
    process.stdout.write(HELP);
    return;
  }
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

const EXPECTED = [UsageError, ListenError, ManifestError, StateFileError];

try {
  await main();
} catch (error) {
  const isExpected = EXPECTED.some((kind) => error instanceof kind);
  process.stderr.write(
    `${isExpected && error instanceof Error ? error.message : String((error as Error).stack)}\n`,
  );
  process.exit(1);
}
