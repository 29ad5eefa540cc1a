import { parseArgs } from 'node:util';
import { buildStatic } from '../static/build/main';
import { ListenError } from './listen';
import { ManifestError } from './manifest';
import { startServer } from './server';
import { StateFileError } from './state-file';

const HELP = `Runs Frontdesk on a local stand-in for Jira Cloud.

Usage: npm start -- [options]

  --port PORT  the port on localhost (default: 4100)
  --data DIR   keeps what happens in this folder; without it everything is forgotten at exit
  --help       shows this text
`;

const DEFAULT_PORT = 4100;

/** A mistake in how the site was started; the message is one sentence. */
class UsageError extends Error {}

interface Options {
  port: number;
  dataDir: string | undefined;
  help: boolean;
}

function readOptions(args: string[]): Options {
  let values: { port?: string; data?: string; help?: boolean };
  try {
    ({ values } = parseArgs({
      args,
      options: { port: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
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
  return { port, dataDir: values.data, help: values.help ?? false };
}

async function buildPages(): Promise<void> {
  try {
    await buildStatic();
  } catch (error) {
    const [first = ''] = String(error instanceof Error ? error.message : error)
      .split('\n')
      .slice(-1);
    throw new UsageError(`The pages do not build: ${first}`, { cause: error });
  }
}

async function main(): Promise<void> {
  const { port, dataDir, help } = readOptions(process.argv.slice(2));
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  const server = await startServer({
    port,
    dataDir,
    buildPages,
    onLog({ level, functionKey, text }) {
      if (level === 'warn' || level === 'error') process.stderr.write(`${functionKey}: ${text}\n`);
    },
  });
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
