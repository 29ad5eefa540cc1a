import {
  InvocationError,
  InvocationErrorCode,
  JobDoesNotExistError,
  PartialSuccessError,
  Queue,
} from '@forge/events';
import { describe, expect, it } from 'vitest';
import { insideFunction } from './inside-function';

interface Received {
  at: number;
  event: { body: Record<string, unknown>; jobId: string; retryContext?: Record<string, unknown> };
}

const queue = new Queue({ key: 'work' });

/** A platform whose consumer keeps what it gets, and then does what `act` says. */
function consuming(act: (event: Received['event']) => unknown = () => undefined) {
  const platform = insideFunction();
  const { clock, background } = platform;
  const received: Received[] = [];
  platform.onEvent((event) => {
    received.push({ at: clock.now(), event: event as Received['event'] });
    return act(event as Received['event']);
  });
  return { ...platform, received, settle: () => background.idle() };
}

describe('Events', () => {
  it('reach the consumer of their queue at once, with their job', async () => {
    const { inside, received, settle } = consuming();
    const { jobId } = await inside(() => queue.push([{ body: { n: 1 } }, { body: { n: 2 } }]));
    await settle();
    expect(received.map(({ event }) => event)).toMatchObject([
      { body: { n: 1 }, jobId, queueName: 'work' },
      { body: { n: 2 }, jobId, queueName: 'work' },
    ]);
    expect(await inside(() => queue.getJob(jobId).getStats())).toEqual({
      success: 2,
      inProgress: 0,
      failed: 0,
    });
  });

  it('wait for their delay on the clock', async () => {
    const { inside, received, clock } = consuming();
    const start = clock.now();
    await inside(() => queue.push({ body: {}, delayInSeconds: 900 }));
    await clock.advance(899_999);
    expect(received).toEqual([]);
    await clock.advance(1);
    expect(received.map(({ at }) => at - start)).toEqual([900_000]);
  });

  it('are cancelled with their job', async () => {
    const { inside, received, clock } = consuming();
    await inside(async () => {
      const { jobId } = await queue.push({ body: {}, delayInSeconds: 60 });
      await queue.getJob(jobId).cancel();
    });
    await clock.advance(120_000);
    expect(received).toEqual([]);
  });

  it('come again, later and later, while the consumer throws', async () => {
    const { inside, received, clock } = consuming(({ retryContext }) => {
      if (Number(retryContext?.retryCount ?? 0) < 2) throw new Error('Broken on purpose');
    });
    const start = clock.now();
    await inside(() => queue.push({ body: {} }));
    await clock.advance(60_000);
    expect(received.map(({ at }) => at - start)).toEqual([0, 5_000, 15_000]);
    expect(received.at(-1)?.event.retryContext).toMatchObject({
      retryCount: 2,
      retryReason: 'FUNCTION_ERROR',
    });
  });

  it('are given up after a day', async () => {
    const { inside, received, clock } = consuming(() => {
      throw new Error('Broken on purpose');
    });
    const { jobId } = await inside(() => queue.push({ body: {} }));
    await clock.advance(25 * 3_600_000);
    const { length } = received;
    await clock.advance(24 * 3_600_000);
    expect(received).toHaveLength(length);
    expect(await inside(() => queue.getJob(jobId).getStats())).toMatchObject({ failed: 1 });
  });

  it('come again when and with what an InvocationError says', async () => {
    const { inside, received, clock } = consuming(({ retryContext }) =>
      retryContext
        ? undefined
        : new InvocationError({
            retryAfter: 60,
            retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
            retryData: { page: 3 },
          }),
    );
    const start = clock.now();
    await inside(() => queue.push({ body: {} }));
    await clock.advance(120_000);
    expect(received.map(({ at }) => at - start)).toEqual([0, 60_000]);
    expect(received.at(-1)?.event.retryContext).toMatchObject({
      retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
      retryData: { page: 3 },
    });
  });

  it('come twice and late when faults say so', async () => {
    const { inside, received, clock, faults } = consuming();
    faults.set({ queue: { duplicate: 1, lateMs: 10_000 } });
    await inside(() => queue.push({ body: { n: 1 } }));
    await clock.advance(10_000);
    expect(received.map(({ event }) => event.body)).toEqual([{ n: 1 }, { n: 1 }]);
  });

  it('of one concurrency key run one at a time', async () => {
    let running = 0;
    let most = 0;
    const { inside, received, clock } = consuming(async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => clock.setTimeout(() => resolve(undefined), 1_000));
      running -= 1;
    });
    const event = { body: {}, concurrency: { key: 'one', limit: 1 } };
    await inside(() => queue.push([event, event, event]));
    await clock.advance(10_000);
    expect(received).toHaveLength(3);
    expect(most).toBe(1);
  });

  it('over 100 KB are refused one by one for a function that may run long', async () => {
    const { inside } = consuming();
    const push = inside(() => queue.push([{ body: { text: 'x'.repeat(101 * 1024) } }, { body: { n: 2 } }]));
    await expect(push).rejects.toBeInstanceOf(PartialSuccessError);
  });

  it('of an unknown job have no statistics, and a queue needs a consumer', async () => {
    const { inside } = consuming();
    await expect(inside(() => queue.getJob('none').getStats())).rejects.toBeInstanceOf(JobDoesNotExistError);
    await expect(inside(() => new Queue({ key: 'other' }).push({ body: {} }))).rejects.toThrow('No consumer');
  });

  it('that wait survive a restart', async () => {
    const before = consuming();
    await before.inside(() => queue.push({ body: { n: 1 }, delayInSeconds: 60 }));
    const after = consuming();
    await after.clock.setTo(before.clock.now());
    after.queue.restore(before.queue.pending());
    await after.clock.advance(60_000);
    expect(after.received.map(({ event }) => event.body)).toEqual([{ n: 1 }]);
  });
});
