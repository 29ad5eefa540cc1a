/** The parts of Vitest's JSON report that are counted, or said when a test is red. */
export interface TestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: FileReport[];
}

interface FileReport {
  /** The file's path. */
  name?: string;
  status: string;
  /** Why it could not be loaded. */
  message?: string;
  assertionResults: { status?: string; fullName?: string; failureMessages?: string[] }[];
}

export interface TestSummary {
  /** The last line of `npm test`. */
  line: string;
  ok: boolean;
}

/**
 * What a test run comes to. A file that could not be loaded counts as a failed test, as does anything else that made
 * Vitest fail (an unhandled error, say); a run without a single test has failed too.
 */
export function summarizeTests(report: TestReport | undefined, vitestSucceeded: boolean): TestSummary {
  const passed = report?.numPassedTests ?? 0;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const unloaded = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const counted = (report?.numFailedTests ?? 0) + unloaded.length;
  const failed = vitestSucceeded ? counted : Math.max(counted, 1);
  return { line: `${passed} passed, ${failed} failed, ${skipped} skipped`, ok: failed === 0 && passed > 0 };
}
