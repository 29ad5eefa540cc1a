/** Milliseconds after which a list that comes from a query shows a write that a ping told of: queries see it a little later. */
export const LISTED_MS = 2_000;
