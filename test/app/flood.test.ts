import { describe, expect, it } from 'vitest';
import { flood, FLOODS } from '../support/flood';

/** `npm run bench -- R14` sends the 1,000 a minute for ten minutes. */
const SIZE = { minutes: 1, startsPerMinute: 120, honestPerMinute: 2 };

describe('One program that floods a desk', () => {
  it.each(FLOODS)('with %s keeps nobody out, and makes nobody a customer (R14, T1, T6)', async (kind) => {
    const report = await flood({ kind, ...SIZE });
    expect(report).toMatchObject({ starts: 2, started: 2, lost: 0, customers: 0 });
    expect(report.followedUp).toBe(report.followUps);
    expect(report.taken).toBeLessThanOrEqual(20);
    expect(report.deliveryS).toBeLessThanOrEqual(30);
    expect(report.bytes).toBeLessThan(500_000);
  });

  it('passes no limit and loses nothing while storage refuses one call in twenty (R14, T6)', async () => {
    const report = await flood({
      kind: 'many addresses',
      ...SIZE,
      faults: { storage: { throttled: 0.05 } },
    });
    expect(report).toMatchObject({ starts: 2, started: 2, lost: 0, customers: 0 });
    expect(report.followedUp).toBe(report.followUps);
    expect(report.taken).toBeLessThanOrEqual(20);
  });
});
