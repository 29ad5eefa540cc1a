import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { startChromium } from './chromium-engine';
import type { Engine, EngineName, EngineOptions } from './engine';
import { startFirefox } from './firefox-engine';
import { startWebkit } from './webkit-engine';

/** The Debian packages that an engine comes with. */
const PACKAGES: Record<EngineName, string> = {
  Chromium: 'chromium-headless-shell',
  Firefox: 'firefox-esr',
  WebKit: 'webkit2gtk-driver and xvfb',
};

function onPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** It has no place on the path: `/usr/lib/<machine>/webkit2gtk-4.1/MiniBrowser`. */
function findMiniBrowser(): string | undefined {
  if (!existsSync('/usr/lib')) return undefined;
  const machines = readdirSync('/usr/lib', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = machines.flatMap(({ name }) =>
    ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((library) => path.join('/usr/lib', name, library, 'MiniBrowser')),
  );
  return files.find(isProgram);
}

type Start = (options?: EngineOptions) => Promise<Engine>;

/** Undefined where it is not installed. Chromium is installed by whoever runs the tests. */
const FIND: Record<EngineName, () => Start | undefined> = {
  Chromium: () => startChromium,
  Firefox() {
    const binary = onPath('firefox-esr', 'firefox');
    return binary === undefined ? undefined : (options) => startFirefox(binary, options);
  },
  WebKit() {
    const [driver, xvfb, miniBrowser] = [onPath('WebKitWebDriver'), onPath('Xvfb'), findMiniBrowser()];
    if (driver === undefined || xvfb === undefined || miniBrowser === undefined) return undefined;
    return () => startWebkit({ driver, xvfb, miniBrowser });
  },
};

const sentenceOf = (name: EngineName): string =>
  `${name} is not installed here, so nothing is tried in it. Debian has it as ${PACKAGES[name]}.`;

/** How to start an engine here, or one sentence that says what is missing. */
export const startOf = (name: EngineName): Start | string => FIND[name]() ?? sentenceOf(name);

/** The sentence, if it is missing. */
export const missingOf = (name: EngineName): string | undefined =>
  FIND[name]() === undefined ? sentenceOf(name) : undefined;
