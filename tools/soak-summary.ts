import type { TestReport } from './test-summary';

interface RedTest {
  title: string;
  times: number;
  firstMessage: string;
}

/** A file that could not be loaded has no tests: it is red itself. */
function failuresOf({ testResults }: TestReport): { title: string; message: string }[] {
  return testResults.flatMap(({ name = '', status, message = '', assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) return [{ title: name, message }];
    return assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName = '', failureMessages = [] }) => ({
        title: `${name}: ${fullName}`,
        message: failureMessages[0] ?? '',
      }));
  });
}

/** Every test that was ever red, most often first. */
export function redTests(reports: TestReport[]): RedTest[] {
  const red = new Map<string, RedTest>();
  for (const { title, message } of reports.flatMap(failuresOf)) {
    const known = red.get(title);
    if (known) known.times += 1;
    else red.set(title, { title, times: 1, firstMessage: message.split('\n', 1)[0] ?? '' });
  }
  return [...red.values()].sort((a, b) => b.times - a.times);
}

/** The last lines of a soak of so many runs, of which some failed. */
export function soakLines(reports: TestReport[], runs: { all: number; failed: number }): string[] {
  const lines = redTests(reports).map(
    ({ title, times, firstMessage }) => `${times} of ${runs.all}: ${title}\n    ${firstMessage}`,
  );
  return [...lines, `${runs.all - runs.failed} of ${runs.all} runs passed`];
}
