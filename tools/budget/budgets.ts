import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Metafile } from 'esbuild';
import { pageBuildOptions } from '../../static/build/pages';
import { gzipBytes } from './gzip-bytes';
import { initialOutputs } from './initial-outputs';

/** What may be loaded before anything can be done, and what is. Bytes, gzip; 1 KB is 1,000 of them. */
export interface Budget {
  name: string;
  figure: string;
  limit: number;
  /** Of what has been built. */
  measure(root: string): Promise<number>;
}

const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0);

async function widgetScripts(
  ...names: (
    'LAUNCHER_SCRIPT' | 'PANEL_SCRIPT' | 'MESSAGES_SCRIPT' | 'WORK_SCRIPT' | 'CLOCK_SCRIPT' | 'WIDGET_STYLE'
  )[]
): Promise<number> {
  const assets = {
    ...(await import('../../src/generated/widget-assets')),
    ...(await import('../../src/generated/widget-parts')),
  };
  return sum(names.map((name) => gzipBytes(assets[name])));
}

/** The document on every Jira page, with its styles: what Frontdesk adds to Forge's own bridge. */
async function backgroundSize(root: string): Promise<number> {
  const { metafile, outputFiles } = await build({
    ...pageBuildOptions('background'),
    external: ['@forge/bridge'],
    outdir: path.join(root, '.build/without-bridge'),
    write: false,
  });
  const names = initialOutputs(metafile, 'static/pages/background/main.ts');
  const initial = new Set(names.map((name) => path.join(root, name)));
  const files = outputFiles
    .filter((file) => initial.has(file.path))
    .map(({ contents }) => gzipBytes(contents));
  const html = gzipBytes(await readFile(path.join(root, 'static/dist/background/index.html')));
  return sum(files) + html;
}

/** A part of the portal's resource, with all that it loads before somebody writes: what Frontdesk adds to Forge's own bridge. */
async function portalPart(root: string, part: string): Promise<number> {
  const { metafile, outputFiles } = await build({
    ...pageBuildOptions('portal'),
    entryPoints: { app: path.join(root, `static/pages/portal/${part}.ts`) },
    external: ['@forge/bridge'],
    outdir: path.join(root, '.build/without-bridge'),
    write: false,
  });
  const names = initialOutputs(metafile, `static/pages/portal/${part}.ts`);
  const initial = new Set(names.map((name) => path.join(root, name)));
  return sum(outputFiles.filter((file) => initial.has(file.path)).map(({ contents }) => gzipBytes(contents)));
}

async function pageScripts(root: string, page: string, main = 'main.tsx'): Promise<number> {
  const meta = await readFile(path.join(root, `.build/meta/${page}.json`), 'utf8');
  const initial = initialOutputs(JSON.parse(meta) as Metafile, `static/pages/${page}/${main}`);
  const scripts = initial.filter((name) => name.endsWith('.js'));
  return sum(
    await Promise.all(scripts.map(async (name) => gzipBytes(await readFile(path.join(root, name))))),
  );
}

/** All files of a page, whenever they are loaded. */
async function wholePage(root: string, page: string): Promise<number> {
  const folder = path.join(root, 'static/dist', page);
  const files = await readdir(folder);
  return sum(
    await Promise.all(files.map(async (name) => gzipBytes(await readFile(path.join(folder, name))))),
  );
}

/**
 * Not minified, as Forge does it, and without the chat's part, which is loaded when somebody chats. `npm run check`
 * measures the same with Forge's own bundler, which makes files of their own for that part, too.
 */
async function webTriggerSize(root: string): Promise<number> {
  const entry = path.join(root, 'src/webtrigger.ts');
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    outdir: path.join(root, '.build/web-trigger'),
    metafile: true,
    write: false,
  });
  const initial = new Set(initialOutputs(metafile, 'src/webtrigger.ts').map((name) => path.join(root, name)));
  return sum(outputFiles.filter((file) => initial.has(file.path)).map(({ contents }) => gzipBytes(contents)));
}

export const BUDGETS: Budget[] = [
  {
    name: "on a customer's web page, before the first click",
    figure: 'F9',
    limit: 3_000,
    measure: () => widgetScripts('LAUNCHER_SCRIPT'),
  },
  {
    name: "on a customer's web page, with the panel",
    figure: 'F9',
    limit: 14_000,
    measure: () => widgetScripts('LAUNCHER_SCRIPT', 'PANEL_SCRIPT'),
  },
  {
    // With the texts, by which pages know it already when a visitor comes again.
    name: "on a customer's web page, the icon's style sheet",
    figure: 'F9',
    limit: 700,
    measure: () => widgetScripts('WIDGET_STYLE'),
  },
  {
    // Not of an open panel: at the first letter that is typed there, for a keyboard, and to show a conversation.
    name: "on a customer's web page, to show what was said",
    figure: 'F9',
    limit: 3_000,
    measure: () => widgetScripts('MESSAGES_SCRIPT'),
  },
  {
    name: "on a customer's web page, more under pressure only",
    figure: 'F9',
    limit: 1_500,
    measure: () => widgetScripts('WORK_SCRIPT'),
  },
  {
    // Where a desk has hours in the visitor's own time, is closed, or promises somebody.
    name: "on a customer's web page, what tells the time",
    figure: 'F9',
    limit: 2_000,
    measure: () => widgetScripts('CLOCK_SCRIPT'),
  },
  {
    name: "beside a customer's own request, without Forge's bridge",
    figure: 'F9',
    limit: 14_000,
    measure: (root) => portalPart(root, 'request'),
  },
  {
    name: "in the portal's head, without Forge's bridge",
    figure: 'F9',
    limit: 3_000,
    measure: (root) => portalPart(root, 'line'),
  },
  {
    name: "on every Jira page, the indicator's document without Forge's bridge",
    figure: 'F10',
    limit: 12_000,
    measure: backgroundSize,
  },
  {
    name: "the dialog's scripts until the first useful screen",
    figure: 'F11, F18',
    limit: 120_000,
    measure: (root) => pageScripts(root, 'agent'),
  },
  {
    name: "the inbox's scripts until the first useful screen",
    figure: 'F18',
    limit: 220_000,
    measure: (root) => pageScripts(root, 'inbox'),
  },
  {
    name: 'beside a request, everything with Forge’s bridge',
    figure: 'F11',
    limit: 60_000,
    measure: (root) => wholePage(root, 'beside-request'),
  },
  {
    name: "the team page's scripts until the first useful screen",
    figure: 'F18',
    limit: 120_000,
    measure: (root) => pageScripts(root, 'team'),
  },
  {
    name: "the personal settings' scripts until the first useful screen",
    figure: 'F18',
    limit: 120_000,
    measure: (root) => pageScripts(root, 'personal'),
  },
  {
    name: "the gadget's scripts on a dashboard, Forge's bridge included",
    figure: 'F11',
    limit: 60_000,
    measure: (root) => pageScripts(root, 'gadget', 'main.ts'),
  },
  {
    name: "at the web trigger's cold start, what a poll needs",
    figure: 'F12',
    limit: 60_000,
    measure: webTriggerSize,
  },
];
