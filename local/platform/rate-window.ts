/** Counts what happens in windows of a fixed length, like the platform's limits per second and per minute. */
export class RateWindow {
  #start = Number.NEGATIVE_INFINITY;
  #used = 0;

  constructor(
    readonly now: () => number,
    readonly lengthMs: number,
    readonly limit: number,
  ) {}

  /** False, and counts nothing, when the window is used up. */
  take(units = 1): boolean {
    this.#turn();
    if (this.#used + units > this.limit) return false;
    this.#used += units;
    return true;
  }

  get remaining(): number {
    this.#turn();
    return this.limit - this.#used;
  }

  /** Whole seconds until the next window. */
  get resetSeconds(): number {
    return Math.ceil((this.#start + this.lengthMs - this.now()) / 1_000);
  }

  #turn(): void {
    const now = this.now();
    // The clock may have been put back.
    if (now >= this.#start && now < this.#start + this.lengthMs) return;
    this.#start = now;
    this.#used = 0;
  }
}
