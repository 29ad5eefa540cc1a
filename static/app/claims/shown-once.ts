/** Lets one of all windows of a browser show a flag. */
export interface ShownOnce {
  /** True for exactly one window; `now` is the server's time. */
  claim(id: string, now: number): Promise<boolean>;
}
