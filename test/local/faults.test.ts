import { asApp, route } from '@forge/api';
import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import { describe, expect, it } from 'vitest';
import { createFaults } from '../../local/faults';
import { insideFunction } from './inside-function';

const statusOf = async (call: Promise<unknown>): Promise<number> => {
  try {
    await call;
    return 200;
  } catch (error) {
    return error instanceof ForgeKvsAPIError ? error.responseDetails.status : 0;
  }
};

describe('Storage faults', () => {
  it('throttled: 429 with the code of the call, and nothing applied', async () => {
    const { inside, faults } = insideFunction();
    faults.set({ storage: { throttled: 1 } });
    await expect(inside(() => kvs.set('a', 1))).rejects.toMatchObject({
      code: 'RATE_LIMIT_EXCEEDED',
      responseDetails: { status: 429 },
    });
    await expect(inside(() => kvs.transact().set('a', 1).execute())).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
    });
    faults.set({});
    expect(await inside(() => kvs.get('a'))).toBeUndefined();
  });

  it('lost before: a time-out that applied nothing; lost after: a time-out that applied it', async () => {
    const { inside, faults } = insideFunction();
    faults.set({ storage: { lostBefore: 1 } });
    await expect(inside(() => kvs.set('a', 1))).rejects.toMatchObject({
      code: 'UNKNOWN_ERROR',
      responseDetails: { status: 504 },
    });
    faults.set({ storage: { lostAfter: 1 } });
    expect(await statusOf(inside(() => kvs.set('b', 2)))).toBe(504);
    faults.set({});
    expect(await inside(async () => [await kvs.get('a'), await kvs.get('b')])).toEqual([undefined, 2]);
  });

  it('down: 503 for every call', async () => {
    const { inside, faults } = insideFunction();
    faults.set({ storage: { down: true } });
    expect(await statusOf(inside(() => kvs.get('a')))).toBe(503);
  });

  it('latency: passes on the clock, not in reality', async () => {
    const { inside, faults, clock } = insideFunction();
    const start = clock.now();
    faults.set({ storage: { latencyMs: [3_000, 3_000] } });
    await clock.run(inside(() => kvs.get('a')));
    expect(clock.now() - start).toBe(3_000);
  });

  it('happen about as often as asked for, and to the same calls with the same seed', async () => {
    const { inside, faults } = insideFunction();
    const outcomes = (seed: number) => {
      faults.set({ storage: { throttled: 0.05, lostBefore: 0.03, lostAfter: 0.03 }, seed });
      return inside(() => Promise.all(Array.from({ length: 2_000 }, () => statusOf(kvs.set('a', 1)))));
    };
    const first = await outcomes(7);
    expect(await outcomes(7)).toEqual(first);
    expect(await outcomes(8)).not.toEqual(first);
    const share = (status: number) => first.filter((each) => each === status).length / first.length;
    expect(share(429)).toBeCloseTo(0.05, 1);
    expect(share(504)).toBeCloseTo(0.06, 1);
  });
});

describe('Limits per minute', () => {
  it('are enforced only when asked for', async () => {
    const { inside, faults } = insideFunction();
    const reads = () =>
      inside(() => Promise.all(Array.from({ length: 1_001 }, () => statusOf(kvs.get('a')))));
    expect(new Set(await reads())).toEqual(new Set([200]));
    faults.set({ rateLimits: true });
    expect((await reads()).at(-1)).toBe(429);
  });
});

describe('Jira faults', () => {
  it.each([
    [{ throttled: 1 }, 429],
    [{ lostBefore: 1 }, 504],
    [{ lostAfter: 1 }, 504],
    [{ down: true }, 503],
  ])('%j answers %i', async (jira, status) => {
    const { inside, faults } = insideFunction();
    faults.set({ jira });
    const response = await inside(() => asApp().requestJira(route`/rest/api/3/project/SUP`));
    expect(response.status).toBe(status);
  });
});

describe('What is asked for', () => {
  it.each([
    [[], 'These faults are not understood'],
    [{ storage: { throttled: 2 } }, 'storage.throttled'],
    [{ storage: { slow: 1 } }, 'storage'],
    [{ jira: { latencyMs: [5, 1] } }, 'jira.latencyMs: must be [from, to] with from ≤ to'],
    [{ colour: 'red' }, 'colour'],
  ])('is refused with a sentence when it is not understood: %j', (settings, says) => {
    const faults = createFaults();
    faults.set({ storage: { down: true } });
    expect(() => faults.set(settings)).toThrow(says);
    expect(faults.get()).toEqual({ storage: { down: true } });
  });
});
