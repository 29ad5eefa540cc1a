import { deskStorm, type StormReport } from '../support/desk-storm';
import type { BenchLine } from './bench-line';

const AGENTS = [2, 10, 50];
const CONTROL_TOGGLES = 2_000;

const inWords = (count: number): string => count.toLocaleString('en-US');

function stormLine(agents: number, toggles: number, report: StormReport): BenchLine[] {
  const { acknowledged, refused, lost, doubled, missing, outOfOrder, summaryWrong } = report;
  const what = `${agents} agents, two windows each, ${inWords(toggles)} toggles`;
  return [
    {
      id: 'R1',
      what: `${what}: acknowledged changes that were lost`,
      measured: `${lost + missing} of ${inWords(acknowledged)} (${refused} told as not done)`,
      bound: '0',
      ok: lost + missing === 0 && acknowledged + refused === toggles && acknowledged > 0,
    },
    {
      id: 'R2',
      what: `${what}: twice, out of order, or not what the summary says`,
      measured: `${doubled}, ${outOfOrder}, ${summaryWrong}`,
      bound: '0, 0, 0',
      ok: doubled + outOfOrder + summaryWrong === 0,
    },
  ];
}

/** R1 and R2, and the control without which they would prove nothing. */
export async function deskStorms(toggles: number): Promise<BenchLine[]> {
  const lines: BenchLine[] = [];
  for (const agents of AGENTS) {
    const report = await deskStorm({ agents, tabs: 2, toggles, store: 'compare-and-set', seed: agents });
    lines.push(...stormLine(agents, toggles, report));
  }
  const control = { agents: 10, tabs: 2, toggles: CONTROL_TOGGLES, store: 'naive' as const, seed: 1 };
  const { lost } = await deskStorm(control);
  lines.push({
    id: 'R1',
    what: `the control, a store that reads, modifies and writes, ${inWords(CONTROL_TOGGLES)} toggles: lost`,
    measured: inWords(lost),
    bound: '> 0',
    ok: lost > 0,
  });
  return lines;
}
