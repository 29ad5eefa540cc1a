/** Ends are whole seconds, so that every record of them agrees. Epoch ms. */
export const wholeSecond = (ms: number): number => Math.floor(ms / 1_000) * 1_000;

/** The first that is not earlier. */
export const wholeSecondAfter = (ms: number): number => Math.ceil(ms / 1_000) * 1_000;
