import path from 'node:path';
import { budgetOverrun } from './budget-overrun';
import { BUDGETS } from './budgets';

/** Prints what each page and script weighs beside what it may; ends with 1 when any is over. */

const root = path.resolve(import.meta.dirname, '../..');

for (const budget of BUDGETS) {
  const bytes = await budget.measure(root);
  const kb = (size: number): string => (size / 1_000).toFixed(1).padStart(6);
  console.log(`${kb(bytes)} of ${kb(budget.limit)} KB  ${budget.name} (${budget.figure})`);
  const overrun = budgetOverrun(budget, bytes);
  if (overrun === null) continue;
  console.error(overrun);
  process.exitCode = 1;
}
