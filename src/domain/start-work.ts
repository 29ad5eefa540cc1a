import { WORK_BITS, WORK_BITS_MAX, WORK_VALID_MIN } from './start-limits';

/**
 * The work that a browser does for a start while too many start at once: it finds an `x` for which a hash begins with so
 * many zero bits. It is bound to this one start, so that it can be neither kept nor used for another.
 */
export interface WorkFor {
  widgetId: string;
  clientMessageId: string;
  /** As it was sent, before anything was left out of it. */
  message: string;
}

/** SHA-256 of a text as UTF-8, in hexadecimal digits. */
type Hash = (text: string) => string;

const WORK = /^(\d{1,12})\.([A-Za-z0-9]{1,20})$/;

/** Minutes since the epoch. */
export const minuteOf = (now: number): number => Math.floor(now / 60_000);

/** What is asked for: more, the more of the places for which others work are taken. */
export const bitsAt = (taken: number, most: number): number =>
  Math.min(WORK_BITS_MAX, WORK_BITS + Math.floor((4 * taken) / most));

/** What is accepted: whoever was asked a moment ago, or by another process, is not to work a second time. */
export const bitsAccepted = (bits: number): number => Math.max(WORK_BITS, bits - 1);

/** `work`: `{minute}.{x}` as it was sent. `bits`: how many are wanted at least. One hash at most. */
export function isWorkDone(
  work: string | undefined,
  { widgetId, clientMessageId, message }: WorkFor,
  { bits, now, hash }: { bits: number; now: number; hash: Hash },
): boolean {
  const [, minute, x] = WORK.exec(work ?? '') ?? [];
  if (minute === undefined || x === undefined) return false;
  if (Math.abs(Number(minute) - minuteOf(now)) > WORK_VALID_MIN) return false;
  return zeroBits(hash(`${widgetId}|${minute}|${clientMessageId}|${hash(message)}|${x}`)) >= bits;
}

/** Zero bits at the beginning of a hexadecimal number. */
export function zeroBits(hex: string): number {
  const first = hex.search(/[^0]/);
  if (first < 0) return 4 * hex.length;
  return 4 * first + Math.clz32(parseInt(hex[first] ?? 'f', 16)) - 28;
}
