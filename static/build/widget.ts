import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { minify, type MinifyOptions } from 'terser';
import { BROWSER_OPTIONS } from './browser-options';
import { shorterSpelling } from './shorter-spelling';
import { isSourceMap, type BuiltFile, type Bundle } from './pages';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What the web trigger serves, each by itself. */
const SCRIPTS = {
  launcher: 'launcher/launcher.ts',
  panel: 'panel/panel.ts',
  clock: 'clock/keep-time.ts',
  messages: 'panel/messages.ts',
  work: 'work/start-by-work.ts',
  style: 'launcher/corner-style.ts',
};

/**
 * What only the launcher's own parts call each other by: neither the panel nor a page. Another version in another tab would not
 * hear of the crowd by `crowding`, and finds that out by itself.
 */
const OWN_NAMES =
  /^(?:alarm|start|stop|channel|listen|visible|loadSetup|load|retryAfter|session|local|crowding|ready)$/;

/** After esbuild, a twentieth less: every customer's page pays for each byte (figure F9). */
const MINIFY_OPTIONS: MinifyOptions = { module: true, ecma: 2020 };
// `unsafe`: texts are put together by `+`. None of the values is a symbol or has a `valueOf` of its own.
const COMPRESS_OPTIONS = { unsafe: true, unsafe_arrows: true, pure_getters: true };

/** In the order in which terser is to give names: by trial the one in which the launcher packs best. */
const LETTERS = 'eaointldvskbuphyrmgfcqzwxj_$';

/** Names given once more, to what is left: that packs better. */
async function namedAnew(text: string): Promise<string> {
  const nth_identifier = {
    get: (n: number): string => LETTERS[n] ?? `${LETTERS[n % LETTERS.length] ?? ''}${n}`,
  };
  const { code = '' } = await minify(text, {
    ...MINIFY_OPTIONS,
    compress: false,
    mangle: { nth_identifier } as MinifyOptions['mangle'] & object,
  });
  return code;
}

interface BuiltScript {
  text: string;
  sourceMaps: BuiltFile[];
}

async function bundleScript(
  name: keyof typeof SCRIPTS,
  format: 'iife' | 'esm',
  bundle: Bundle,
  /** Names of the scripts that this one loads. */
  names: Record<string, string> = {},
): Promise<BuiltScript> {
  const { outputFiles } = await bundle({
    ...BROWSER_OPTIONS,
    absWorkingDir: ROOT,
    entryPoints: [path.join(ROOT, 'static/widget', SCRIPTS[name])],
    outfile: path.join(ROOT, `static/widget/${name}.js`),
    format,
    // Names are given once, by terser.
    minify: false,
    minifySyntax: true,
    minifyWhitespace: true,
    // Browsers too old for the widget read it without an error, and draw nothing (docs/widget.md).
    ...(name === 'launcher' && { target: 'es2019', supported: { 'nullish-coalescing': true } }),
    define: { ...BROWSER_OPTIONS.define, ...names },
    // TypeScript has found all that strict mode would, and every customer's page would pay for the directive.
    tsconfigRaw: { compilerOptions: { strict: false } },
    write: false,
  });
  const script = outputFiles.find((file) => !isSourceMap(file.path));
  if (!script) throw new Error(`static/widget/${name} built to nothing`);
  const map = outputFiles.find((file) => isSourceMap(file.path));
  // Of the styles' lines; nothing else in these scripts has any.
  const text = script.text.replaceAll(/(?<=[;{}])\n/g, '');
  const { code = '', map: sourceMap } = await minify(text, {
    ...MINIFY_OPTIONS,
    compress: { ...COMPRESS_OPTIONS, passes: 8 },
    ...(name === 'launcher' && { mangle: { properties: { builtins: true, regex: OWN_NAMES } } }),
    ...(map && { sourceMap: { content: map.text } }),
  });
  return {
    text: name === 'launcher' ? await namedAnew(shorterSpelling(code)) : code,
    sourceMaps: typeof sourceMap === 'string' ? [{ name: `${name}.js.map`, contents: sourceMap }] : [],
  };
}

/** The icon's style sheet on web pages, which comes with the config: of the script it would be a fifth. */
async function iconStyle(bundle: Bundle): Promise<string> {
  const { text } = await bundleScript('style', 'esm', bundle);
  const styles = (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as {
    CORNER_STYLE: string;
  };
  return styles.CORNER_STYLE;
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
  /** The text of another one: scripts that few pages ask for, so that a poll's cold start goes without them. */
  parts: string;
  sourceMaps: BuiltFile[];
}

export async function buildWidget(bundle: Bundle = build): Promise<BuiltWidget> {
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
  const [
    { text: launcher, ...ofLauncher },
    { text: messages, ...ofMessages },
    { text: work, ...ofWork },
    { text: clock, ...ofClock },
    style,
    labels,
  ] = await Promise.all([
    bundleScript('launcher', 'iife', bundle),
    bundleScript('messages', 'esm', bundle),
    bundleScript('work', 'esm', bundle),
    bundleScript('clock', 'esm', bundle),
    iconStyle(bundle),
    widgetLabels(),
  ]);
  const names = {
    MESSAGES_FILE: JSON.stringify(`messages-${hash(messages)}.js`),
    WORK_FILE: JSON.stringify(`work-${hash(work)}.js`),
  };
  const { text: panel, ...ofPanel } = await bundleScript('panel', 'esm', bundle, names);
  // Short: it is part of every answer to a poll.
  const version = hash(launcher + style + panel + clock + JSON.stringify(labels)).slice(0, 6);
  const lines = [
    '// Made by static/build from static/widget and locales. Do not edit.',
    `export const LAUNCHER_SCRIPT = ${JSON.stringify(launcher)};`,
    `export const PANEL_SCRIPT = ${JSON.stringify(panel)};`,
    `export const PANEL_HASH = ${JSON.stringify(hash(panel))};`,
    `export const MESSAGES_HASH = ${JSON.stringify(hash(messages))};`,
    `export const CLOCK_HASH = ${JSON.stringify(hash(clock))};`,
    `export const WORK_HASH = ${JSON.stringify(hash(work))};`,
    `export const WIDGET_VERSION = ${JSON.stringify(version)};`,
    `export const WIDGET_STYLE = ${JSON.stringify(style)};`,
    `export const WIDGET_LABELS: Record<string, Record<string, string>> = ${JSON.stringify(labels)};`,
    '',
  ];
  const sourceMaps = [ofLauncher, ofMessages, ofWork, ofClock, ofPanel].flatMap(
    (script) => script.sourceMaps,
  );
  const parts = [
    '// Made by static/build from static/widget. Do not edit.',
    `export const MESSAGES_SCRIPT = ${JSON.stringify(messages)};`,
    `export const CLOCK_SCRIPT = ${JSON.stringify(clock)};`,
    `export const WORK_SCRIPT = ${JSON.stringify(work)};`,
    '',
  ];
  return { module: lines.join('\n'), parts: parts.join('\n'), sourceMaps };
}
