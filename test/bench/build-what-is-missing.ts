import { existsSync } from 'node:fs';
import path from 'node:path';
import { readManifest } from '../../local/manifest';
import { buildStatic } from '../../static/build/main';

const root = path.resolve(import.meta.dirname, '../..');

/** In a fresh clone: the web trigger hands out built scripts, and the local site does not start without its pages. */
export async function buildWhatIsMissing(): Promise<void> {
  const { resources } = readManifest(path.join(root, 'manifest.yml'));
  const needed = resources.map(({ dir }) => path.join(dir, 'index.html'));
  needed.push(path.join(root, 'src/generated/widget-assets.ts'));
  if (!needed.every((file) => existsSync(file))) await buildStatic();
}
