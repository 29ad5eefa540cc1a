/** Time that passes only when a test says so, and at once. Events of one moment run in the order they were set. */
export interface SimulatedTime {
  /** Milliseconds since the start. */
  now(): number;
  after(delay: number, run: () => void): () => void;
  /** Runs everything due within `duration`, each event with all that it sets off. */
  advance(duration: number): Promise<void>;
}

interface Event {
  at: number;
  order: number;
  run: (() => void) | undefined;
}

const isBefore = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

export function createSimulatedTime(): SimulatedTime {
  const heap: Event[] = [];
  let now = 0;
  let order = 0;

  function push(event: Event): void {
    let index = heap.push(event) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (!parent || !isBefore(event, parent)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = event;
  }

  function pop(): void {
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      const [left, right] = [heap[below], heap[below + 1]];
      if (!left) break;
      const child = right && isBefore(right, left) ? right : left;
      if (child === right) below++;
      if (!isBefore(child, last)) break;
      heap[index] = child;
      index = below;
    }
    heap[index] = last;
  }

  // Promises that the event settled are followed to their end before the next event.
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  return {
    now: () => now,
    after(delay, run) {
      const event: Event = { at: now + Math.max(0, delay), order: order++, run };
      push(event);
      return () => (event.run = undefined);
    },
    async advance(duration) {
      const end = now + duration;
      await settle();
      for (let next = heap[0]; next && next.at <= end; next = heap[0]) {
        pop();
        if (!next.run) continue;
        now = next.at;
        next.run();
        await settle();
      }
      now = end;
    },
  };
}
