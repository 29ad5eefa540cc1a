import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '../../local/clock';
import { checkResources, readManifest } from '../../local/manifest';
import { createSite } from '../../local/site';
import { FIXTURE_DIR, FIXTURE_MANIFEST } from './fixture-app';

let folder = '';
beforeEach(() => {
  // Inside the repository, so that a copy of the fixture's code still finds the packages.
  const build = path.resolve(import.meta.dirname, '../../.build');
  mkdirSync(build, { recursive: true });
  folder = mkdtempSync(path.join(build, 'manifest-'));
  cpSync(FIXTURE_DIR, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The fixture's manifest with one text replaced. */
function changed(from: string, to: string): string {
  const file = path.join(folder, 'manifest.yml');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  return file;
}

const sentence = /^[A-Z/].*\.$/;
const problemOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    return error instanceof Error && error.name === 'ManifestError'
      ? error.message
      : `unexpected: ${String(error)}`;
  }
  return 'none';
};

describe('A manifest', () => {
  it('is mounted with everything that it declares', () => {
    const manifest = readManifest(FIXTURE_MANIFEST);
    expect(manifest.ui.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'jira:globalPage page',
      'jiraServiceManagement:queuePage queue',
      'jiraServiceManagement:portalFooter footer',
    ]);
    expect(manifest.functions.map(({ key, exportName }) => `${key} ${exportName}`)).toContain('work work');
    expect(() => checkResources(manifest)).not.toThrow();
  });

  it.each([
    [
      'a module kind that the site does not have',
      'jira:globalPage:',
      'jira:sprintAction:',
      'the module "jira:sprintAction"',
    ],
    [
      'a function that is not declared',
      '{ function: resolver }',
      '{ function: missing }',
      'function "missing"',
    ],
    ['a resource that is not declared', 'resource: page', 'resource: lost', 'resource "lost"'],
    [
      'a handler file that does not exist',
      'hook.handler',
      'nowhere.handler',
      'src/nowhere.ts does not exist',
    ],
    ['a key that is used twice', 'key: footer', 'key: page', '"page" is used twice'],
    ['an unknown interval', 'fiveMinute', 'oneMinute', 'modules.scheduledTrigger.0.interval'],
    ['an unknown visitor', '[customer, anonymous]', '[everyone]', 'unlicensedAccess'],
    ['text that is no YAML', 'modules:', 'modules: [', 'cannot be read'],
  ])('with %s stops with one sentence', (_, from, to, says) => {
    const file = changed(from, to);
    const problem = problemOf(() => readManifest(file));
    expect(problem).toContain(says);
    expect(problem).toMatch(sentence);
    expect(problem).not.toContain('\n');
  });

  it('that is not there stops with one sentence', () => {
    expect(problemOf(() => readManifest(path.join(tmpdir(), 'nowhere', 'manifest.yml')))).toMatch(sentence);
  });

  it('with a page that was not built says how to build it', () => {
    const manifest = readManifest(changed('path: page', 'path: dist'));
    expect(problemOf(() => checkResources(manifest))).toContain('npm run build');
  });

  it.each([
    ['a handler that its file does not export', 'jobs.tick', 'jobs.tock', 'names tock, which'],
    ['code that does not build', 'jobs.tick', 'broken.tick', 'does not build'],
  ])('with %s stops the site', async (_, from, to, says) => {
    writeFileSync(path.join(folder, 'src/broken.ts'), 'export function tick( {');
    const start = createSite({ clock: manualClock(0), manifestPath: changed(from, to) });
    await expect(start).rejects.toThrow(says);
    await expect(start).rejects.toMatchObject({ name: 'ManifestError' });
  });
});
