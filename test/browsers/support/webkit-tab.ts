import type { EngineTab, Place } from './engine';
import { clickActions, keyActions } from './key-values';

/** One command to WebDriver, below the session's address. */
export type WebDriver = (
  method: 'GET' | 'POST' | 'DELETE',
  where: string,
  body?: unknown,
) => Promise<unknown>;

/** Calls a function and hands over what it returns or promises: the driver waits for `done`. */
const callOf = (script: string): string => `const [args, done] = arguments;
(async () => JSON.stringify((await (${script})(...args)) ?? null))()
  .then((value) => done({ value }), (error) => done({ error: String(error) }));`;

/** Scrolls the page until the point `y` of the frame can be seen, and answers where the frame's own viewport begins. */
const SHOW_IN_FRAME = `function (frame, y) {
  const element = document.querySelector(frame);
  const corner = () => {
    const { left, top } = element.getBoundingClientRect();
    return [left + element.clientLeft, top + element.clientTop];
  };
  const top = corner()[1] + y;
  if (top < 5 || top > innerHeight - 5) {
    for (let each = element; each; each = each.parentElement) {
      if (each.scrollHeight > each.clientHeight) each.scrollBy(0, top - innerHeight / 2);
    }
  }
  return corner();
}`;

export function webkitTab(send: WebDriver, handle: string, photograph: (file: string) => void): EngineTab {
  async function goInto(place: Place = null): Promise<void> {
    await send('POST', '/window', { handle });
    await send('POST', '/frame', { id: null });
    if (place === null) return;
    const id = await send('POST', '/element', { using: 'css selector', value: place });
    await send('POST', '/frame', { id });
  }

  async function run(place: Place, script: string, args: unknown[]): Promise<unknown> {
    await goInto(place);
    const answer = (await send('POST', '/execute/async', {
      script: callOf(script),
      args: [args],
    })) as { value?: string; error?: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return JSON.parse(answer.value ?? 'null');
  }

  return {
    run,
    async goTo(url) {
      await goInto();
      await send('POST', '/url', { url });
    },
    async reload() {
      await goInto();
      await send('POST', '/refresh', {});
    },
    async back() {
      await goInto();
      await send('POST', '/back', {});
    },
    async resize(width, height) {
      await goInto();
      await send('POST', '/window/rect', { width, height });
    },
    async clickAt(place, x, y) {
      // Inside a frame of another origin the driver hangs: the pointer is moved in the page around it.
      const [left, top] =
        place === null ? [0, 0] : ((await run(null, SHOW_IN_FRAME, [place, y])) as [number, number]);
      await goInto();
      const actions = clickActions(left + x, top + y);
      await send('POST', '/actions', {
        actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
      });
    },
    async press(place, keys) {
      await goInto(place);
      await send('POST', '/actions', {
        actions: [{ type: 'key', id: 'keyboard', actions: keyActions(keys) }],
      });
    },
    async photograph(file) {
      await goInto();
      // The driver's own pictures hang on machines without a graphics card.
      photograph(file);
    },
    async close() {
      await goInto();
      await send('DELETE', '/window');
    },
  };
}
