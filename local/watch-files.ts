import { watch } from 'node:fs';
import path from 'node:path';

const FOLDERS = ['src', 'static', 'locales'];

/** Made by the build itself. */
const BUILT = /^(?:src\/generated|static\/dist)\//;

/**
 * Calls `changed` with the path, from `root`, of everything that is saved and of which pages or functions are made.
 * Returns what stops it.
 */
export function watchFiles(root: string, changed: (file: string) => void): () => void {
  const heard = (file: string): void => {
    if (!BUILT.test(file)) changed(file);
  };
  const watchers = FOLDERS.map((folder) =>
    watch(path.join(root, folder), { recursive: true }, (_, name) =>
      heard(`${folder}/${(name ?? '').split(path.sep).join('/')}`),
    ),
  );
  // The folder, not the file: editors put a new file into its place.
  const ofRoot = watch(root, (_, name) => {
    if (name === 'manifest.yml') heard(name);
  });
  return () => {
    for (const watcher of [...watchers, ofRoot]) watcher.close();
  };
}
