import type { Challenge } from '../../../src/contract/conversation';
import { addBlocks, BEGINNING, lastBlocks, sha256 } from './sha-256';

/** Milliseconds of work at a time: then the page has its turn. */
const SLICE_MS = 8;

/** Tries between two looks at the clock. */
const TRIES = 64;

/** Digits of `x`. A hundred million tries: more than any challenge is meant to cost by far. */
const DIGITS = 8;

export interface WorkOptions {
  /** Milliseconds, on a clock that runs on meanwhile. */
  now(): number;
  /** Told after every slice how many milliseconds it has taken so far. False: it is not wanted any more. */
  goesOn(elapsed: number): boolean;
}

/**
 * What a challenge to a start asks for, as `work` of the start's body (see `Challenge`). Null: it was not wanted any more, or
 * there is none. The page stays usable while it runs.
 */
export async function findWork(
  { bits, minute }: Challenge,
  start: { widgetId: string; clientMessageId: string; message: string },
  { now, goesOn }: WorkOptions,
): Promise<string | null> {
  const said = `${start.widgetId}|${minute}|${start.clientMessageId}|${sha256(start.message)}|`;
  const bytes = new TextEncoder().encode(said + '0'.repeat(DIGITS));
  // What all tries begin with is hashed once.
  const same = (bytes.length - DIGITS) & ~63;
  const before = addBlocks(BEGINNING, new DataView(bytes.buffer, 0, same));
  const rest = lastBlocks(bytes.subarray(same), same);
  const tail = new Uint8Array(rest.buffer);
  const from = bytes.length - DIGITS - same;
  const after = new Int32Array(8);
  const { port1, port2 } = new MessageChannel();
  // Not by a timer: those wait four milliseconds, and a second in a tab behind.
  const pause = (): Promise<unknown> =>
    new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  const begun = now();

  try {
    for (let slice = begun, tries = 1; tries < 10 ** DIGITS; tries++) {
      if (Math.clz32(addBlocks(before, rest, after)[0] as number) >= bits) {
        return `${minute}.${new TextDecoder().decode(tail.subarray(from, from + DIGITS))}`;
      }
      // The next number, digit by digit.
      let digit = from + DIGITS - 1;
      while (tail[digit] === 57) tail[digit--] = 48;
      tail[digit] = (tail[digit] as number) + 1;
      if (tries % TRIES === 0 && now() - slice >= SLICE_MS) {
        if (!goesOn(now() - begun)) return null;
        await pause();
        slice = now();
      }
    }
    return null;
  } finally {
    port1.close();
  }
}
