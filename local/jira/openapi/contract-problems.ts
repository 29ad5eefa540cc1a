/** Where calls of the app and answers of the local Jira do not fit Atlassian's documents. */
export interface ContractProblems {
  note(problems: readonly string[]): void;
  /** Each once, in the order in which they came up; the first hundred. */
  all(): string[];
  /** Called with each of them when it comes up. */
  onProblem(listener: (problem: string) => void): void;
  clear(): void;
}

/** A storm of calls makes as many sentences as it has values in them. */
const MOST = 100;

/** Of all sites in this process. */
const unclaimed = new Set<string>();

/** The problems of all sites in this process since the last call. A test that means to make one takes it. */
export function takeContractProblems(): string[] {
  const taken = [...unclaimed];
  unclaimed.clear();
  return taken;
}

export function createContractProblems(): ContractProblems {
  const noted = new Set<string>();
  const listeners: ((problem: string) => void)[] = [];
  return {
    note(problems) {
      for (const problem of problems) {
        if (unclaimed.size < MOST) unclaimed.add(problem);
        if (noted.has(problem) || noted.size === MOST) continue;
        noted.add(problem);
        for (const listener of listeners) listener(problem);
      }
    },
    all: () => [...noted],
    onProblem: (listener) => void listeners.push(listener),
    clear: () => noted.clear(),
  };
}
