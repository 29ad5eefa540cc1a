/** One answer may get lost: what is drawn is called old once two were missed. */
const STALE_MS = 90_000;

/** Is what the server said at `since` (epoch ms; null: it answers) too old to be told as true? */
export const isStaleAt = (since: number | null, now: number): boolean =>
  since !== null && now - since > STALE_MS;
