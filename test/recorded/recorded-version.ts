import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { DayKeys } from './scripted-day';

/** The folder of one recorded version. */
export const recordedFolder = (version: string): string => path.join(import.meta.dirname, version);

export async function recordedVersions(): Promise<string[]> {
  const entries = await readdir(import.meta.dirname, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

export const readRecorded = (version: string, name: 'launcher.js' | 'panel.js'): Promise<string> =>
  readFile(path.join(recordedFolder(version), name), 'utf8');

export async function readKeys(version: string): Promise<DayKeys> {
  return JSON.parse(await readFile(path.join(recordedFolder(version), 'keys.json'), 'utf8')) as DayKeys;
}
