/** A task that is due at a moment; `slot` is its place in the queue, -1 once it is out. */
export interface Timer {
  readonly at: number;
  readonly order: number;
  readonly task: () => unknown;
  slot: number;
}

const before = (a: Timer, b: Timer): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/**
 * Timers in the order in which they are due (a binary heap). Timers know their slot, so that removing one
 * is cheap: every invocation sets a time limit and nearly every one removes it.
 */
export class TimerQueue {
  readonly #heap: Timer[] = [];
  #added = 0;

  get size(): number {
    return this.#heap.length;
  }

  first(): Timer | undefined {
    return this.#heap[0];
  }

  add(at: number, task: () => unknown): Timer {
    const timer: Timer = { at, order: this.#added++, task, slot: this.#heap.length };
    this.#heap.push(timer);
    this.#rise(timer);
    return timer;
  }

  remove(timer: Timer): void {
    const { slot } = timer;
    if (slot < 0 || this.#heap[slot] !== timer) return;
    const last = this.#heap.pop();
    timer.slot = -1;
    if (last === undefined || last === timer) return;
    this.#place(last, slot);
    this.#rise(last);
    this.#sink(last);
  }

  #place(timer: Timer, slot: number): void {
    this.#heap[slot] = timer;
    timer.slot = slot;
  }

  #rise(timer: Timer): void {
    for (;;) {
      const { slot } = timer;
      const parent = slot > 0 ? this.#heap[(slot - 1) >> 1] : undefined;
      if (!parent || !before(timer, parent)) return;
      const parentSlot = parent.slot;
      this.#place(parent, slot);
      this.#place(timer, parentSlot);
    }
  }

  #sink(timer: Timer): void {
    for (;;) {
      const { slot } = timer;
      const left = this.#heap[2 * slot + 1];
      const right = this.#heap[2 * slot + 2];
      const child = left && right && before(right, left) ? right : left;
      if (!child || !before(child, timer)) return;
      const childSlot = child.slot;
      this.#place(child, slot);
      this.#place(timer, childSlot);
    }
  }
}
