/** What a timer waits for, in the page's time. */
interface Pending {
  run(): void;
  /** Milliseconds that were left when it was armed. */
  left: number;
  /** On the browser's monotonic clock. */
  armedAt: number;
  handle: number;
  /** Absent for what runs once. */
  every?: number;
}

/** No page of Frontdesk runs code from a string. */
type Task = (...args: unknown[]) => void;

/** The page's timers in the place of the browser's, as much faster or slower as they are told; also those that wait. */
export function createPacedTimers(page: Window, elapsed: () => number): { setSpeed(speed: number): void } {
  const wait = page.setTimeout.bind(page);
  const forget = page.clearTimeout.bind(page);
  const pending = new Map<number, Pending>();
  let speed = 1;

  function arm(id: number | undefined, timer: Omit<Pending, 'armedAt' | 'handle'>): number {
    // The first handle is the page's name for the timer, however often it is armed anew.
    const handle = wait(() => fire(id ?? handle), Math.max(0, timer.left / speed));
    pending.set(id ?? handle, { ...timer, armedAt: elapsed(), handle });
    return handle;
  }

  function fire(id: number): void {
    const timer = pending.get(id);
    if (!timer) return;
    if (timer.every === undefined) pending.delete(id);
    else arm(id, { ...timer, left: timer.every });
    timer.run();
  }

  function clear(id: number | undefined): void {
    const timer = id === undefined ? undefined : pending.get(id);
    forget(timer?.handle ?? id);
    if (id !== undefined) pending.delete(id);
  }

  const start = (run: () => void, left: number, every?: number): number =>
    arm(undefined, { run, left, ...(every !== undefined && { every }) });

  Object.assign(page, {
    setTimeout: (task: Task, ms = 0, ...args: unknown[]) => start(() => task(...args), ms),
    setInterval: (task: Task, ms = 0, ...args: unknown[]) => start(() => task(...args), ms, ms),
    clearTimeout: clear,
    clearInterval: clear,
  });

  return {
    setSpeed(next) {
      const waiting = [...pending];
      const passed = (timer: Pending): number => (elapsed() - timer.armedAt) * speed;
      const left = waiting.map(([, timer]) => timer.left - passed(timer));
      speed = next;
      for (const [index, [id, timer]] of waiting.entries()) {
        forget(timer.handle);
        arm(id, { ...timer, left: left[index] ?? 0 });
      }
    },
  };
}
