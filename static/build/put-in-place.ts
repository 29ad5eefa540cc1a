import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuiltFile, BuiltPage } from './pages';
import type { BuiltWidget } from './widget';

/** Where it goes. */
export interface BuildPlaces {
  /** A folder for each page, and nothing else. */
  dist: string;
  generated: string;
  /** What went into each page, for the test of the size limits. */
  meta: string;
  /** Source maps, a folder for each page, and one for the widget. Nothing that is deployed lies here. */
  maps: string;
  /** For files that are being written; on the same disk as the others. */
  scratch: string;
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

async function putMapsInPlace(folder: string, maps: BuiltFile[], scratch: string): Promise<void> {
  if (maps.length === 0) return;
  await putInPlace(folder, maps, scratch);
  await keepOnly(
    folder,
    maps.map(({ name }) => name),
  );
}

export async function putAllInPlace(built: BuiltPage[], widget: BuiltWidget, to: BuildPlaces): Promise<void> {
  await mkdir(to.scratch, { recursive: true });
  const scratch = await mkdtemp(path.join(to.scratch, 'new-'));
  try {
    for (const { page, files, sourceMaps, meta } of built) {
      const folder = path.join(to.dist, page);
      await putInPlace(folder, files, scratch);
      await keepOnly(
        folder,
        files.map(({ name }) => name),
      );
      await putMapsInPlace(path.join(to.maps, page), sourceMaps, scratch);
      await putInPlace(to.meta, [{ name: `${page}.json`, contents: meta }], scratch);
    }
    await keepOnly(
      to.dist,
      built.map(({ page }) => page),
    );
    await putInPlace(
      to.generated,
      [
        { name: 'widget-assets.ts', contents: widget.module },
        { name: 'widget-parts.ts', contents: widget.parts },
      ],
      scratch,
    );
    await putMapsInPlace(path.join(to.maps, 'widget'), widget.sourceMaps, scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
