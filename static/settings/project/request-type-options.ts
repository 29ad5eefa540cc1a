import type { RequestTypeChoice } from '../../../src/contract/settings';
import { requestTypeProblem, type RequestTypeProblem } from '../../../src/domain/request-type-problem';

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
    problem: requestTypeProblem(types, chosenId),
  };
}
