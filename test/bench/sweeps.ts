import { sweepCosts } from '../support/sweep-cost';
import type { Cost } from '../support/cost-of';
import type { BenchLine } from './bench-line';

const SPACES = 60;
const AGENTS = 200;
const A_DAY = 24 * 12;
const COMPILED_A_DAY = 2;

const count = (number: number): string => Math.round(number).toLocaleString('en-US');

/** What the five-minute sweep costs on a large site; nothing is wrong where it doesn't run. */
export async function sweeps(): Promise<BenchLine[]> {
  const { online, quiet, compiling } = await sweepCosts(SPACES, AGENTS);
  const line = (what: string, cost: (of: (each: Cost) => number) => number, ok = true): BenchLine => ({
    id: 'SWEEP',
    what,
    measured: [
      `${count(cost(({ jiraCalls }) => jiraCalls))} calls to Jira`,
      `${count(cost(({ storage }) => storage))} of storage`,
      `${count(cost(({ bytesRead }) => bytesRead / 1_024))} KB read`,
      `${count(cost(({ bytesWritten }) => bytesWritten / 1_024))} written`,
      `${count(cost(({ invocations }) => invocations))} invocations`,
    ].join(', '),
    ok,
  });
  return [
    line(
      `a sweep of ${AGENTS} scheduled agents in each of ${SPACES} spaces, ${online} of them online`,
      (of) => of(quiet),
      quiet.bytesWritten === 0,
    ),
    line('one that compiles schedules anew, twice a day, nobody online', (of) => of(compiling)),
    line(
      'a day, with as many online all the time',
      (of) => of(quiet) * (A_DAY - COMPILED_A_DAY) + of(compiling) * COMPILED_A_DAY,
    ),
  ];
}
