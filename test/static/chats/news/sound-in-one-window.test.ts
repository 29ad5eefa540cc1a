import { expect, test } from 'vitest';
import { createSoundInOneWindow } from '../../../../static/chats/news/sound-in-one-window';

/** Windows of one browser; `true`: somebody has clicked in it, so that it may make sounds. */
function windowsOf(...mayPlay: boolean[]) {
  const claimed = new Set<string>();
  const listeners: ((message: unknown) => void)[] = [];
  const played: number[] = [];
  const windows = mayPlay.map((may, own) =>
    createSoundInOneWindow({
      channel: {
        post: (message) => listeners.forEach((listen, other) => other !== own && listen(message)),
        listen: (listener) => void listeners.push(listener),
      },
      once: {
        claim: async (id) => !claimed.has(id) && Boolean(claimed.add(id)),
        isClaimed: async (id) => claimed.has(id),
      },
      now: () => 0,
      openSpeaker: async () => (may ? { play: () => void played.push(own), close: () => undefined } : null),
    }),
  );
  const play = async (window: number, ...ids: string[]): Promise<number[]> => {
    await windows[window]?.play(ids);
    // The other windows answer in their own time.
    await new Promise((resolve) => setImmediate(resolve));
    return played.splice(0);
  };
  return { play };
}

test('D1: a sound is made by the window that is to make it', async () => {
  expect(await windowsOf(true, true).play(0, 'hello')).toEqual([0]);
});

test('D1: where the browser lets it make none, by exactly one of the others', async () => {
  expect(await windowsOf(false, true, true).play(0, 'hello')).toEqual([1]);
  expect(await windowsOf(false, false).play(0, 'hello')).toEqual([]);
});

test('D1: once for each message, and once for several that come together', async () => {
  const { play } = windowsOf(true, true);
  expect(await play(0, 'one', 'two')).toEqual([0]);
  expect(await play(1, 'two')).toEqual([]);
  expect(await play(1, 'two', 'three')).toEqual([1]);
});
