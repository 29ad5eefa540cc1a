import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTurn } from '../../../static/app/browser/turn';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The locks of one browser, as far as they are needed: one holder at a time, in order, and an end to waiting. */
function locks() {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    request: (_name: string, { signal }: { signal: AbortSignal }, work: () => unknown) => {
      const turn = tail.then(() => (signal.aborted ? undefined : work()));
      tail = turn.catch(() => undefined);
      return turn;
    },
  };
}

afterEach(() => void vi.unstubAllGlobals());

describe('D1: what one window has at a time', () => {
  it('the first that asks has it, the next when that one leaves', async () => {
    vi.stubGlobal('navigator', { locks: locks() });
    const taken: string[] = [];
    const [first, second] = ['first', 'second'].map((name) => createTurn('shows', () => taken.push(name)));
    first?.take();
    second?.take();
    await settled();
    expect([first?.has(), second?.has()]).toEqual([true, false]);
    first?.leave();
    await settled();
    expect([first?.has(), second?.has(), taken]).toEqual([false, true, ['first', 'second']]);
  });

  it('one that leaves before its turn never has it, and may ask again', async () => {
    vi.stubGlobal('navigator', { locks: locks() });
    const [first, second] = [createTurn('shows'), createTurn('shows')];
    first.take();
    second.take();
    second.leave();
    first.leave();
    await settled();
    expect([first.has(), second.has()]).toEqual([false, false]);
    second.take();
    await settled();
    expect(second.has()).toBe(true);
  });

  it.each([
    ['has no locks', undefined],
    ['refuses them', { request: () => Promise.reject(new DOMException('denied', 'SecurityError')) }],
  ])('every window has it where the browser %s', async (_what, refused) => {
    vi.stubGlobal('navigator', { locks: refused });
    const turns = [createTurn('shows'), createTurn('shows')];
    for (const turn of turns) turn.take();
    await settled();
    expect(turns.map((turn) => turn.has())).toEqual([true, true]);
    turns[0]?.leave();
    expect(turns[0]?.has()).toBe(false);
  });
});
