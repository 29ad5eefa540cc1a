import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { BROWSER_OPTIONS } from './browser-options';

const ROOT = path.resolve(import.meta.dirname, '../..');

async function bundleText(entry: string, format: 'iife' | 'esm'): Promise<string> {
  const result = await build({
    ...BROWSER_OPTIONS,
    entryPoints: [path.join(ROOT, 'static/widget', entry)],
    format,
    // TypeScript has found all that strict mode would, and every customer's page would pay for the directive.
    tsconfigRaw: { compilerOptions: { strict: false } },
    write: false,
  });
  const output = result.outputFiles[0];
  if (!output) throw new Error(`static/widget/${entry} built to nothing`);
  return output.text;
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

/** The text of the module that the web trigger serves the widget from. */
export async function buildWidget(): Promise<string> {
  const [launcher, panel, labels] = await Promise.all([
    bundleText('launcher/launcher.ts', 'iife'),
    bundleText('panel/panel.ts', 'esm'),
    widgetLabels(),
  ]);
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
  // Short: it is part of every answer to a poll.
  const version = hash(launcher + panel + JSON.stringify(labels)).slice(0, 6);
  return [
    '// Made by static/build from static/widget and locales. Do not edit.',
    `export const LAUNCHER_SCRIPT = ${JSON.stringify(launcher)};`,
    `export const PANEL_SCRIPT = ${JSON.stringify(panel)};`,
    `export const PANEL_HASH = ${JSON.stringify(hash(panel))};`,
    `export const WIDGET_VERSION = ${JSON.stringify(version)};`,
    `export const WIDGET_LABELS: Record<string, Record<string, string>> = ${JSON.stringify(labels)};`,
    '',
  ].join('\n');
}
