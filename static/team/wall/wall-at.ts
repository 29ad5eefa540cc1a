import type { WallMomentBody, WallSpace, WallTeam } from '../../../src/contract/wall';

const MINUTE = 60_000;

/** How a space reads at `now`, without asking the server; null: nothing is known any more (rules S8, C8). */
export function momentOf({ moments, knownUntil }: WallTeam, now: number): WallMomentBody | null {
  if (now >= Date.parse(knownUntil)) return null;
  return moments.filter(({ at }) => Date.parse(at) <= now).at(-1) ?? moments[0] ?? null;
}

/** When something on the wall is another by itself, epoch ms; waits grow by the minute. */
export function nextTurn(spaces: readonly WallSpace[], now: number): number {
  const turns = spaces.flatMap((space) => {
    if ('why' in space) return [];
    const { moments, knownUntil, waiting } = space;
    const waited = waiting.longestSince === null ? null : now - Date.parse(waiting.longestSince);
    return [
      ...moments.map(({ at }) => Date.parse(at)),
      Date.parse(knownUntil),
      ...(waited === null ? [] : [now + MINUTE - (Math.max(0, waited) % MINUTE)]),
    ];
  });
  return Math.min(...turns.filter((at) => at > now));
}
