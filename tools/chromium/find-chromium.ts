import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { runCommand } from '../run-command';

/** The shell goes first: the same engine without the parts of a window, for half the work. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const ELSEWHERE = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

function candidates(): string[] {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const installed = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...installed, ...ELSEWHERE, chromium.executablePath()].filter((file) => existsSync(file));
}

/** Some systems have a script of that name which only says how to install the browser. */
async function starts(file: string): Promise<boolean> {
  return (await runCommand(file, ['--version'], process.cwd())).ok;
}

/** A Chromium or Chrome on this machine; what CHROME_PATH names goes first, and must work. */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (await starts(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not start. Correct it, or unset it.`);
  }
  for (const file of candidates()) {
    if (await starts(file)) return file;
  }
  return undefined;
}
