import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findChromium } from '../../../tools/chromium/find-chromium';
import { QUIET } from './launch-chromium';
import { SAME_EVERYWHERE } from './visitors';
import { watchPages } from './watch-pages';

const ALLOWED = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };

export interface StoringBrowser {
  context: BrowserContext;
  /** Errors on any of its pages. */
  problems: string[];
  close(): Promise<void>;
}

/**
 * A browser whose owner lets sites store something in the pages of others, as many still do: the portal's frame then
 * remembers. The browsers of other visitors do not: Chromium denies it to windows without a profile.
 */
export async function launchStoringBrowser(): Promise<StoringBrowser> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('There is no Chromium here. `npm test` installs one.');
  const profile = await mkdtemp(path.join(tmpdir(), 'frontdesk-browser-'));
  await mkdir(path.join(profile, 'Default'));
  await writeFile(path.join(profile, 'Default/Preferences'), JSON.stringify(ALLOWED));
  const options = { ...SAME_EVERYWHERE, executablePath, headless: true, args: QUIET };
  const context = await chromium.launchPersistentContext(profile, options);
  const problems: string[] = [];
  await watchPages(context, (problem) => problems.push(problem));
  return {
    context,
    problems,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
