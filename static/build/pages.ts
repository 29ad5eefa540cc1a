import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { build, type BuildOptions, type BuildResult } from 'esbuild';
import { BROWSER_OPTIONS } from './browser-options';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PAGES_FOLDER = path.join(ROOT, 'static/pages');
const DIST = path.join(ROOT, 'static/dist');

/** One for each resource of the manifest. */
export const PAGES = [
  'agent',
  'inbox',
  'team',
  'background',
  'settings',
  'admin',
  'beside-request',
  'portal',
];

/** A file that is made, but not yet in its place. */
export interface BuiltFile {
  name: string;
  contents: Uint8Array | string;
}

export interface BuiltPage {
  page: string;
  /** In the order in which they may appear: nothing names a file that is not there yet. */
  files: BuiltFile[];
  /** Beside the files, never among them. */
  sourceMaps: BuiltFile[];
  meta: string;
}

/** esbuild's own, or one that builds again quickly and adds source maps. */
export type Bundle = (options: BuildOptions & { write: false }) => Promise<BuildResult<{ write: false }>>;

export const isSourceMap = (name: string): boolean => name.endsWith('.map');

/** How a page's scripts are built. The test of the size limits builds the same once more, without Forge's bridge. */
export function pageBuildOptions(page: string): BuildOptions & { metafile: true } {
  const from = path.join(PAGES_FOLDER, page);
  const main = ['main.tsx', 'main.ts'].map((name) => path.join(from, name)).find(existsSync);
  if (!main) throw new Error(`static/pages/${page} has no main.ts or main.tsx`);
  return {
    ...BROWSER_OPTIONS,
    absWorkingDir: ROOT,
    entryPoints: { app: main },
    outdir: path.join(DIST, page),
    format: 'esm',
    splitting: true,
    chunkNames: 'chunk-[hash]',
    metafile: true,
  };
}

export async function buildPage(page: string, bundle: Bundle = build): Promise<BuiltPage> {
  const from = path.join(PAGES_FOLDER, page);
  const options = pageBuildOptions(page);
  const { metafile, outputFiles } = await bundle({ ...options, write: false });
  const built = outputFiles.map(({ path: file, contents }) => ({
    name: path.relative(path.join(DIST, page), file),
    contents,
  }));
  const scripts = built.filter(({ name }) => !isSourceMap(name));
  const isEntry = ({ name }: BuiltFile): boolean => name.startsWith('app.');
  const assets = (await readdir(from)).filter((name) => /\.(html|svg)$/.test(name));
  const copies = await Promise.all(
    assets.map(async (name) => ({ name, contents: await readFile(path.join(from, name)) })),
  );
  return {
    page,
    files: [...scripts.filter((file) => !isEntry(file)), ...scripts.filter(isEntry), ...copies],
    sourceMaps: built.filter(({ name }) => isSourceMap(name)),
    meta: JSON.stringify(metafile),
  };
}
