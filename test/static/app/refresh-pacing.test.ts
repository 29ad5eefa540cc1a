import { describe, expect, it } from 'vitest';
import { createRefreshPacing } from '../../../static/app/refresh-pacing';

/** Moments at which lists are fetched when pings come at these, milliseconds. */
function refreshes(pings: number[]): number[] {
  const pacing = createRefreshPacing();
  const ran: number[] = [];
  let due = Infinity;
  const runUntil = (now: number): void => {
    if (due > now) return;
    ran.push(due);
    pacing.ran(due);
    due = Infinity;
  };
  for (const now of pings) {
    runUntil(now);
    due = Math.min(due, now + pacing.delay(now));
  }
  runUntil(Infinity);
  return ran;
}

const everySecond = (seconds: number, perSecond: number): number[] =>
  Array.from({ length: seconds * perSecond }, (_, index) => (index * 1_000) / perSecond);

describe('How often lists of conversations are fetched', () => {
  it('a change after a quiet while shows at once', () => {
    expect(refreshes([0, 60_000, 120_000])).toEqual([200, 60_200, 120_200]);
  });
  it('several at once make one refresh', () => {
    expect(refreshes([0, 20, 100, 190])).toEqual([200]);
  });
  it('the last of a row is never forgotten', () => {
    expect(refreshes([0, 400, 500]).at(-1)).toBeGreaterThanOrEqual(500);
  });
  it('F7: in a project where ten things happen every second, six times a minute', () => {
    const calls = refreshes(everySecond(600, 10)).filter((at) => at >= 60_000 && at < 540_000);
    expect(calls.length / 8).toBeLessThanOrEqual(6);
    expect(calls.length / 8).toBeGreaterThan(5);
  });
  it('at once again when it has become quiet', () => {
    const busy = everySecond(60, 10);
    expect(refreshes([...busy, 120_000]).at(-1)).toBe(120_200);
  });
});
