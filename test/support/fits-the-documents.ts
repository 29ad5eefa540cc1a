import { afterEach } from 'vitest';
import { takeContractProblems } from '../../local/jira/openapi/contract-problems';

/** Every call that the app makes, and every answer of the local Jira, is one that Atlassian's documents know. */
afterEach(() => {
  const problems = takeContractProblems();
  if (problems.length > 0)
    throw new Error(`Atlassian's documents do not know what was sent:\n${problems.join('\n')}`);
});
