import { Worker } from 'node:worker_threads';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { buildStatic } from '../static/build/main';
import { ensureChromium } from '../tools/chromium/ensure-chromium';
import { runVitest } from '../tools/run-vitest';
import { soakLines } from '../tools/soak-summary';
import type { TestReport } from '../tools/test-summary';

/**
 * `npm run test:soak -- N [path…] [--busy]`: runs the tests N times, and says which were ever red. `--busy` keeps one
 * core busy beside them, as on a machine that has other things to do.
 */

const root = path.resolve(import.meta.dirname, '..');
const USAGE = 'Say how often: npm run test:soak -- 20 [path…] [--busy]';

/** A thread of this process, so that it never outlives it. */
function keepCoreBusy(): () => Promise<unknown> {
  const worker = new Worker('for (;;) Math.sqrt(2);', { eval: true });
  return () => worker.terminate();
}

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { busy: { type: 'boolean', default: false } },
  });
  const [times = '', ...filters] = positionals;
  const runs = Number(times);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(USAGE);

  await buildStatic();
  const chromePath = await ensureChromium(root);
  const rest = values.busy ? keepCoreBusy() : undefined;
  const reports: TestReport[] = [];
  let failed = 0;
  for (let run = 1; run <= runs; run++) {
    const started = performance.now();
    const { line, ok, report } = await runVitest({ root, filters, chromePath, isQuiet: true });
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    console.log(`${run}: ${line}, ${seconds} s`);
    if (report) reports.push(report);
    if (!ok) failed += 1;
  }
  await rest?.();
  for (const line of soakLines(reports, { all: runs, failed })) console.log(line);
  return failed === 0;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
