/**
 * SHA-256 in one go, for what has to be hashed a million times: WebCrypto answers each time by a promise, and is missing on
 * pages without https.
 */

/** Bits behind the point of the roots of the first primes: the constants of FIPS 180-4, which need no table so. */
const fraction = (root: number): number => ((root % 1) * 2 ** 32) | 0;
const isPrime = (n: number): boolean => {
  for (let by = 2; by * by <= n; by++) if (n % by === 0) return false;
  return true;
};
const PRIMES: number[] = [];
for (let n = 2; PRIMES.length < 64; n++) if (isPrime(n)) PRIMES.push(n);
const ROUNDS = Int32Array.from(PRIMES, (n) => fraction(Math.cbrt(n)));

/** Before the first block. */
export const BEGINNING = Int32Array.from(PRIMES.slice(0, 8), (n) => fraction(Math.sqrt(n)));

const words = new Int32Array(64);
const turned = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

/** What follows from `before` by the blocks in `bytes`, of 64 bytes each, is written into `after`. */
export function addBlocks(before: Int32Array, bytes: DataView, after = new Int32Array(8)): Int32Array {
  after.set(before);
  for (let from = 0; from < bytes.byteLength; from += 64) {
    for (let i = 0; i < 16; i++) words[i] = bytes.getInt32(from + i * 4);
    for (let i = 16; i < 64; i++) {
      const a = words[i - 15] as number;
      const b = words[i - 2] as number;
      const low = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
      const high = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
      words[i] = (words[i - 16] as number) + low + (words[i - 7] as number) + high;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = after;
    for (let i = 0; i < 64; i++) {
      const choice = (e & f) ^ (~e & g);
      const one = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice;
      const first = (one + (ROUNDS[i] as number) + (words[i] as number)) | 0;
      const most = (a & b) ^ (a & c) ^ (b & c);
      const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    const added = [a, b, c, d, e, f, g, h];
    for (let i = 0; i < 8; i++) after[i] = (after[i] as number) + (added[i] as number);
  }
  return after;
}

/** The last blocks of a text of which `length` bytes came before, whole blocks. */
export function lastBlocks(bytes: Uint8Array, length = 0): DataView<ArrayBuffer> {
  const padded = new Uint8Array((bytes.length + 72) & ~63);
  padded.set(bytes);
  padded[bytes.length] = 128;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, (length + bytes.length) * 8);
  return view;
}

/** In hexadecimal digits. */
export const sha256 = (text: string): string =>
  Array.from(addBlocks(BEGINNING, lastBlocks(new TextEncoder().encode(text))), (word) =>
    (word >>> 0).toString(16).padStart(8, '0'),
  ).join('');
