/**
 * How many times as large storms and fuzzing are as on every run: FRONTDESK_STORM=10 before a release and every night.
 * Small ones still fail when what they guard is broken: each has a control that must.
 */
export function stormScale(text = process.env.FRONTDESK_STORM ?? '1'): number {
  const scale = Number(text);
  if (Number.isInteger(scale) && scale >= 1 && scale <= 100) return scale;
  throw new Error(`FRONTDESK_STORM must be a whole number from 1 to 100, not "${text}".`);
}
