/** Lets one of all windows of a browser show a flag. */
export interface ShownOnce {
  /** True for exactly one window; `now` is the server's time. */
  claim(id: string, now: number): Promise<boolean>;
  /** Has a window claimed it, as far as is known here? */
  isClaimed(id: string, now: number): Promise<boolean>;
}
