import { messageStorm, type StormSize } from '../support/message-storm';
import type { BenchLine } from './bench-line';

const inWords = (count: number): string => count.toLocaleString('en-US');

/** R10: what becomes of acknowledged messages while storage, Jira and the queue fail. */
export async function messageStorms(size: StormSize): Promise<BenchLine[]> {
  const report = await messageStorm(size);
  const { acknowledged, lost, doubled, outOfOrder, undelivered, shownToOthers, underOthersName } = report;
  const faults = lost + doubled + outOfOrder + undelivered + shownToOthers + underOthersName;
  return [
    {
      id: 'R10',
      what: `${inWords(acknowledged)} messages in ${inWords(size.conversations)} conversations: lost, twice, out of order, undelivered`,
      measured: `${lost}, ${doubled}, ${outOfOrder}, ${undelivered}`,
      bound: '0, 0, 0, 0',
      ok: faults === 0 && acknowledged === size.conversations * size.messages,
    },
  ];
}
