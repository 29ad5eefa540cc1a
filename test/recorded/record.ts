import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { manualClock } from '../../local/clock';
import { startServer } from '../../local/server';
import { buildStatic } from '../../static/build/main';
import { NOON } from '../support/desk-builders';
import { liveScriptedDay } from './scripted-day';

/** `npx tsx test/recorded/record.ts VERSION`: keeps what this version stores and serves; README.md says when. */

const [version] = process.argv.slice(2);
if (version === undefined || !/^\d[\w.-]*$/.test(version))
  throw new Error('Name the version, such as 0.1.0: it becomes a folder.');

const folder = path.join(import.meta.dirname, version);
const keep = (name: string, content: string): Promise<void> => writeFile(path.join(folder, name), content);
const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

// Refuses a folder that is there: what was recorded stays.
await mkdir(folder);
const dataDir = await mkdtemp(path.join(tmpdir(), 'recorded-'));
try {
  const clock = manualClock(NOON);
  const server = await startServer({ port: 0, dataDir, clock, buildPages: buildStatic });
  const keys = await liveScriptedDay(server.site, clock);
  await server.close();
  await keep('site.json', pretty(JSON.parse(await readFile(path.join(dataDir, 'site.json'), 'utf8'))));
  await keep('keys.json', pretty(keys));
  const { LAUNCHER_SCRIPT, PANEL_SCRIPT } = await import('../../src/generated/widget-assets');
  await keep('launcher.js', LAUNCHER_SCRIPT);
  await keep('panel.js', PANEL_SCRIPT);
} finally {
  await rm(dataDir, { recursive: true });
}
