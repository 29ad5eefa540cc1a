import { everydayCosts, type Everyday } from '../support/everyday-costs';
import type { BenchLine } from './bench-line';

/** What F16 bounds. A reply's own event is an event, and counted as one. */
const MOST: Partial<Record<Everyday, number>> = {
  'anonymous start': 6,
  'registered start': 6,
  'further message': 1,
  'reply from the inbox': 3 + 2,
  'first reply, told to its request': 1,
  'comment in Jira': 2,
  'change in Jira': 2,
  'page view of an agent': 0,
  'page view of somebody else': 0,
  'idle poll of a chat': 0,
};

/** F16: calls to Jira and operations of storage, all that follows counted in. */
export async function everydayCost(): Promise<BenchLine[]> {
  const costs = await everydayCosts();
  return (Object.keys(costs) as Everyday[]).map((happened) => {
    const { jiraCalls, storage } = costs[happened];
    const most = MOST[happened];
    return {
      id: 'F16',
      what: `${happened}: calls to Jira, operations of storage`,
      measured: `${String(jiraCalls)}, ${String(storage)}`,
      ...(most !== undefined && { bound: `≤ ${String(most)}` }),
      ok: most === undefined || jiraCalls <= most,
    };
  });
}
