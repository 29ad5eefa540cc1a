import { duration, type TimeStyle } from '../app/format-time';

const MINUTE = 60_000;

/** How long somebody has waited, in whole minutes that have passed: "12 min", and "1 min" before the first is over. */
export const waitText = (ms: number, style: TimeStyle): string =>
  duration(Math.floor(ms / MINUTE) * MINUTE, style);
