/** Work that nobody waits for: deliveries, scheduled runs. Knows when there is none left. */
export class BackgroundWork {
  readonly #running = new Set<Promise<void>>();

  /** The promise itself, which counts as running until it settles. */
  track<T>(work: Promise<T>): Promise<T> {
    const settled = work.then(
      () => undefined,
      () => undefined,
    );
    this.#running.add(settled);
    void settled.then(() => this.#running.delete(settled));
    return work;
  }

  async idle(): Promise<void> {
    // What was just queued starts in a microtask.
    await Promise.resolve();
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
