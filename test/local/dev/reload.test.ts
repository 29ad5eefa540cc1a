import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDevSession, type DevSession } from '../../../local/dev-session';
import { manualClock } from '../../../local/clock';
import { createPages } from '../../../local/pages/create-pages';
import { createSite, type Site } from '../../../local/site';
import { watchFiles } from '../../../local/watch-files';
import { FIXTURE_DIR } from '../fixture-app';

const HOST = 'http://localhost:4100';
const FRAMES = 'http://127.0.0.1:4100';

let folder: string;
let dev: DevSession;
let site: Site;

beforeAll(async () => {
  // In the repository: its imports find the packages.
  const made = path.resolve(import.meta.dirname, '../../../.build');
  await mkdir(made, { recursive: true });
  folder = await mkdtemp(path.join(made, 'fixture-'));
  await cp(FIXTURE_DIR, folder, { recursive: true });
  await mkdir(path.join(folder, 'maps/page'), { recursive: true });
  await writeFile(path.join(folder, 'maps/page/app.js.map'), '{"version":3}');
  await writeFile(path.join(folder, 'page/app.js'), 'run();');
  dev = createDevSession(path.join(folder, 'maps'));
  site = await createSite({ clock: manualClock(0), manifestPath: path.join(folder, 'manifest.yml') });
});
afterAll(async () => {
  site.close();
  await rm(folder, { recursive: true });
});

const hook = path.join('src', 'hook.ts');
const answer = async (): Promise<string> =>
  String((await site.webTrigger({ method: 'GET', path: '/teapot' })).body);

describe('Functions', () => {
  it('run the code that was saved, and keep what is stored', async () => {
    expect(await answer()).toBe('tea');
    const code = await readFile(path.join(folder, hook), 'utf8');
    const before = JSON.stringify(site.kvs.snapshot());
    await writeFile(path.join(folder, hook), code.replace("'tea'", "'coffee'"));
    expect(await answer()).toBe('tea');
    await site.functions.reload();
    expect(await answer()).toBe('coffee');
    expect(JSON.stringify(site.kvs.snapshot())).toBe(before);
  });

  it('go on with the old code when the new does not build, or lacks a handler', async () => {
    await writeFile(path.join(folder, hook), 'export const handler = ;');
    await expect(site.functions.reload()).rejects.toThrow(/"answer" does not build: .*hook\.ts:1: /);
    await writeFile(path.join(folder, hook), 'export const other = 1;');
    await expect(site.functions.reload()).rejects.toThrow('names handler, which');
    expect(await answer()).toBe('coffee');
  });
});

describe('Open pages', () => {
  /** The next event with that name on a browser's event stream. */
  async function nextEvent(stream: ReadableStreamDefaultReader<string>, name: string): Promise<string> {
    for (let text = ''; ;) {
      const { value = '', done } = await stream.read();
      text += value;
      const found = new RegExp(`event: ${name}\\ndata: (.*)\\n`).exec(text);
      if (found) return found[1] ?? '';
      if (done) throw new Error(`The stream ended without ${name}.`);
    }
  }

  it('are told of a new build, and of one that failed, over the stream that they have', async () => {
    const response = await createPages(site, dev).request(`${HOST}/__forge__/live`);
    const stream = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (!stream) throw new Error('There is no stream.');
    await nextEvent(stream, 'hello');
    dev.tell({ kind: 'problem', text: 'It does not build.' });
    expect(JSON.parse(await nextEvent(stream, 'dev'))).toEqual({
      kind: 'problem',
      text: 'It does not build.',
    });
    dev.tell({ kind: 'reload' });
    expect(JSON.parse(await nextEvent(stream, 'dev'))).toEqual({ kind: 'reload' });
    await stream.cancel();
  });

  const script = (pages: Hono): Response | Promise<Response> => pages.request(`${FRAMES}/frames/page/app.js`);
  const MAP = '/__forge__/maps/page/app.js.map';

  it('find the source maps of their scripts, which name none themselves', async () => {
    const pages = createPages(site, dev);
    const found = await script(pages);
    expect([await found.text(), found.headers.get('sourcemap')]).toEqual(['run();', MAP]);
    expect(await (await pages.request(FRAMES + MAP)).json()).toEqual({ version: 3 });
    const outside = `${FRAMES}/__forge__/maps/page/${encodeURIComponent('../../manifest.yml')}`;
    expect((await pages.request(outside)).status).toBe(404);
  });

  it('find none where nobody works on the app', async () => {
    const pages = createPages(site);
    const found = await script(pages);
    expect([found.status, found.headers.get('sourcemap')]).toEqual([200, null]);
    expect((await pages.request(FRAMES + MAP)).status).toBe(404);
  });
});

describe('What is watched', () => {
  it('is everything that the app is made of, and nothing that the build makes', async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'frontdesk-watch-'));
    for (const name of ['src/generated', 'static/dist', 'static/ui', 'locales'])
      await mkdir(path.join(root, name), { recursive: true });
    const wanted = ['static/ui/notice.tsx', 'src/jobs.ts', 'locales/en-US.json', 'manifest.yml'];
    const heard = new Set<string>();
    const all = new Promise<void>((resolve) => {
      const stop = watchFiles(root, (file) => {
        heard.add(file);
        if (wanted.some((name) => !heard.has(name))) return;
        stop();
        resolve();
      });
    });
    for (const name of ['src/generated/widget-assets.ts', 'static/dist/app.js', 'README.md', ...wanted])
      await writeFile(path.join(root, name), 'new');
    await all;
    await rm(root, { recursive: true });
    expect([...heard].sort()).toEqual(wanted.sort());
  });
});
