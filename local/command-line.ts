import { parseArgs } from 'node:util';

export const HELP = `Runs Frontdesk on a local stand-in for Jira Cloud.

Usage: npm start -- [options]

  --port PORT  the port on localhost (default: 4100)
  --data DIR   keeps what happens in this folder; without it everything is forgotten at exit
  --strict     refuses, delays and loses what a real Jira may
  --watch      builds again after every change of the app, and loads open pages anew
  --help       shows this text
`;

const DEFAULT_PORT = 4100;

/** A mistake in how the site was started; the message is one sentence. */
export class UsageError extends Error {}

export interface Options {
  port: number;
  dataDir: string | undefined;
  strict: boolean;
  watch: boolean;
  help: boolean;
}

/** Throws a UsageError, one sentence for whoever started the site. */
export function readOptions(args: string[]): Options {
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
