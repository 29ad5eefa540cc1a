import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Scripts and style sheets of the local site's own pages. */

const here = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** By the name under which they are served; the worker and the pages share one origin each. */
const SCRIPTS: Record<string, string> = {
  'global-bridge.js': 'global-bridge.ts',
  'early-theme.js': 'early-theme.ts',
  'host.js': 'host-main.ts',
  'start.js': 'start-main.ts',
  'example.js': 'example-main.ts',
  'embed-check.js': 'embed-check-main.ts',
  'live-worker.js': 'live-worker.ts',
};

const STYLES = ['base.css', 'jira.css', 'desk.css', 'portal.css', 'start.css', 'example.css'];
const THEMES = ['light', 'dark', 'spacing', 'typography', 'shape'];

let scripts: Promise<Map<string, string>> | undefined;

async function bundleScripts(): Promise<Map<string, string>> {
  const bundled = Object.entries(SCRIPTS).map(async ([name, entry]): Promise<[string, string]> => {
    const result = await build({
      entryPoints: [path.join(here, 'browser', entry)],
      bundle: true,
      write: false,
      format: 'iife',
      target: ['es2022'],
      logLevel: 'warning',
    });
    return [name, result.outputFiles[0]?.text ?? ''];
  });
  return new Map(await Promise.all(bundled));
}

/** Bundled once in a process, on first use. */
export async function readScript(name: string): Promise<string | undefined> {
  scripts ??= bundleScripts();
  return (await scripts).get(name);
}

export function readStyle(name: string): string | undefined {
  if (name === 'theme.css') return themeCss();
  return STYLES.includes(name) ? readFileSync(path.join(here, 'styles', name), 'utf8') : undefined;
}

/** Atlassian's own design tokens, the same that the platform gives to frames. */
function themeCss(): string {
  const sheets = THEMES.map((theme) => {
    const artifact: unknown = require(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${theme}.js`);
    const css =
      typeof artifact === 'object' && artifact !== null && 'default' in artifact ? artifact.default : '';
    return String(css);
  });
  return sheets.join('\n');
}
