import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { PlatformFault, type Clock, type Crypto, type Random } from '../ports';

/** The machine's clock: the only place of the app that reads the time or sets a timer. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  within: (ms, promise) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new PlatformFault(`no answer within ${String(ms)} ms`)), ms);
      // Two callbacks and no `finally`, whose further promises every poll would pay for.
      promise.then(
        (value) => {
          clearTimeout(timer);
          resolve(value);
        },
        (error: unknown) => {
          clearTimeout(timer);
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    }),
};

/** The only place of the app that makes randomness. */
export const systemRandom: Random = {
  fraction: () => Math.random(),
  id: () => randomText(16),
  secret: () => randomText(32),
};

const randomText = (bytes: number): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('base64url');

export const systemCrypto: Crypto = {
  hash: (text) => createHash('sha256').update(text).digest('base64url'),
  hex: (text) => createHash('sha256').update(text).digest('hex'),
  sign: (text, secret) => createHmac('sha256', secret).update(text).digest('base64url'),
  equal(a, b) {
    const [left, right] = [Buffer.from(a), Buffer.from(b)];
    return left.length === right.length && timingSafeEqual(left, right);
  },
};
