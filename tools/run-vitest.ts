import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { summarizeTests, type TestReport, type TestSummary } from './test-summary';

export interface TestRun extends TestSummary {
  /** Undefined when Vitest ended before it wrote one. */
  report: TestReport | undefined;
}

interface RunOptions {
  root: string;
  /** Files and folders; none: all tests. */
  filters: string[];
  chromePath: string;
  /** Of `vitest.config.ts`; by default those of `npm test`. */
  projects?: string[];
  /** Shows nothing while it runs. */
  isQuiet?: boolean;
}

/** Runs the tests once, in a process of their own. */
export async function runVitest({
  root,
  filters,
  chromePath,
  projects = ['node', 'ui', 'browser'],
  isQuiet = false,
}: RunOptions): Promise<TestRun> {
  const reportFile = path.join(root, '.build/test-report.json');
  // A report of an earlier run must not be counted when this one ends before it writes its own.
  await rm(reportFile, { force: true });
  await mkdir(path.dirname(reportFile), { recursive: true });
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=json', `--outputFile.json=${reportFile}`];
  if (!isQuiet) reporters.unshift('--reporter=default');
  const chosen = projects.map((project) => `--project=${project}`);
  const child = spawn(process.execPath, [vitest, 'run', ...chosen, ...reporters, ...filters], {
    cwd: root,
    stdio: isQuiet ? 'ignore' : 'inherit',
    env: { ...process.env, CHROME_PATH: chromePath },
  });
  const succeeded = await new Promise<boolean>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0));
  });
  const text = await readFile(reportFile, 'utf8').catch(() => undefined);
  const report = text === undefined ? undefined : (JSON.parse(text) as TestReport);
  return { report, ...summarizeTests(report, succeeded) };
}
