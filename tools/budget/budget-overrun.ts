import type { Budget } from './budgets';

/** What is wrong with a size, in a sentence; null: it is within the budget. What weighs nothing was not measured. */
export function budgetOverrun({ name, limit }: Pick<Budget, 'name' | 'limit'>, bytes: number): string | null {
  if (!(bytes > 0)) return `${name}: was not measured`;
  return bytes > limit ? `${name}: ${bytes} bytes gzip, at most ${limit} are allowed` : null;
}
