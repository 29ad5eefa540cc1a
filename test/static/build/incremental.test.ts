import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIncrementalBuild, type IncrementalBuild } from '../../../static/build/incremental';
import { buildStatic } from '../../../static/build/main';
import type { BuildPlaces } from '../../../static/build/put-in-place';

let folder: string;
let incremental: IncrementalBuild;

const placesIn = (name: string): BuildPlaces => ({
  dist: path.join(folder, name, 'dist'),
  generated: path.join(folder, name, 'generated'),
  meta: path.join(folder, name, 'meta'),
  maps: path.join(folder, name, 'maps'),
  scratch: path.join(folder, name, 'scratch'),
});

async function contentsOf(...folders: string[]): Promise<[name: string, content: string][]> {
  const contents: [string, string][] = [];
  for (const at of folders)
    for (const entry of await readdir(at, { recursive: true, withFileTypes: true }))
      if (entry.isFile())
        contents.push([entry.name, await readFile(path.join(entry.parentPath, entry.name), 'utf8')]);
  return contents;
}

/** What is in them, whatever chunks are called. */
const digestsOf = (contents: [string, string][]): string[] =>
  contents
    .map((file) =>
      createHash('sha256')
        .update(file.join('\n').replaceAll(/chunk-\w+/g, 'chunk'))
        .digest('hex'),
    )
    .sort();

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'frontdesk-build-'));
  incremental = createIncrementalBuild();
});
afterEach(async () => {
  await incremental.dispose();
  await rm(folder, { recursive: true });
});

describe('A build while somebody works on the app', () => {
  it('makes the same files as one that is deployed: source maps lie elsewhere, and no script names one', async () => {
    const [dev, deployed] = [placesIn('dev'), placesIn('deployed')];
    await incremental.build(['portal'], dev);
    await buildStatic(['portal'], deployed);
    const made = await contentsOf(deployed.dist, deployed.generated);
    expect(digestsOf(await contentsOf(dev.dist, dev.generated))).toEqual(digestsOf(made));
    const names = made.map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining(['app.js', 'widget-assets.ts']));
    expect(names.filter((name) => name.endsWith('.map'))).toEqual([]);
    expect(made.filter(([, content]) => content.includes('sourceMappingURL'))).toEqual([]);
    const maps = new Map(await contentsOf(dev.maps));
    expect([...maps.keys()]).toEqual(expect.arrayContaining(['app.js.map', 'panel.js.map']));
    expect(JSON.parse(maps.get('launcher.js.map') ?? '')).toMatchObject({
      sources: expect.arrayContaining(['launcher/launcher.ts']) as string[],
    });
    await expect(readdir(deployed.maps)).rejects.toThrow('ENOENT');
  });

  it('makes what was changed anew, and puts all in place again', async () => {
    const dev = placesIn('dev');
    await incremental.build(['portal'], dev);
    const before = digestsOf(await contentsOf(dev.dist, dev.maps, dev.generated));
    await rm(path.join(folder, 'dev'), { recursive: true });
    await incremental.changed('static/pages/portal/main.ts');
    await incremental.build(['portal'], dev);
    expect(digestsOf(await contentsOf(dev.dist, dev.maps, dev.generated))).toEqual(before);
  });
});
