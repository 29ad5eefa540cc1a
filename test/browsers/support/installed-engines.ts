import { accessSync, constants, readdirSync } from 'node:fs';
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
  const machines = readdirSync('/usr/lib', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = machines.flatMap(({ name }) =>
    ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((library) => path.join('/usr/lib', name, library, 'MiniBrowser')),
  );
  return files.find(isProgram);
}

type Start = (options?: EngineOptions) => Promise<Engine>;

/** How to start an engine here, or one sentence that says what is missing. */
export function startOf(name: EngineName): Start | string {
  const missing = `${name} is not installed here, so nothing was tried in it. Debian has it as ${PACKAGES[name]}.`;
  switch (name) {
    case 'Chromium':
      return startChromium;
    case 'Firefox': {
      const binary = onPath('firefox-esr', 'firefox');
      return binary === undefined ? missing : (options) => startFirefox(binary, options);
    }
    case 'WebKit': {
      const [driver, xvfb, miniBrowser] = [onPath('WebKitWebDriver'), onPath('Xvfb'), findMiniBrowser()];
      return driver === undefined || xvfb === undefined || miniBrowser === undefined
        ? missing
        : () => startWebkit({ driver, xvfb, miniBrowser });
    }
  }
}
