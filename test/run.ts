import path from 'node:path';
import { buildStatic } from '../static/build/main';
import { ensureChromium } from '../tools/chromium/ensure-chromium';
import { runVitest } from '../tools/run-vitest';
import { summarizeTests } from '../tools/test-summary';

/** `npm test [-- path…]`: builds the pages once, makes sure there is a browser, and runs every test. */

const root = path.resolve(import.meta.dirname, '..');

async function main(): Promise<boolean> {
  await buildStatic();
  const chromePath = await ensureChromium(root);
  const { line, ok } = await runVitest({ root, filters: process.argv.slice(2), chromePath });
  console.log(line);
  return ok;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log(summarizeTests(undefined, false).line);
  process.exitCode = 1;
}
