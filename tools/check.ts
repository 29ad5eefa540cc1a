import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkSteps, type CheckStep } from './check-steps';

/** `npm run check`: everything that can be said about the code without running the app. */

const root = path.resolve(import.meta.dirname, '..');

const USAGE = `Usage: npm run check [-- --only STEP[,STEP…]]
Runs every step, also after one has failed, and ends with 1 when any did. Steps:
`;

function usage(steps: CheckStep[]): string {
  return USAGE + steps.map(({ name, what }) => `  ${name.padEnd(9)} ${what}`).join('\n');
}

/** The steps asked for. The types of the functions need what the build generates, so a fresh clone builds first. */
function chosenSteps(steps: CheckStep[], only: string | undefined): CheckStep[] {
  if (only === undefined) return steps;
  const names = only.split(',');
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) throw new Error(`There is no step "${unknown.join('", "')}".\n${usage(steps)}`);
  const built = existsSync(path.join(root, 'src/generated/widget-assets.ts'));
  return steps.filter(({ name }) => names.includes(name) || (name === 'build' && !built));
}

async function runSteps(steps: CheckStep[]): Promise<string[]> {
  const failed: string[] = [];
  for (const step of steps) {
    const start = performance.now();
    const { ok, output } = await step.run();
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    if (!ok) failed.push(step.name);
    console.log(`${ok ? 'ok   ' : 'FAIL '} ${step.name.padEnd(9)} ${seconds.padStart(5)} s`);
    if (!ok || step.showOutput) console.log(output.replace(/^/gm, '      '));
  }
  return failed;
}

async function main(): Promise<void> {
  const steps = checkSteps(root);
  const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(usage(steps));
    return;
  }
  const failed = await runSteps(chosenSteps(steps, values.only));
  if (failed.length === 0) return;
  console.log(`Failed: ${failed.join(', ')}. One step alone: npm run check -- --only ${failed[0] ?? ''}`);
  process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
