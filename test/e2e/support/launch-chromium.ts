import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../../../tools/chromium/find-chromium';

export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The installed Chromium, as `npm test` finds it, without a window and without traffic of its own. */
export async function launchChromium(...switches: string[]): Promise<Browser> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('There is no Chromium here. `npm test` installs one.');
  return chromium.launch({ executablePath, headless: true, args: [...QUIET, ...switches] });
}
