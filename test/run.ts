import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { buildStatic } from '../static/build/main';
import { ensureChromium } from '../tools/chromium/ensure-chromium';
import { summarizeTests, type TestReport } from '../tools/test-summary';

/** `npm test [-- path…]`: builds the pages once, makes sure there is a browser, and runs every test. */

const root = path.resolve(import.meta.dirname, '..');
const reportFile = path.join(root, '.build/test-report.json');

function runVitest(filters: string[], chromePath: string): Promise<boolean> {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...filters], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CHROME_PATH: chromePath },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0));
  });
}

async function readReport(): Promise<TestReport | undefined> {
  const text = await readFile(reportFile, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as TestReport);
}

async function main(): Promise<boolean> {
  // A report of an earlier run must not be counted when this one ends before it writes its own.
  await rm(reportFile, { force: true });
  await mkdir(path.dirname(reportFile), { recursive: true });
  await buildStatic();
  const chromePath = await ensureChromium(root);
  const succeeded = await runVitest(process.argv.slice(2), chromePath);
  const { line, ok } = summarizeTests(await readReport(), succeeded);
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
