import type { WindowChannel } from '../browser/window-channel';
import type { ShownOnce } from './shown-once';

/** "I want to show `id`", with a random rank, or with SHOWN: "it has been shown". */
interface Claim {
  id: string;
  rank: string;
}

/** Lower than every rank that anybody draws. */
const SHOWN = '';

/**
 * Claims without storage, by asking the other open windows: the lowest rank wins, and whoever knows that the flag has
 * been shown outranks all. `settle` waits until every window can have answered.
 */
export function createBroadcastClaims(
  channel: WindowChannel,
  settle: () => Promise<void>,
  drawRank: () => string,
): ShownOnce {
  const shown = new Set<string>();
  // Claims of other windows that are still being settled: one is enough, this window keeps out.
  const heard = new Set<string>();
  const own = new Map<string, { rank: string; lost: boolean }>();

  channel.listen((message) => {
    if (!isClaim(message)) return;
    const { id, rank } = message;
    if (rank === SHOWN) shown.add(id);
    else if (shown.has(id)) channel.post({ id, rank: SHOWN });
    const mine = own.get(id);
    if (mine) mine.lost ||= rank < mine.rank;
    else heard.add(id);
  });

  return {
    isClaimed: async (id) => shown.has(id),
    claim: async (id) => {
      if (shown.has(id) || heard.has(id) || own.has(id)) return false;
      const mine = { rank: drawRank(), lost: false };
      own.set(id, mine);
      channel.post({ id, rank: mine.rank });
      await settle();
      if (mine.lost) return false;
      shown.add(id);
      channel.post({ id, rank: SHOWN });
      return true;
    },
  };
}

const isClaim = (value: unknown): value is Claim =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'rank' in value &&
  typeof value.id === 'string' &&
  typeof value.rank === 'string';
