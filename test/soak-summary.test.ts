import { describe, expect, it } from 'vitest';
import { redTests, soakLines } from '../tools/soak-summary';
import type { TestReport } from '../tools/test-summary';

type FileReport = TestReport['testResults'][number];

const reportOf = (...testResults: FileReport[]): TestReport => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults,
});

const fileOf = (...assertionResults: FileReport['assertionResults']): FileReport => ({
  name: 'test/a.test.ts',
  status: 'failed',
  assertionResults,
});

const red = (fullName: string, message: string) => ({
  fullName,
  status: 'failed',
  failureMessages: [message],
});
const green = (fullName: string) => ({ fullName, status: 'passed', failureMessages: [] });

describe('A soak', () => {
  it('says every test that was ever red, with how often and its first message, most often first', () => {
    const reports = [
      reportOf(fileOf(red('goes', 'first\n  at line 1'), green('comes'))),
      reportOf(fileOf(green('goes'), red('comes', 'gone'))),
      reportOf(fileOf(green('goes'), red('comes', 'other'))),
    ];
    expect(redTests(reports)).toEqual([
      { title: 'test/a.test.ts: comes', times: 2, firstMessage: 'gone' },
      { title: 'test/a.test.ts: goes', times: 1, firstMessage: 'first' },
    ]);
    expect(soakLines(reports, { all: 4, failed: 3 })).toEqual([
      '2 of 4: test/a.test.ts: comes\n    gone',
      '1 of 4: test/a.test.ts: goes\n    first',
      '1 of 4 runs passed',
    ]);
  });

  it('counts a file that could not be loaded', () => {
    const unloaded = {
      name: 'test/b.test.ts',
      status: 'failed',
      message: 'No such module',
      assertionResults: [],
    };
    expect(redTests([reportOf(unloaded)])).toEqual([
      { title: 'test/b.test.ts', times: 1, firstMessage: 'No such module' },
    ]);
  });

  it('says that nothing was red when nothing was', () => {
    expect(soakLines([reportOf(fileOf(green('goes')))], { all: 1, failed: 0 })).toEqual([
      '1 of 1 runs passed',
    ]);
  });

  it('counts runs that failed without any red test', () => {
    expect(soakLines([], { all: 2, failed: 2 })).toEqual(['0 of 2 runs passed']);
  });
});
