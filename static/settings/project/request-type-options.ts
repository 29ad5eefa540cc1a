import type { RequestTypeChoice } from '../../../src/contract/settings';

/** Why no chat can be raised with the choice as it is. */
export type RequestTypeProblem = 'none-usable' | 'chosen-gone' | 'chosen-unusable';

export interface RequestTypeOptions {
  /** What "the first that fits" is now; null: none does. */
  first: RequestTypeChoice | null;
  usable: RequestTypeChoice[];
  unusable: RequestTypeChoice[];
  problem: RequestTypeProblem | null;
}

/** What can be chosen among a project's request types, and whether the choice holds. */
export function requestTypeOptions(
  types: readonly RequestTypeChoice[],
  chosenId: string | null,
): RequestTypeOptions {
  const usable = types.filter((type) => type.usable);
  return {
    first: usable[0] ?? null,
    usable,
    unusable: types.filter((type) => !type.usable),
    problem: problemOf(types, usable.length > 0, chosenId),
  };
}

function problemOf(
  types: readonly RequestTypeChoice[],
  someUsable: boolean,
  chosenId: string | null,
): RequestTypeProblem | null {
  if (chosenId === null) return someUsable ? null : 'none-usable';
  const chosen = types.find(({ id }) => id === chosenId);
  if (!chosen) return 'chosen-gone';
  return chosen.usable ? null : 'chosen-unusable';
}
