import path from 'node:path';
import { runCommand } from '../run-command';
import { findChromium } from './find-chromium';

interface Installer {
  what: string;
  commands: string[][];
}

/** Ways to get a browser, best first: the system's own package needs root, playwright's download needs the internet. */
function installers(root: string): Installer[] {
  const isRoot = process.getuid?.() === 0;
  const playwright = [process.execPath, path.join(root, 'node_modules/playwright-core/cli.js'), 'install'];
  const systemPackage = [
    ['apt-get', 'update', '-qq'],
    ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell'],
  ];
  return [
    ...(isRoot ? [{ what: "the system's package chromium-headless-shell", commands: systemPackage }] : []),
    {
      what: "playwright's Chromium",
      commands: [[...playwright, ...(isRoot ? ['--with-deps'] : []), 'chromium']],
    },
  ];
}

async function install({ what, commands }: Installer, root: string): Promise<boolean> {
  console.log(`No Chromium found: installing ${what} …`);
  for (const [program = '', ...args] of commands) {
    const { ok, output } = await runCommand(program, args, root);
    if (ok) continue;
    console.log(`${program} failed: ${output.split('\n').at(-1) ?? ''}`);
    return false;
  }
  return true;
}

/** The browser for the browser tests; installs one where there is none. Throws with one sentence if that fails. */
export async function ensureChromium(root: string): Promise<string> {
  const present = await findChromium();
  if (present) return present;
  for (const installer of installers(root)) {
    const installed = (await install(installer, root)) ? await findChromium() : undefined;
    if (installed) return installed;
  }
  throw new Error(
    'The browser tests need Chromium or Chrome: install one, or name it by CHROME_PATH=/path/to/chrome npm test.',
  );
}
