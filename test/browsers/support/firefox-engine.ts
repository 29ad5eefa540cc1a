import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectBidi, type BidiConnection } from './bidi-connection';
import type { Engine, EngineOptions, EngineTab, Place } from './engine';
import { clickActions, keyActions } from './key-values';

/** No traffic of its own, no first-run pages, and the same language everywhere. */
const PREFERENCES: NonNullable<EngineOptions['preferences']> = {
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'intl.accept_languages': 'en-GB,en',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
};

const VIEWPORT = { width: 1280, height: 800 };

interface Context {
  context: string;
  url: string;
  children?: Context[];
}

/** Firefox by WebDriver BiDi, which it speaks itself. */
export async function startFirefox(
  binary: string,
  { preferences = {} }: EngineOptions = {},
): Promise<Engine> {
  const profile = mkdtempSync(path.join(tmpdir(), 'frontdesk-firefox-'));
  const all = Object.entries({ ...PREFERENCES, ...preferences });
  const lines = all.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(path.join(profile, 'user.js'), lines.join('\n'));
  const child = spawn(
    binary,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const connection = await connectBidi(`${await addressOf(child)}/session`);
  await connection.send('session.new', {
    capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: 'accept' } } },
  });
  let problems: string[] = [];
  connection.onEvent((method, params) => {
    if (method === 'log.entryAdded') problems.push(...problemIn(params));
  });
  await connection.send('session.subscribe', { events: ['log.entryAdded'] });
  return {
    async newProfile() {
      problems = [];
      const { userContext } = await connection.send('browser.createUserContext');
      return {
        problems: () => problems,
        async openTab() {
          const { context } = await connection.send('browsingContext.create', {
            type: 'window',
            userContext,
          });
          await connection.send('browsingContext.setViewport', { context, viewport: VIEWPORT });
          return firefoxTab(connection, String(context));
        },
        // Closes its windows, and forgets what they stored.
        close: async () => void (await connection.send('browser.removeUserContext', { userContext })),
      };
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await connection.send('browser.close').catch(() => child.kill('SIGKILL'));
      connection.close();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** An error on a console, with its place. */
function problemIn(entry: Record<string, unknown>): string[] {
  const { level, text, stackTrace } = entry as {
    level?: string;
    text?: string;
    stackTrace?: { callFrames: { url: string; lineNumber: number }[] };
  };
  if (level !== 'error') return [];
  const place = stackTrace?.callFrames[0];
  return [place ? `${text} (${place.url}:${place.lineNumber})` : String(text)];
}

/** Where it says that it listens. */
const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    for (const output of [child.stdout, child.stderr]) {
      output?.on('data', (data: Buffer) => {
        said += data.toString();
        const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
        if (address !== undefined) resolve(address);
      });
    }
    child.once('exit', () => reject(new Error(`Firefox did not start: ${said.slice(-400)}`)));
  });

function firefoxTab({ send }: BidiConnection, context: string): EngineTab {
  async function evaluate(target: string, script: string, args: unknown[]): Promise<unknown> {
    const call = `(async () => JSON.stringify((await (${script})(...${JSON.stringify(args)})) ?? null))()`;
    const answer = (await send('script.evaluate', {
      expression: call,
      target: { context: target },
      awaitPromise: true,
      userActivation: true,
    })) as { type: string; result?: { value?: string }; exceptionDetails?: { text: string } };
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
    return JSON.parse(answer.result?.value ?? 'null');
  }

  /** The frame's own context: keys and clicks meant for it are given there. */
  async function contextOf(place: Place): Promise<string> {
    if (place === null) return context;
    const tree = (await send('browsingContext.getTree', { root: context })) as { contexts: Context[] };
    const source = 'function (frame) { return document.querySelector(frame)?.src; }';
    const address = withoutFragment(String(await evaluate(context, source, [place])));
    const found = tree.contexts[0]?.children?.find(({ url }) => withoutFragment(url) === address);
    if (!found) throw new Error(`There is no frame ${place}.`);
    return found.context;
  }

  const perform = async (place: Place, source: Record<string, unknown>): Promise<void> => {
    // Only in the window in front does a click give the focus.
    await send('browsingContext.activate', { context });
    await send('input.performActions', { context: await contextOf(place), actions: [source] });
  };

  return {
    goTo: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    reload: async () => void (await send('browsingContext.reload', { context, wait: 'complete' })),
    back: async () => void (await send('browsingContext.traverseHistory', { context, delta: -1 })),
    resize: async (width, height) =>
      void (await send('browsingContext.setViewport', { context, viewport: { width, height } })),
    run: async (place, script, args) => evaluate(await contextOf(place), script, args),
    clickAt: (place, x, y) => perform(place, { type: 'pointer', id: 'mouse', actions: clickActions(x, y) }),
    press: (place, keys) => perform(place, { type: 'key', id: 'keyboard', actions: keyActions(keys) }),
    async photograph(file) {
      const { data } = await send('browsingContext.captureScreenshot', { context });
      writeFileSync(file, Buffer.from(String(data), 'base64'));
    },
    close: async () => void (await send('browsingContext.close', { context })),
  };
}

const withoutFragment = (address: string): string => address.replace(/#.*/, '');
