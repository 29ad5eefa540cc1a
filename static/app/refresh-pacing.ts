/** Several pings at once, such as an agent going online in all projects, make one refresh. */
export const GATHER_MS = 200;

/** Between two refreshes while one ping follows the other: at first, and where they never end. */
const SPACING_MS = 1_000;
const SPACING_MOST_MS = 10_000;

export interface RefreshPacing {
  /** Milliseconds from `now` until what a ping tells of is to be fetched. */
  delay(now: number): number;
  /** It was fetched. */
  ran(now: number): void;
}

/**
 * Lists of a busy project change several times a second, in every agent's window. What comes after a quiet while is
 * fetched at once; the longer pings follow each other, the more of them one refresh answers (figure F7).
 */
export function createRefreshPacing(most = SPACING_MOST_MS): RefreshPacing {
  let ranAt = -Infinity;
  let spacing = SPACING_MS;
  return {
    delay: (now) => Math.max(GATHER_MS, ranAt + spacing - now),
    ran(now) {
      spacing = now - ranAt < 2 * spacing ? Math.min(2 * spacing, most) : SPACING_MS;
      ranAt = now;
    },
  };
}
