import { describe, expect, it } from 'vitest';
import { simulateVisitors } from './visitor-simulation';

const VISITORS = 1_000;
/** Polls a minute: pages wait 10 to 20 % longer than the server asks them to. */
const POLLS = VISITORS / 1.15;
const sum = (counts: number[]): number => counts.reduce((total, count) => total + count, 0);
const mean = (counts: number[]): number => sum(counts) / counts.length;

describe('F7: what many visitors cost', () => {
  it('a thousand pages poll evenly, once in the interval that the server asks for', async () => {
    const requests = await simulateVisitors({ visitors: VISITORS, minutes: 20, arriveWithin: 2 });
    const steady = requests.slice(4);
    expect(mean(steady)).toBeGreaterThan(0.97 * POLLS);
    expect(mean(steady)).toBeLessThan(1.03 * POLLS);
    expect(Math.max(...steady)).toBeLessThan(1.2 * VISITORS);
  });

  it('a storm of 429 costs at most a quarter of that, and no more after it', async () => {
    const requests = await simulateVisitors({
      visitors: VISITORS,
      minutes: 40,
      arriveWithin: 1,
      script: (minute, server) => {
        server.failure = minute >= 5 && minute < 20 ? { retryAfter: 240 } : 'none';
      },
    });
    // Every page meets the storm once, in its first interval.
    expect(mean(requests.slice(7, 20))).toBeLessThanOrEqual(0.25 * POLLS);
    expect(Math.max(...requests.slice(20))).toBeLessThan(1.2 * VISITORS);
  });

  it('after ten minutes without a server they do not come back all at once', async () => {
    const requests = await simulateVisitors({
      visitors: VISITORS,
      minutes: 40,
      arriveWithin: 1,
      script: (minute, server) => {
        server.failure = minute >= 5 && minute < 15 ? 'network' : 'none';
      },
    });
    expect(Math.max(...requests.slice(7))).toBeLessThan(1.2 * VISITORS);
    expect(mean(requests.slice(30))).toBeGreaterThan(0.95 * POLLS);
  });
});
