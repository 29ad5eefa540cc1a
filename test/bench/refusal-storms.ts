import { messageStorm, type StormSize } from '../support/message-storm';
import { STORM_REFUSALS } from '../support/storm-refusals';
import type { BenchLine } from './bench-line';

const inWords = (count: number): string => count.toLocaleString('en-US');

const COUNTED = "lost, twice, swapped, to others, under others' names, undocumented";

/** R13: what becomes of messages and answers on a site that refuses as a real one may: one way after the other, then all. */
export async function refusalStorms({ conversations, messages }: StormSize): Promise<BenchLine[]> {
  const expected = conversations * messages;
  const lines: BenchLine[] = [];
  for (const [what, refusal] of STORM_REFUSALS) {
    process.stderr.write(`  with ${what}\n`);
    const report = await messageStorm({ conversations, messages, refusal });
    const { acknowledged, jiraCalls, lost, undelivered, doubled, outOfOrder } = report;
    const counts = [
      lost + undelivered,
      doubled,
      outOfOrder,
      report.shownToOthers,
      report.underOthersName,
      report.contractProblems,
    ];
    lines.push({
      id: 'R13',
      what: `${inWords(acknowledged)} messages in ${inWords(conversations)} chats, ${what}: ${COUNTED}; Jira calls each`,
      measured: `${counts.join(', ')}; ${(jiraCalls / acknowledged).toFixed(1)}`,
      bound: '0 each',
      ok: acknowledged === expected && counts.every((count) => count === 0),
    });
  }
  return lines;
}
