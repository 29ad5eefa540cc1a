import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildStatic } from '../static/build/main';
import { ensureChromium } from '../tools/chromium/ensure-chromium';
import { runVitest } from '../tools/run-vitest';
import { ENGINE_NAMES } from './browsers/support/engine';
import { missingOf } from './browsers/support/installed-engines';

/**
 * `npm run test:browsers [-- path…] [--all]`: a dozen journeys in Chromium, Firefox and WebKit. Journeys of an engine that
 * is not installed are skipped; with `--all`, as in CI, that is a failure.
 */

const root = path.resolve(import.meta.dirname, '..');

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { all: { type: 'boolean', default: false } },
  });
  const missing = ENGINE_NAMES.map(missingOf).filter((sentence) => sentence !== undefined);
  for (const sentence of missing) console.log(sentence);
  if (values.all && missing.length > 0) return false;
  await buildStatic();
  const chromePath = await ensureChromium(root);
  const { line, ok } = await runVitest({ root, filters: positionals, chromePath, projects: ['browsers'] });
  console.log(line);
  return ok;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
