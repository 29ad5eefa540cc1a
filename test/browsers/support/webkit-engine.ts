import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from './engine';
import { screenPicture } from './screen-picture';
import { webkitTab, type WebDriver } from './webkit-tab';

export interface WebkitPrograms {
  /** WebKitWebDriver. */
  driver: string;
  miniBrowser: string;
  xvfb: string;
}

const capabilitiesOf = (miniBrowser: string): Record<string, unknown> => ({
  unhandledPromptBehavior: 'accept',
  'webkitgtk:browserOptions': { binary: miniBrowser, args: BROWSER_ARGS },
});

const BROWSER_ARGS = ['--automation', '--enable-write-console-messages-to-stdout=true'];

/** Milliseconds. */
const STARTED_WITHIN_MS = 30_000;
const COMMAND_PATIENCE_MS = 60_000;

/** WebKitGTK, of Safari's family of engines, by its own WebDriver on a screen that nobody sees. */
export async function startWebkit({ driver, miniBrowser, xvfb }: WebkitPrograms): Promise<Engine> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'frontdesk-webkit-'));
  // `-displayfd`: the screen takes a number that is free and tells it, once it can be drawn on.
  const screenArgs = [
    '-screen',
    '0',
    '1280x960x24',
    '-nolisten',
    'tcp',
    '-fbdir',
    scratch,
    '-displayfd',
    '3',
  ];
  const screen = spawn(xvfb, screenArgs, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = await new Promise<string>((resolve, reject) => {
    screen.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()));
    screen.once('exit', () => reject(new Error('Xvfb did not start.')));
  });
  const port = await freePort();
  const child = spawn(driver, [`--port=${port}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: {
      ...process.env,
      DISPLAY: `:${display}`,
      HOME: scratch,
      XDG_CACHE_HOME: scratch,
      XDG_DATA_HOME: scratch,
      LANG: 'en_GB.UTF-8',
      // There is no graphics card.
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      GIO_USE_PROXY_RESOLVER: 'dummy',
    },
  });
  let problems: string[] = [];
  for (const output of [child.stdout, child.stderr])
    onLines(output, (line) => isProblem(line) && problems.push(line));

  const base = `http://127.0.0.1:${port}`;
  await untilReady(`${base}/status`);
  const photograph = (file: string): void => screenPicture(path.join(scratch, 'Xvfb_screen0'), file);

  return {
    async newProfile() {
      problems = [];
      // Each session is a browser of its own that stores nothing on disk.
      const { sessionId } = (await command(base, 'POST', '/session', {
        capabilities: { alwaysMatch: capabilitiesOf(miniBrowser) },
      })) as { sessionId: string };
      const webDriver: WebDriver = (method, where, body) =>
        command(base, method, `/session/${sessionId}${where}`, body);
      // The window that is open from the start is the first tab.
      let first: string | undefined = (await webDriver('GET', '/window')) as string;
      return {
        problems: () => problems,
        async openTab() {
          // A tab that is not in front takes no clicks: each is a window of its own.
          const opened =
            first ??
            ((await webDriver('POST', '/window/new', { type: 'window' })) as { handle: string }).handle;
          first = undefined;
          return webkitTab(webDriver, opened, photograph);
        },
        close: async () => void (await webDriver('DELETE', '')),
      };
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      screen.kill();
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Errors of pages; that there is no picture for a tab is none. */
const isProblem = (line: string): boolean => /CONSOLE .*ERROR/i.test(line) && !line.includes('favicon');

function onLines(output: NodeJS.ReadableStream, listener: (line: string) => void): void {
  let rest = '';
  output.on('data', (data: Buffer) => {
    const lines = (rest + data.toString()).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(listener);
  });
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function untilReady(address: string): Promise<void> {
  const deadline = Date.now() + STARTED_WITHIN_MS;
  while (!(await fetch(address).catch(() => null))?.ok) {
    if (Date.now() > deadline) throw new Error('WebKitWebDriver did not start.');
    await pause(100);
  }
}

async function command(base: string, method: string, where: string, body?: unknown): Promise<unknown> {
  const response = await fetch(base + where, {
    method,
    signal: AbortSignal.timeout(COMMAND_PATIENCE_MS),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
  if (value?.error !== undefined) throw new Error(`${method} ${where}: ${value.error}: ${value.message}`);
  return value;
}
