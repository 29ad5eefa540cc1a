import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildStatic } from '../../../static/build/main';

let folder = '';

const places = () => ({
  dist: path.join(folder, 'dist'),
  generated: path.join(folder, 'generated'),
  meta: path.join(folder, 'meta'),
  maps: path.join(folder, 'maps'),
  scratch: path.join(folder, 'scratch'),
});

const PORTAL_FILES = ['app.js', 'index.html'];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'frontdesk-build-'));
  const portal = path.join(folder, 'dist/portal');
  await mkdir(portal, { recursive: true });
  for (const name of [...PORTAL_FILES, 'chunk-OLD.js']) await writeFile(path.join(portal, name), 'old');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const portal = (...names: string[]): string => path.join(folder, 'dist/portal', ...names);

describe('A build beside a running site', () => {
  it('replaces the files of a page without a moment in which one is missing', async () => {
    let isBuilt = false;
    const built = buildStatic(['portal'], places()).finally(() => {
      isBuilt = true;
    });
    const missing = new Set<string>();
    let looks = 0;
    while (!isBuilt) {
      for (const name of PORTAL_FILES) if (!existsSync(portal(name))) missing.add(name);
      looks += 1;
      await setImmediate();
    }
    await built;
    expect([...missing]).toEqual([]);
    expect(looks).toBeGreaterThan(1);
    expect(await readFile(portal('index.html'), 'utf8')).toContain('<!doctype html>');
  });

  it('leaves nothing of an earlier build', async () => {
    await mkdir(path.join(folder, 'dist/left-over'));
    await buildStatic(['portal'], places());
    const names = await readdir(portal());
    expect(names).toEqual(expect.arrayContaining(PORTAL_FILES));
    expect(names).not.toContain('chunk-OLD.js');
    expect(await readdir(path.join(folder, 'dist'))).toEqual(['portal']);
    expect(await readdir(path.join(folder, 'scratch'))).toEqual([]);
  });

  it('changes nothing when something does not build', async () => {
    await expect(buildStatic(['portal', 'no-such-page'], places())).rejects.toThrow(
      'static/pages/no-such-page',
    );
    expect(await readFile(portal('index.html'), 'utf8')).toBe('old');
    expect((await readdir(portal())).sort()).toEqual(['app.js', 'chunk-OLD.js', 'index.html']);
    expect(await readdir(folder)).toEqual(['dist']);
  });
});
