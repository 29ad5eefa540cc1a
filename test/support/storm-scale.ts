/**
 * How many times as large storms and fuzzing are as on every run: FRONTDESK_STORM=10 before a release and every night.
 * Small ones still fail when what they guard is broken: each has a control that must.
 */
export const stormScale = (): number => Number(process.env.FRONTDESK_STORM ?? 1);
