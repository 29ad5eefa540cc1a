import { describe, expect, it } from 'vitest';
import { manualClock } from '../../../local/clock';
import { createPacedTimers } from '../../../local/pages/browser/paced-timers';

/** A page whose own timers run on a clock that stands still but for its moves. */
function aPage() {
  const clock = manualClock(0);
  const handles = new Map<number, ReturnType<typeof clock.setTimeout>>();
  const page = {
    setTimeout: (task: () => void, ms: number) => {
      const handle = handles.size + 1;
      handles.set(handle, clock.setTimeout(task, ms));
      return handle;
    },
    clearTimeout: (handle: number) => clock.clearTimeout(handles.get(handle)),
  } as unknown as Window;
  const timers = createPacedTimers(page, () => clock.now());
  const rung: [number, string][] = [];
  const ring = (name: string): void => void rung.push([clock.now(), name]);
  return { clock, page, timers, rung, ring };
}

describe('The timers of a page on a site whose clock has a speed', () => {
  it('are the computer’s at speed 1, arguments included', async () => {
    const { clock, page, rung, ring } = aPage();
    page.setTimeout(ring, 100, 'once');
    await clock.advance(1_000);
    expect(rung).toEqual([[100, 'once']]);
  });

  it('ring as much earlier or later as time is quicker or slower, also those that wait already', async () => {
    const { clock, page, timers, rung, ring } = aPage();
    page.setTimeout(ring, 1_000, 'waits');
    await clock.advance(200);
    timers.setSpeed(8);
    page.setTimeout(ring, 1_000, 'new');
    await clock.advance(50);
    timers.setSpeed(0.5);
    await clock.advance(10_000);
    // 200 ms at 1, 50 ms at 8 and 800 ms at 0.5; 50 ms at 8 and 1,200 ms at 0.5.
    expect(rung).toEqual([
      [1_050, 'waits'],
      [1_450, 'new'],
    ]);
  });

  it('repeat until they are cleared, by the name that they got first', async () => {
    const { clock, page, timers, rung, ring } = aPage();
    const every = page.setInterval(ring, 100, 'tick');
    const never = page.setTimeout(ring, 300, 'never');
    await clock.advance(200);
    timers.setSpeed(2);
    page.clearTimeout(never);
    await clock.advance(100);
    page.clearInterval(every);
    await clock.advance(1_000);
    expect(rung.map(([at]) => at)).toEqual([100, 200, 250, 300]);
  });
});
