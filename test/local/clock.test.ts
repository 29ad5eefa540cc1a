import { describe, expect, it } from 'vitest';
import { manualClock, systemClock, type Clock } from '../../local/clock';

const START = Date.UTC(2026, 10, 22, 9);
const wait = (clock: Clock, ms: number): Promise<void> =>
  new Promise((resolve) => clock.setTimeout(() => resolve(), ms));

describe('A manual clock', () => {
  it('stands still until it is moved', async () => {
    const clock = manualClock(START);
    let fired = false;
    clock.setTimeout(() => (fired = true), 1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([clock.now(), fired]).toEqual([START, false]);
  });

  it('fires timers in the order of their time, each at its own moment', async () => {
    const clock = manualClock(START);
    const fired: [string, number][] = [];
    for (const [name, ms] of [
      ['c', 30],
      ['a', 10],
      ['b', 20],
      ['later', 41],
    ] as const) {
      clock.setTimeout(() => fired.push([name, clock.now() - START]), ms);
    }
    await clock.advance(40);
    expect(fired).toEqual([
      ['a', 10],
      ['b', 20],
      ['c', 30],
    ]);
    expect(clock.now()).toBe(START + 40);
  });

  it('lets what a timer starts settle, and fires the timers which that sets, before the next', async () => {
    const clock = manualClock(START);
    const fired: string[] = [];
    clock.setTimeout(async () => {
      await wait(clock, 5);
      fired.push('chained at 15');
    }, 10);
    clock.setTimeout(() => fired.push('at 20'), 20);
    await clock.advance(20);
    expect(fired).toEqual(['chained at 15', 'at 20']);
  });

  it('does not fire what was cleared', async () => {
    const clock = manualClock(START);
    const fired: string[] = [];
    const timer = clock.setTimeout(() => fired.push('cleared'), 10);
    clock.setTimeout(() => fired.push('kept'), 10);
    clock.clearTimeout(timer);
    clock.clearTimeout(timer);
    await clock.advance(10);
    expect(fired).toEqual(['kept']);
  });

  it('jumps from timer to timer while it runs a promise, and no further', async () => {
    const clock = manualClock(START);
    let fired = false;
    clock.setTimeout(() => (fired = true), 3_600_001);
    await clock.run(wait(clock, 1_800_000).then(() => wait(clock, 1_800_000)));
    expect([clock.now() - START, fired]).toEqual([3_600_000, false]);
  });

  it('runs several promises at once in the order of their time', async () => {
    const clock = manualClock(START);
    const order: number[] = [];
    const run = (ms: number) => clock.run(wait(clock, ms).then(() => order.push(ms)));
    await Promise.all([run(30), run(10), run(20)]);
    expect(order).toEqual([10, 20, 30]);
  });

  it('does not move while somebody holds it for work outside', async () => {
    const clock = manualClock(START);
    const release = clock.hold();
    const running = clock.run(wait(clock, 1_000));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(clock.now()).toBe(START);
    release();
    await running;
    expect(clock.now()).toBe(START + 1_000);
  });

  it('goes back without firing anything', async () => {
    const clock = manualClock(START);
    let fired = 0;
    clock.setTimeout(() => (fired += 1), 1_000);
    await clock.setTo(START - 60_000);
    expect([clock.now(), fired]).toEqual([START - 60_000, 0]);
    await clock.setTo(START + 1_000);
    expect(fired).toBe(1);
  });

  it('tells its listeners of every move, until they stop listening', async () => {
    const clock = manualClock(START);
    let moves = 0;
    const stop = clock.onMove(() => (moves += 1));
    await clock.advance(1);
    await clock.setTo(START);
    clock.reset();
    stop();
    await clock.advance(1);
    expect(moves).toBe(3);
  });

  it('fires timers in order through any sequence of adding and clearing', async () => {
    const clock = manualClock(START);
    const fired: number[] = [];
    const timers = Array.from({ length: 500 }, (_, i) => {
      const at = (i * 7_919) % 1_009;
      return clock.setTimeout(() => fired.push(at), at);
    });
    timers.filter((_, i) => i % 3 === 0).forEach((timer) => clock.clearTimeout(timer));
    await clock.advance(1_009);
    expect(fired).toEqual([...fired].sort((a, b) => a - b));
    expect(fired).toHaveLength(333);
    expect(clock.pending()).toBe(0);
  });
});

describe('The system clock', () => {
  it('follows the computer, with its timers', async () => {
    const clock = systemClock();
    const start = clock.now();
    expect(Math.abs(start - Date.now())).toBeLessThan(1_000);
    await wait(clock, 20);
    expect(clock.now() - start).toBeGreaterThanOrEqual(20);
  });

  it('passes as many times as fast as it is told, from the moment where it is, until it is reset', async () => {
    const clock = systemClock();
    await clock.advance(3_600_000);
    const before = clock.now();
    clock.setSpeed(1_000);
    expect(clock.now() - before).toBeLessThan(60_000);
    const [from, started] = [clock.now(), Date.now()];
    await wait(clock, 10_000);
    expect(clock.now() - from).toBeGreaterThanOrEqual(10_000);
    expect(Date.now() - started).toBeLessThan(5_000);
    const { speed, since, aheadMs } = clock.siteTime();
    expect(Math.abs(since + (Date.now() - since) * speed + aheadMs - clock.now())).toBeLessThan(5_000);
    clock.reset();
    expect(clock.siteTime().speed).toBe(1);
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
  });

  it('begins at a moment of its own, and is there again at once after a reset: what is planned then is for soon', async () => {
    const monday = Date.parse('2026-03-02T10:00:00Z');
    const clock = systemClock(monday);
    expect(clock.now() - monday).toBeLessThan(5_000);
    await clock.advance(3_600_000);
    clock.setSpeed(8);
    clock.reset();
    expect(clock.siteTime().speed).toBe(1);
    const timer = clock.setTimeout(() => undefined, 300_000);
    expect(timer.at - monday).toBeLessThan(305_000);
    clock.clearTimeout(timer);
  });

  it('fires what a move passes, in order, and goes on from there', async () => {
    const clock = systemClock();
    const start = clock.now();
    const fired: string[] = [];
    clock.setTimeout(() => fired.push('hour'), 3_600_000);
    clock.setTimeout(() => fired.push('minute'), 60_000);
    await clock.advance(4 * 3_600_000);
    expect(fired).toEqual(['minute', 'hour']);
    expect(clock.now() - start).toBeGreaterThanOrEqual(4 * 3_600_000);
    await wait(clock, 5);
    clock.reset();
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
  });
});
