import { describe, expect, it } from 'vitest';
import { summarizeTests, type TestReport } from '../tools/test-summary';

const report = (changes: Partial<TestReport>): TestReport => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{}, {}, {}] }],
  ...changes,
});

describe('The closing line of a test run', () => {
  it('counts what passed, failed and was skipped', () => {
    const counted = report({ numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 });
    expect(summarizeTests(counted, false)).toEqual({ line: '3 passed, 1 failed, 2 skipped', ok: false });
  });
  it('is fine when all passed', () => {
    expect(summarizeTests(report({}), true)).toEqual({ line: '3 passed, 0 failed, 0 skipped', ok: true });
  });
  it('counts a file that could not be loaded as failed', () => {
    const unloaded = report({ testResults: [{ status: 'failed', assertionResults: [] }] });
    expect(summarizeTests(unloaded, false).line).toBe('3 passed, 1 failed, 0 skipped');
  });
  it('is a failure when all tests passed but Vitest did not', () => {
    expect(summarizeTests(report({}), false)).toEqual({ line: '3 passed, 1 failed, 0 skipped', ok: false });
  });
  it('is a failure when no test ran', () => {
    expect(summarizeTests(report({ numPassedTests: 0, testResults: [] }), true).ok).toBe(false);
    expect(summarizeTests(undefined, false)).toEqual({ line: '0 passed, 1 failed, 0 skipped', ok: false });
  });
});
