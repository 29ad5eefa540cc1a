import { AsyncLocalStorage } from 'node:async_hooks';

/** Its `then` is what queueMicrotask does, without the async resource that Node makes for each of those. */
const SETTLED = Promise.resolve();

/** An invocation, and how much of it may still go on: the function itself, its platform calls, its timers. */
interface Tracked<T> {
  readonly invocation: T;
  open: number;
  over: boolean;
}

/**
 * Knows to which invocation the code that runs belongs, however many are interleaved.
 *
 * AsyncLocalStorage knows, but hooks into every promise of the process: that costs twice what all the rest of a web
 * trigger call does (figure F5). An invocation that has the process for itself needs no hook, everything that runs
 * is its own. So the first is not followed, and those that begin before it is over are. It is over when nothing of
 * it can run any more: the function has settled, no call or timer of it is open, and no promise waits to go on.
 */
export class InvocationTracker<T> {
  readonly #storage = new AsyncLocalStorage<Tracked<T> | undefined>();
  #followed = 0;
  #alone: Tracked<T> | undefined;

  /** The invocation that the running code belongs to. */
  current(): T | undefined {
    return this.#current()?.invocation;
  }

  /** Runs a function as an invocation. */
  run<R>(invocation: T, run: () => Promise<R>): Promise<R> {
    const tracked: Tracked<T> = { invocation, open: 1, over: false };
    let running: Promise<R>;
    if (this.#alone || this.#followed > 0) {
      this.#followed += 1;
      running = this.#storage.run(tracked, run);
    } else {
      this.#alone = tracked;
      running = run();
    }
    running.then(
      () => this.close(tracked),
      () => this.close(tracked),
    );
    return running;
  }

  /** Call it where the running code starts to wait for something else than a promise of its own. */
  suspend(): Suspension<T> | undefined {
    const tracked = this.#current();
    if (!tracked) return undefined;
    tracked.open += 1;
    return new Suspension(this, tracked);
  }

  /** Runs code as a part of an invocation that began before. */
  goOn(tracked: Tracked<T>, code: () => unknown): void {
    // The surroundings may be those of another invocation: whoever moved the clock, for instance.
    if (this.#followed > 0) this.#storage.run(tracked === this.#alone ? undefined : tracked, code);
    else code();
  }

  /** One thing less that the invocation waits for. */
  close(tracked: Tracked<T>): void {
    tracked.open -= 1;
    if (tracked.open > 0) return;
    // Promises that were just settled go on in microtasks, and ticks come after all of those.
    void SETTLED.then(() => process.nextTick(() => this.#finish(tracked)));
  }

  #current(): Tracked<T> | undefined {
    const followed = this.#followed > 0 ? this.#storage.getStore() : undefined;
    return followed && !followed.over ? followed : this.#alone;
  }

  #finish(tracked: Tracked<T>): void {
    if (tracked.open > 0 || tracked.over) return;
    tracked.over = true;
    if (tracked === this.#alone) {
      this.#alone = undefined;
      return;
    }
    this.#followed -= 1;
    if (this.#followed === 0) this.#storage.disable();
  }
}

/** Something that an invocation waits for. */
export class Suspension<T> {
  #ended = false;

  constructor(
    readonly tracker: InvocationTracker<T>,
    readonly tracked: Tracked<T>,
  ) {}

  /** Goes on, for the last time, as part of the invocation. */
  resume(code: () => unknown): void {
    try {
      this.tracker.goOn(this.tracked, code);
    } finally {
      this.end();
    }
  }

  /** Nothing will go on here. */
  end(): void {
    if (!this.#ended) this.tracker.close(this.tracked);
    this.#ended = true;
  }
}
