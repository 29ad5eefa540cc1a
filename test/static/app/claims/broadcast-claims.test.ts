import { describe, expect, test } from 'vitest';
import { createBroadcastClaims } from '../../../../static/app/claims/broadcast-claims';
import type { ShownOnce } from '../../../../static/app/claims/shown-once';

/** Windows of one browser: what one posts, all others hear, a little later. */
function browser() {
  const windows: ((message: unknown) => void)[] = [];
  let waiting: (() => void)[] = [];
  let rank = 0;
  return {
    /** `ranks` grow with every claim unless told otherwise. */
    open: (drawRank = () => String.fromCharCode(97 + (rank += 1))): ShownOnce => {
      const me = windows.length;
      return createBroadcastClaims(
        {
          post: (message) =>
            queueMicrotask(() => windows.forEach((hear, index) => index !== me && hear(message))),
          listen: (listener) => windows.push(listener),
        },
        () => new Promise((resolve) => waiting.push(resolve)),
        drawRank,
      );
    },
    settle: async () => {
      await new Promise(setImmediate);
      for (const resolve of waiting) resolve();
      waiting = [];
      await new Promise(setImmediate);
    },
  };
}

describe('a flag, where the browser denies storage to frames', () => {
  test('is shown by exactly one of five windows that learn of it at the same moment', async () => {
    const { open, settle } = browser();
    const claims = Array.from({ length: 5 }, () => open()).map((window) => window.claim('ending', 0));
    await settle();
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
  });

  test('is shown by exactly one when the later claim has the lower rank', async () => {
    const { open, settle } = browser();
    const [first, second] = [open(() => 'b'), open(() => 'a')];
    const early = first.claim('ending', 0);
    const late = second.claim('ending', 0);
    await settle();
    expect([await early, await late]).toEqual([false, true]);
  });

  test('is not shown again by a window that learns of it later, nor by one that is opened later', async () => {
    const { open, settle } = browser();
    const [first, second] = [open(), open()];
    const claim = first.claim('ending', 0);
    await settle();
    expect(await claim).toBe(true);
    expect(await second.claim('ending', 0)).toBe(false);
    const third = open(() => '!').claim('ending', 0);
    await settle();
    expect(await third).toBe(false);
  });

  test('does not keep another one from being shown, and ignores foreign messages', async () => {
    const { open, settle } = browser();
    const window = open();
    const claims = [window.claim('one', 0), window.claim('two', 0)];
    await settle();
    expect(await Promise.all(claims)).toEqual([true, true]);
  });
});
