import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';

/**
 * Builds everything that browsers run:
 * - each page of the manifest's resources into static/dist/<page>/, which `forge deploy` uploads as it is;
 * - the widget's two scripts and its texts into src/generated/, because the web trigger serves them itself.
 */

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'static/dist');
const generated = path.join(root, 'src/generated');
/** What went into each page, for the test of the size limits. */
const meta = path.join(root, '.build/meta');

const PAGES = ['agent', 'inbox', 'background', 'settings', 'admin', 'portal'];

/**
 * Atlaskit's icons are CommonJS. From a package of type "module" esbuild imports those as Node does: the default
 * import is all of `exports`, not the icon. A virtual module in between belongs to no package and gets the icon.
 */
const atlaskitIcons: Plugin = {
  name: 'atlaskit-icons',
  setup(bundler) {
    const namespace = 'atlaskit-icon';
    bundler.onResolve({ filter: /^@atlaskit\/icon\/core\// }, (args) =>
      args.namespace === namespace ? undefined : { path: args.path, namespace, pluginData: args.resolveDir },
    );
    bundler.onLoad({ filter: /.*/, namespace }, ({ path: icon, pluginData }) => ({
      contents: `import icon from ${JSON.stringify(icon)}; export default icon;`,
      resolveDir: String(pluginData),
    }));
  },
};

const browser: BuildOptions = {
  plugins: [atlaskitIcons],
  bundle: true,
  minify: true,
  target: ['es2022'],
  jsx: 'automatic',
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
};

/** How a page's scripts are built. The test of the size limits builds the same once more, without Forge's bridge. */
export function pageBuildOptions(page: string): BuildOptions & { metafile: true } {
  const from = path.join(root, 'static', page);
  const main = ['main.tsx', 'main.ts'].map((name) => path.join(from, name)).find(existsSync);
  if (!main) throw new Error(`static/${page} has no main.ts or main.tsx`);
  return {
    ...browser,
    absWorkingDir: root,
    entryPoints: { app: main },
    outdir: path.join(dist, page),
    format: 'esm',
    splitting: true,
    chunkNames: 'chunk-[hash]',
    metafile: true,
  };
}

async function buildPage(page: string): Promise<void> {
  const from = path.join(root, 'static', page);
  const to = path.join(dist, page);
  await mkdir(to, { recursive: true });
  await mkdir(meta, { recursive: true });
  const { metafile } = await build(pageBuildOptions(page));
  await writeFile(path.join(meta, `${page}.json`), JSON.stringify(metafile));
  const assets = (await readdir(from)).filter((name) => /\.(html|svg)$/.test(name));
  await Promise.all(assets.map((name) => copyFile(path.join(from, name), path.join(to, name))));
}

async function bundleText(entry: string, format: 'iife' | 'esm'): Promise<string> {
  const result = await build({
    ...browser,
    entryPoints: [path.join(root, 'static/widget', entry)],
    format,
    // TypeScript has found all that strict mode would, and every customer's page would pay for the directive.
    tsconfigRaw: { compilerOptions: { strict: false } },
    write: false,
  });
  const output = result.outputFiles[0];
  if (!output) throw new Error(`static/widget/${entry} built to nothing`);
  return output.text;
}

/** The `widget` section of every locale, which the web trigger hands out. */
async function widgetLabels(): Promise<Record<string, unknown>> {
  const files = (await readdir(path.join(root, 'locales'))).filter((name) => name.endsWith('.json')).sort();
  const entries = files.map(async (name) => {
    const texts = JSON.parse(await readFile(path.join(root, 'locales', name), 'utf8')) as { widget: unknown };
    return [path.basename(name, '.json'), texts.widget] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function buildWidget(): Promise<void> {
  const [launcher, panel, labels] = await Promise.all([
    bundleText('launcher.ts', 'iife'),
    bundleText('panel.ts', 'esm'),
    widgetLabels(),
  ]);
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
  const panelHash = hash(panel);
  // Short: it is part of every answer to a poll.
  const version = hash(launcher + panel + JSON.stringify(labels)).slice(0, 6);
  await mkdir(generated, { recursive: true });
  await writeFile(
    path.join(generated, 'widget-assets.ts'),
    [
      '// Made by static/build.ts from static/widget and locales. Do not edit.',
      `export const LAUNCHER_SCRIPT = ${JSON.stringify(launcher)};`,
      `export const PANEL_SCRIPT = ${JSON.stringify(panel)};`,
      `export const PANEL_HASH = ${JSON.stringify(panelHash)};`,
      `export const WIDGET_VERSION = ${JSON.stringify(version)};`,
      `export const WIDGET_LABELS: Record<string, Record<string, string>> = ${JSON.stringify(labels)};`,
      '',
    ].join('\n'),
  );
}

/** Builds all pages and the widget. Throws with esbuild's message when something does not compile. */
export async function buildStatic(): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  await Promise.all([...PAGES.map(buildPage), buildWidget()]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildStatic();
}
