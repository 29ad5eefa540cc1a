import { publicAvailability, type AvailabilityState, type Summary } from './availability';

/** What a customer was told of somebody being there when they began to write (rule K9). Epoch ms; null: not known. */
export interface StartPromise {
  state: AvailabilityState;
  until: number | null;
  nextOnlineAt: number | null;
  /** `nextOnlineAt` depended on somebody's answer. */
  expected?: true;
}

export function startPromise(summary: Summary, now: number): StartPromise {
  const { state, until, nextOnlineAt, expected } = publicAvailability(summary, now);
  return { state, until: instant(until), nextOnlineAt: instant(nextOnlineAt), ...(expected && { expected }) };
}

const instant = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso));
