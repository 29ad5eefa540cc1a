import { flood, FLOODS } from '../support/flood';
import type { BenchLine } from './bench-line';

const SIZE = { minutes: 10, startsPerMinute: 1_000, honestPerMinute: 3 };

/** R14: what one program comes to that starts a thousand chats a minute for ten minutes, and what people notice of it. */
export async function floods(): Promise<BenchLine[]> {
  const lines: BenchLine[] = [];
  const kinds = [
    ...FLOODS.map((kind) => ({ kind, what: kind })),
    { kind: FLOODS[2], what: 'storage refusing 5 %' },
  ];
  for (const [index, { kind, what }] of kinds.entries()) {
    process.stderr.write(`  ${what}\n`);
    const isFaulty = index === FLOODS.length;
    const faults = isFaulty ? { storage: { throttled: 0.05 } } : {};
    const report = await flood({ kind, ...SIZE, faults, ...(index === 0 && { waits: true }) });
    const { starts, started, followUps, followedUp, customers, lost, deliveryS, bytes, bytesLeft } = report;
    lines.push({
      id: 'R14',
      what: `10,000 starts by one program in ten minutes, ${what}: honest starts and follow-ups through, customers made, messages lost, longest delivery, KB stored, bytes of budgets left a day later; taken of the program’s`,
      measured: `${started} of ${starts}, ${followedUp} of ${followUps}, ${customers}, ${lost}, ${deliveryS} s, ${Math.round(bytes / 1_000)}, ${bytesLeft}; ${report.taken}`,
      bound: '99 %, 100 %, 0, 0, 30 s, 5,000, 20,000',
      ok:
        started >= 0.99 * starts &&
        followedUp === followUps &&
        customers === 0 &&
        lost === 0 &&
        deliveryS <= 30 &&
        bytes <= 5_000_000 &&
        bytesLeft <= 20_000,
    });
  }
  return lines;
}
