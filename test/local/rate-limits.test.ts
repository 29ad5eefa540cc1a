import { Queue, RateLimitError } from '@forge/events';
import { describe, expect, it } from 'vitest';
import { TooManyInvocations } from '../../local/platform/invocation-rates';
import { insideFunction, type InsideFunction } from './inside-function';

const MINUTE = 60_000;
const queue = new Queue({ key: 'work' });

const enforcing = (): InsideFunction => {
  const platform = insideFunction();
  platform.faults.set({ rateLimits: true });
  return platform;
};

const push = ({ inside }: InsideFunction, count: number): Promise<unknown> =>
  inside(() => queue.push(Array.from({ length: count }, (_, n) => ({ body: { n }, delayInSeconds: 900 }))));

/** Calls as that user, or as nobody; answers how many were refused. */
async function refusedOf(platform: InsideFunction, count: number, accountId?: string): Promise<number> {
  let refused = 0;
  for (let calls = 0; calls < count; calls++) {
    try {
      await platform.inside(() => Promise.resolve(), accountId === undefined ? {} : { accountId });
    } catch (error) {
      if (!(error instanceof TooManyInvocations)) throw error;
      refused += 1;
    }
  }
  return refused;
}

describe('Events a minute', () => {
  it('are 500 of an installation: the push that would pass that is refused as a whole, with RateLimitError', async () => {
    const platform = enforcing();
    for (let pushes = 0; pushes < 9; pushes++) await push(platform, 50);
    await push(platform, 49);
    const tooMany = push(platform, 2);
    await expect(tooMany).rejects.toBeInstanceOf(RateLimitError);
    await expect(tooMany).rejects.toThrow('Too many requests.');
    await push(platform, 1);
    expect(platform.queue.pending()).toHaveLength(500);
  });

  it('may be pushed again in the next minute', async () => {
    const platform = enforcing();
    for (let pushes = 0; pushes < 10; pushes++) await push(platform, 50);
    await expect(push(platform, 1)).rejects.toBeInstanceOf(RateLimitError);
    await platform.clock.advance(MINUTE);
    await push(platform, 50);
    expect(platform.queue.pending()).toHaveLength(550);
  });

  it('are not counted unless that is asked for', async () => {
    const platform = insideFunction();
    for (let pushes = 0; pushes < 11; pushes++) await push(platform, 50);
    expect(platform.queue.pending()).toHaveLength(550);
  });
});

describe('Invocations a minute', () => {
  it('are 1,200 of a user, whatever others do', async () => {
    const platform = enforcing();
    expect(await refusedOf(platform, 1_200, 'ann')).toBe(0);
    expect(await refusedOf(platform, 2, 'ann')).toBe(2);
    expect(await refusedOf(platform, 1, 'bo')).toBe(0);
    await platform.clock.advance(MINUTE);
    expect(await refusedOf(platform, 1, 'ann')).toBe(0);
  });

  it('are 5,000 of an installation, and say so with 429', async () => {
    const platform = enforcing();
    for (const name of ['ann', 'bo', 'cy', 'dee']) expect(await refusedOf(platform, 1_200, name)).toBe(0);
    expect(await refusedOf(platform, 201)).toBe(1);
    await expect(platform.inside(() => Promise.resolve())).rejects.toMatchObject({ status: 429 });
    await platform.clock.advance(MINUTE);
    expect(await refusedOf(platform, 1)).toBe(0);
  });

  it('are counted of people only: events come all the same', async () => {
    const platform = enforcing();
    const received: unknown[] = [];
    platform.onEvent((event) => received.push(event));
    expect(await refusedOf(platform, 4_999)).toBe(0);
    await platform.inside(() => queue.push([{ body: { n: 1 } }, { body: { n: 2 } }]));
    expect(await refusedOf(platform, 1)).toBe(1);
    await platform.background.idle();
    expect(received).toHaveLength(2);
  });

  it('are not limited unless that is asked for', async () => {
    expect(await refusedOf(insideFunction(), 1_201, 'ann')).toBe(0);
  });
});
