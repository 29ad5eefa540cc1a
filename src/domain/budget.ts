/** So many of something within a window of time: a limit as a number of places, each of which is taken once. */
export interface Budget {
  /** Letters, digits and `:_-`: part of a storage key. */
  id: string;
  /** Windows follow one another from the epoch on. */
  windowMs: number;
  most: number;
}

/** Which window `now` is in, counted from the epoch. */
export const windowOf = ({ windowMs }: Pick<Budget, 'windowMs'>, now: number): number =>
  Math.floor(now / windowMs);

/** Seconds until the window is over, rounded up. */
export const secondsLeft = (budget: Pick<Budget, 'windowMs'>, now: number): number =>
  Math.max(1, Math.ceil(((windowOf(budget, now) + 1) * budget.windowMs - now) / 1_000));
