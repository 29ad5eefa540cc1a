import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Metafile } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { pageBuildOptions } from '../static/build/pages';
import { budgetOverruns } from '../tools/budget/budget-overruns';
import { gzipBytes } from '../tools/budget/gzip-bytes';
import { initialOutputs } from '../tools/budget/initial-outputs';

const root = path.resolve(import.meta.dirname, '..');
const KB = 1_000;

const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0);

async function widgetSizes(): Promise<Record<string, number>> {
  const { LAUNCHER_SCRIPT, PANEL_SCRIPT } = await import('../src/generated/widget-assets');
  const launcher = gzipBytes(LAUNCHER_SCRIPT);
  return { launcher, 'launcher and panel': launcher + gzipBytes(PANEL_SCRIPT) };
}

/** The document on every Jira page, with its styles: what Frontdesk adds to Forge's own bridge. */
async function backgroundSize(): Promise<number> {
  const options = pageBuildOptions('background');
  const { metafile, outputFiles } = await build({
    ...options,
    external: ['@forge/bridge'],
    outdir: path.join(root, '.build/without-bridge'),
    write: false,
  });
  const initial = new Set(initialOutputs(metafile).map((name) => path.join(root, name)));
  const files = outputFiles
    .filter((file) => initial.has(file.path))
    .map(({ contents }) => gzipBytes(contents));
  const html = gzipBytes(await readFile(path.join(root, 'static/dist/background/index.html')));
  return sum(files) + html;
}

async function agentPageSize(): Promise<number> {
  const metafile = JSON.parse(await readFile(path.join(root, '.build/meta/agent.json'), 'utf8')) as Metafile;
  const scripts = initialOutputs(metafile).filter((name) => name.endsWith('.js'));
  return sum(
    await Promise.all(scripts.map(async (name) => gzipBytes(await readFile(path.join(root, name))))),
  );
}

/**
 * Not minified, as Forge does it, and without the chat's part, which is loaded when somebody chats. `npm run check`
 * measures the same with Forge's own bundler, which makes files of their own for that part, too.
 */
async function webTriggerSize(): Promise<number> {
  const { metafile, outputFiles } = await build({
    entryPoints: [path.join(root, 'src/webtrigger.ts')],
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    outdir: path.join(root, '.build/web-trigger'),
    metafile: true,
    write: false,
  });
  const initial = new Set(initialOutputs(metafile).map((name) => path.join(root, name)));
  return sum(outputFiles.filter((file) => initial.has(file.path)).map(({ contents }) => gzipBytes(contents)));
}

describe('A size limit', () => {
  it('is kept by what weighs as much as it allows', () => {
    expect(budgetOverruns({ launcher: 3_000 }, { launcher: 3_000 })).toEqual([]);
  });
  it('is broken by one byte more', () => {
    expect(budgetOverruns({ launcher: 3_001 }, { launcher: 3_000 })).toEqual([
      'launcher: 3001 bytes gzip, at most 3000 are allowed',
    ]);
  });
  it('is broken when nothing was measured', () => {
    expect(budgetOverruns({}, { launcher: 3_000 })).toEqual(['launcher was not measured']);
  });
  it('counts what a page imports, however far away, and not what it loads later', () => {
    const output = { bytes: 1, inputs: {}, exports: [] };
    const imports = (kind: 'import-statement' | 'dynamic-import', to: string) => ({ path: to, kind });
    const outputs: Metafile['outputs'] = {
      'app.js': {
        ...output,
        entryPoint: 'main.ts',
        cssBundle: 'app.css',
        imports: [imports('import-statement', 'chunk-1.js'), imports('dynamic-import', 'panel.js')],
      },
      'app.css': { ...output, imports: [] },
      'chunk-1.js': { ...output, imports: [imports('import-statement', 'chunk-2.js')] },
      'chunk-2.js': { ...output, imports: [] },
      'panel.js': { ...output, entryPoint: 'panel.ts', imports: [imports('import-statement', 'chunk-3.js')] },
      'chunk-3.js': { ...output, imports: [] },
    };
    expect(initialOutputs({ outputs })).toEqual(['app.js', 'app.css', 'chunk-1.js', 'chunk-2.js']);
  });
});

describe('What is loaded stays small', () => {
  it("on a customer's web page: the script before the first click, and with the panel (F9)", async () => {
    const limits = { launcher: 3 * KB, 'launcher and panel': 14 * KB };
    expect(budgetOverruns(await widgetSizes(), limits)).toEqual([]);
  });
  it("on every Jira page: the indicator's document without Forge's bridge (F10)", async () => {
    expect(budgetOverruns({ background: await backgroundSize() }, { background: 12 * KB })).toEqual([]);
  });
  it('when an agent opens the dialog: all scripts that come first (F11)', async () => {
    expect(budgetOverruns({ agent: await agentPageSize() }, { agent: 200 * KB })).toEqual([]);
  });
  it("at the web trigger's cold start: what a poll needs (F12)", async () => {
    expect(budgetOverruns({ webtrigger: await webTriggerSize() }, { webtrigger: 60 * KB })).toEqual([]);
  });
});

describe('What nobody uses is not loaded', () => {
  it('such as the client of Atlassian’s feature gates, which no page ever starts', async () => {
    const folder = path.join(root, '.build/meta');
    const pages = await readdir(folder);
    expect(pages).toContain('agent.json');
    for (const page of pages) {
      const { inputs } = JSON.parse(await readFile(path.join(folder, page), 'utf8')) as Metafile;
      const files = Object.keys(inputs);
      expect(files.filter((file) => /@statsig|feature-gate-js-client/.test(file))).toEqual([]);
      // It stands in for one function of that client: whoever asks for more must be looked at.
      const asking = files.filter((file) =>
        inputs[file]?.imports.some((each) => each.path.startsWith('closed-feature-gates:')),
      );
      expect(asking.filter((file) => !file.endsWith('/resolveBooleanFlag.js'))).toEqual([]);
    }
  });
});
