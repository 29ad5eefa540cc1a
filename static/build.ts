import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
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

const PAGES = ['agent', 'inbox', 'background', 'settings', 'admin', 'portal'];

/** Where it goes. */
interface BuildPlaces {
  /** A folder for each page, and nothing else. */
  dist: string;
  generated: string;
  /** What went into each page, for the test of the size limits. */
  meta: string;
  /** For files that are being written; on the same disk as the others. */
  scratch: string;
}

const PLACES: BuildPlaces = {
  dist,
  generated: path.join(root, 'src/generated'),
  meta: path.join(root, '.build/meta'),
  scratch: path.join(root, '.build'),
};

/** A file that is made, but not yet in its place. */
interface BuiltFile {
  name: string;
  contents: Uint8Array | string;
}

interface BuiltPage {
  page: string;
  /** In the order in which they may appear: nothing names a file that is not there yet. */
  files: BuiltFile[];
  meta: string;
}

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

/**
 * Atlaskit's parts ask which of Atlassian's experiments are on, through a client that its own products start. Here
 * nobody does: every gate is closed, and the client only warns of that, and of storage that frames are denied.
 */
const closedFeatureGates: Plugin = {
  name: 'closed-feature-gates',
  setup(bundler) {
    const namespace = 'closed-feature-gates';
    bundler.onResolve({ filter: /^@atlaskit\/feature-gate-js-client\/feature-gates$/ }, () => ({
      path: 'all',
      namespace,
    }));
    bundler.onLoad({ filter: /.*/, namespace }, () => ({
      contents: 'export default { checkGate: () => false };',
    }));
  },
};

const browser: BuildOptions = {
  plugins: [atlaskitIcons, closedFeatureGates],
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

async function buildPage(page: string): Promise<BuiltPage> {
  const from = path.join(root, 'static', page);
  const options = pageBuildOptions(page);
  const { metafile, outputFiles } = await build({ ...options, write: false });
  const scripts = outputFiles.map(({ path: file, contents }) => ({
    name: path.relative(path.join(dist, page), file),
    contents,
  }));
  const isEntry = ({ name }: BuiltFile): boolean => name.startsWith('app.');
  const assets = (await readdir(from)).filter((name) => /\.(html|svg)$/.test(name));
  const copies = await Promise.all(
    assets.map(async (name) => ({ name, contents: await readFile(path.join(from, name)) })),
  );
  return {
    page,
    files: [...scripts.filter((file) => !isEntry(file)), ...scripts.filter(isEntry), ...copies],
    meta: JSON.stringify(metafile),
  };
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

async function buildWidget(): Promise<string> {
  const [launcher, panel, labels] = await Promise.all([
    bundleText('launcher.ts', 'iife'),
    bundleText('panel.ts', 'esm'),
    widgetLabels(),
  ]);
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
  // Short: it is part of every answer to a poll.
  const version = hash(launcher + panel + JSON.stringify(labels)).slice(0, 6);
  return [
    '// Made by static/build.ts from static/widget and locales. Do not edit.',
    `export const LAUNCHER_SCRIPT = ${JSON.stringify(launcher)};`,
    `export const PANEL_SCRIPT = ${JSON.stringify(panel)};`,
    `export const PANEL_HASH = ${JSON.stringify(hash(panel))};`,
    `export const WIDGET_VERSION = ${JSON.stringify(version)};`,
    `export const WIDGET_LABELS: Record<string, Record<string, string>> = ${JSON.stringify(labels)};`,
    '',
  ].join('\n');
}

/** Puts files into their folder one by one, each at once and whole: whoever reads there finds the old or the new. */
async function putInPlace(folder: string, files: BuiltFile[], scratch: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, contents } of files) {
    const written = path.join(scratch, name);
    await writeFile(written, contents);
    await rename(written, path.join(folder, name));
  }
}

/** Leaves nothing in the folder but what is named. */
async function keepOnly(folder: string, names: string[]): Promise<void> {
  const leftOver = (await readdir(folder)).filter((name) => !names.includes(name));
  await Promise.all(leftOver.map((name) => rm(path.join(folder, name), { recursive: true, force: true })));
}

async function putAllInPlace(built: BuiltPage[], widget: string, to: BuildPlaces): Promise<void> {
  await mkdir(to.scratch, { recursive: true });
  const scratch = await mkdtemp(path.join(to.scratch, 'new-'));
  try {
    for (const { page, files, meta } of built) {
      const folder = path.join(to.dist, page);
      await putInPlace(folder, files, scratch);
      await keepOnly(
        folder,
        files.map(({ name }) => name),
      );
      await putInPlace(to.meta, [{ name: `${page}.json`, contents: meta }], scratch);
    }
    await keepOnly(
      to.dist,
      built.map(({ page }) => page),
    );
    await putInPlace(to.generated, [{ name: 'widget-assets.ts', contents: widget }], scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * Builds all pages and the widget, and only then replaces what is there: a site or a test that runs beside it always
 * finds its files. Throws with esbuild's message when something does not compile, and changes nothing then.
 */
export async function buildStatic(pages: string[] = PAGES, to: BuildPlaces = PLACES): Promise<void> {
  const [widget, built] = await Promise.all([buildWidget(), Promise.all(pages.map(buildPage))]);
  await putAllInPlace(built, widget, to);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildStatic();
}
