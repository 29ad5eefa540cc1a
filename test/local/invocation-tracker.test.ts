import { describe, expect, it } from 'vitest';
import { manualClock, type Clock } from '../../local/clock';
import { InvocationTracker } from '../../local/platform/invocation-tracker';
import { createSite } from '../../local/site';
import { FIXTURE_MANIFEST } from './fixture-app';

/** A timer as functions have it: it belongs to the invocation that set it. */
function sleep(tracker: InvocationTracker<string>, clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const suspended = tracker.suspend();
    clock.setTimeout(() => suspended?.resume(resolve), ms);
  });
}

describe('Which invocation runs', () => {
  it('is known through promises and timers, however many are interleaved', async () => {
    const tracker = new InvocationTracker<string>();
    const clock = manualClock(0);
    const seen = (name: string, i: number) =>
      tracker.run(name, async () => {
        const names = [tracker.current()];
        for (let step = 1; step <= 4; step++) {
          await sleep(tracker, clock, (i * 7 + step * 3) % 11);
          names.push(tracker.current());
          await Promise.resolve();
          names.push(tracker.current());
        }
        return names;
      });
    const all = Array.from({ length: 300 }, (_, i) => seen(`invocation ${i}`, i));
    const results = await clock.run(Promise.all(all));
    results.forEach((names, i) => expect(new Set(names)).toEqual(new Set([`invocation ${i}`])));
  });

  it('is known for what it left behind, while others run', async () => {
    const tracker = new InvocationTracker<string>();
    const clock = manualClock(0);
    const late: (string | undefined)[] = [];
    const leave = (name: string) =>
      tracker.run(name, async () => {
        void sleep(tracker, clock, 10).then(async () => {
          await Promise.resolve();
          late.push(tracker.current());
        });
        return Promise.resolve();
      });
    await leave('first');
    await leave('second');
    const during = tracker.run('third', async () => {
      await sleep(tracker, clock, 20);
      return tracker.current();
    });
    expect(await clock.run(during)).toBe('third');
    expect(late).toEqual(['first', 'second']);
  });

  it('is none once everything of it is over', async () => {
    const tracker = new InvocationTracker<string>();
    await Promise.all(['one', 'two', 'three'].map((name) => tracker.run(name, () => Promise.resolve())));
    await new Promise((resolve) => setImmediate(resolve));
    expect(tracker.current()).toBeUndefined();
    expect(tracker.suspend()).toBeUndefined();
  });

  it('is not mixed up between installations while storage is slow', async () => {
    const options = { clock: manualClock(0), manifestPath: FIXTURE_MANIFEST };
    const first = await createSite(options);
    const second = await createSite({ ...options, share: first });
    const sites = [first, second];
    for (const site of sites) site.faults.set({ storage: { latencyMs: [0, 50] }, seed: 3 });
    const calls = Array.from({ length: 400 }, async (_, i) => {
      const site = sites[i % 2] ?? first;
      const key = `k${i % 20}`;
      const value = `${i % 2}`;
      await site.invoke({ account: 'ann', functionKey: 'set', payload: { key, value } });
      return (await site.invoke({ account: 'bo', functionKey: 'get', payload: { key } })) === value;
    });
    expect(await Promise.all(calls)).toEqual(calls.map(() => true));
  });
});
