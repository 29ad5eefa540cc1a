import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { BROWSER_OPTIONS } from './browser-options';
import { isSourceMap, type BuiltFile, type Bundle } from './pages';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface BuiltScript {
  text: string;
  sourceMaps: BuiltFile[];
}

async function bundleScript(
  name: 'launcher' | 'panel',
  format: 'iife' | 'esm',
  bundle: Bundle,
): Promise<BuiltScript> {
  const { outputFiles } = await bundle({
    ...BROWSER_OPTIONS,
    absWorkingDir: ROOT,
    entryPoints: [path.join(ROOT, 'static/widget', name, `${name}.ts`)],
    outfile: path.join(ROOT, `static/widget/${name}.js`),
    format,
    // TypeScript has found all that strict mode would, and every customer's page would pay for the directive.
    tsconfigRaw: { compilerOptions: { strict: false } },
    write: false,
  });
  const script = outputFiles.find((file) => !isSourceMap(file.path));
  if (!script) throw new Error(`static/widget/${name} built to nothing`);
  const maps = outputFiles.filter((file) => isSourceMap(file.path));
  return {
    text: script.text,
    sourceMaps: maps.map(({ contents }) => ({ name: `${name}.js.map`, contents })),
  };
}

/** The `widget` section of every locale, which the web trigger hands out. */
async function widgetLabels(): Promise<Record<string, unknown>> {
  const files = (await readdir(path.join(ROOT, 'locales'))).filter((name) => name.endsWith('.json')).sort();
  const entries = files.map(async (name) => {
    const texts = JSON.parse(await readFile(path.join(ROOT, 'locales', name), 'utf8')) as { widget: unknown };
    return [path.basename(name, '.json'), texts.widget] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

export interface BuiltWidget {
  /** The text of the module that the web trigger serves the widget from. */
  module: string;
  sourceMaps: BuiltFile[];
}

export async function buildWidget(bundle: Bundle = build): Promise<BuiltWidget> {
  const [{ text: launcher, ...ofLauncher }, { text: panel, ...ofPanel }, labels] = await Promise.all([
    bundleScript('launcher', 'iife', bundle),
    bundleScript('panel', 'esm', bundle),
    widgetLabels(),
  ]);
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
  // Short: it is part of every answer to a poll.
  const version = hash(launcher + panel + JSON.stringify(labels)).slice(0, 6);
  const lines = [
    '// Made by static/build from static/widget and locales. Do not edit.',
    `export const LAUNCHER_SCRIPT = ${JSON.stringify(launcher)};`,
    `export const PANEL_SCRIPT = ${JSON.stringify(panel)};`,
    `export const PANEL_HASH = ${JSON.stringify(hash(panel))};`,
    `export const WIDGET_VERSION = ${JSON.stringify(version)};`,
    `export const WIDGET_LABELS: Record<string, Record<string, string>> = ${JSON.stringify(labels)};`,
    '',
  ];
  return { module: lines.join('\n'), sourceMaps: [...ofLauncher.sourceMaps, ...ofPanel.sourceMaps] };
}
