import { TimerQueue, type Timer } from './timer-queue';

/**
 * The only file of the local site that reads the computer's time or uses its timers. Everything else is
 * given a clock, so that minutes and days can be jumped over and tests never sleep.
 */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Where this clock is, seen from the computer's: pages follow it. */
  siteTime(): SiteTime;
  /** Like the global function, on this clock. A move of the clock fires what it passes. */
  setTimeout(task: () => unknown, ms: number): Timer;
  clearTimeout(timer: Timer | undefined): void;
  /** Moves forward. Timers passed fire in time order, each at its own moment; what they start settles first. */
  advance(ms: number): Promise<void>;
  /** Moves to a moment. Into the past: nothing fires. */
  setTo(ms: number): Promise<void>;
  /** Back to the computer's time, or to the start of a manual clock; nothing fires. */
  reset(): void;
  /** Called after every advance, setTo and reset. Returns what stops it. */
  onMove(listener: () => void): () => void;
  /** Says that work is going on that is not waiting for this clock; call the returned function when it ends. */
  hold(): () => void;
  /** The promise itself; on a manual clock, jumps from timer to timer until it settles. */
  run<T>(promise: Promise<T>): Promise<T>;
}

/** A clock that shows `since + (computer's now - since) * speed + aheadMs`. */
export interface SiteTime {
  /** Milliseconds by which moves have put it ahead of the computer's. */
  aheadMs: number;
  /** How many times as fast as the computer's it goes. */
  speed: number;
  /** The moment of the computer's clock since which it has that speed. */
  since: number;
}

export interface SystemClock extends Clock {
  /** From now on, time passes so many times as fast as the computer's (> 0), until the next reset. Moves nothing. */
  setSpeed(speed: number): void;
}

export interface ManualClock extends Clock {
  /** Timers that are still to fire. */
  pending(): number;
}

/** Turns of the event loop after which promises that wait for nothing but each other have settled. */
const SETTLE_TURNS = 3;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Where a clock gets the time from, and how it is told to jump. */
interface TimeSource {
  now(): number;
  siteTime(): SiteTime;
  jumpTo(ms: number): void;
  reset(): void;
  /** The earliest timer may have changed. */
  rearm(first: Timer | undefined): void;
}

interface Core extends Omit<Clock, 'run'> {
  /** Waits until everything that does not wait for this clock has settled. */
  settle(): Promise<void>;
  fire(timer: Timer): void;
  /** The time is another now, or passes in another way. */
  moved(): void;
  readonly queue: TimerQueue;
}

function createCore(source: TimeSource): Core {
  const queue = new TimerQueue();
  const listeners = new Set<() => void>();
  let held = 0;
  let moving = Promise.resolve();

  async function settle(): Promise<void> {
    do {
      for (let turn = 0; turn < SETTLE_TURNS; turn++) await nextTurn();
    } while (held > 0);
  }

  function fire(timer: Timer): void {
    queue.remove(timer);
    timer.task();
  }

  function moved(): void {
    source.rearm(queue.first());
    for (const listener of listeners) listener();
  }

  async function moveTo(target: number): Promise<void> {
    if (target < source.now()) source.jumpTo(target);
    for (let next = queue.first(); next && next.at <= target; next = queue.first()) {
      if (next.at > source.now()) source.jumpTo(next.at);
      fire(next);
      await settle();
    }
    if (source.now() < target) source.jumpTo(target);
    moved();
  }

  /** One move after the other: two at the same time would fire timers out of order. */
  function inTurn(move: () => Promise<void>): Promise<void> {
    const done = moving.then(move);
    moving = done.catch(() => undefined);
    return done;
  }

  return {
    queue,
    settle,
    fire,
    now: () => source.now(),
    siteTime: () => source.siteTime(),
    moved,
    setTimeout(task, ms) {
      const timer = queue.add(source.now() + (ms > 0 ? ms : 0), task);
      if (timer.slot === 0) source.rearm(timer);
      return timer;
    },
    clearTimeout(timer) {
      if (timer) queue.remove(timer);
    },
    advance: (ms) => inTurn(() => moveTo(source.now() + ms)),
    setTo: (ms) => inTurn(() => moveTo(ms)),
    reset() {
      source.reset();
      moved();
    },
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hold() {
      held += 1;
      let over = false;
      return () => {
        if (!over) held -= 1;
        over = true;
      };
    },
  };
}

const LONGEST_REAL_TIMER_MS = 2 ** 31 - 1;

/**
 * The computer's time, plus an offset that moves make. `startMs`: another moment to begin at, and to go back to with every
 * reset.
 */
export function systemClock(startMs?: number): SystemClock {
  function atStart(): SiteTime {
    const since = Date.now();
    return { aheadMs: startMs === undefined ? 0 : startMs - since, speed: 1, since };
  }

  let time = atStart();
  let armed: { timer: NodeJS.Timeout; at: number } | undefined;
  const now = (): number => Math.floor(time.since + (Date.now() - time.since) * time.speed + time.aheadMs);

  function onAlarm(): void {
    armed = undefined;
    for (let next = core.queue.first(); next && next.at <= now(); next = core.queue.first()) core.fire(next);
    rearm(core.queue.first());
  }

  /** An alarm for a timer that was removed is left alone: it wakes up, finds nothing and sets the next. */
  function rearm(first: Timer | undefined): void {
    if (!first || (armed && armed.at <= first.at)) return;
    if (armed) clearTimeout(armed.timer);
    const delay = Math.min(Math.max((first.at - now()) / time.speed, 0), LONGEST_REAL_TIMER_MS);
    armed = { timer: setTimeout(onAlarm, delay), at: first.at };
  }

  /** The alarm was set in the time before the jump. */
  function disarm(): void {
    if (armed) clearTimeout(armed.timer);
    armed = undefined;
  }

  const core = createCore({
    now,
    siteTime: () => time,
    jumpTo(ms) {
      time = { ...time, aheadMs: time.aheadMs + ms - now() };
      disarm();
    },
    reset() {
      time = atStart();
      disarm();
    },
    rearm,
  });
  return {
    ...core,
    run: (promise) => promise,
    setSpeed(speed) {
      const since = Date.now();
      time = { aheadMs: now() - since, speed, since };
      disarm();
      core.moved();
    },
  };
}

/** A clock that stands still but for its moves: hours of timers run in milliseconds, always in the same order. */
export function manualClock(startMs: number): ManualClock {
  let time = startMs;
  let waiting = 0;
  let driving = false;
  const core = createCore({
    now: () => time,
    siteTime: () => ({ aheadMs: time - Date.now(), speed: 1, since: Date.now() }),
    jumpTo: (ms) => (time = ms),
    reset: () => (time = startMs),
    rearm: () => undefined,
  });

  async function drive(): Promise<void> {
    driving = true;
    for (;;) {
      await core.settle();
      if (waiting === 0) break;
      const next = core.queue.first();
      if (!next) {
        await new Promise((resolve) => setTimeout(resolve, 1)); // something outside this process, such as a file
        continue;
      }
      time = Math.max(time, next.at);
      core.fire(next);
    }
    driving = false;
  }

  return {
    ...core,
    pending: () => core.queue.size,
    async run(promise) {
      waiting += 1;
      if (!driving) void drive();
      try {
        return await promise;
      } finally {
        waiting -= 1;
      }
    },
  };
}
