const LONG_MS = 5 * 60_000;

/** Is it late for a reply? Milliseconds. */
export const isLongWait = (waited: number): boolean => waited >= LONG_MS;
