/**
 * One window after the other, however many want to. Rejects, and has not called `work`, where the browser refuses, or once
 * `signal` ends the waiting.
 */
export type BrowserLock = <T>(work: () => T, signal?: AbortSignal) => Promise<T>;

/** The one way to a lock. Absent in old browsers; refused, at once or later, to frames that may store nothing. */
export const browserLock =
  (name: string): BrowserLock =>
  async (work, signal) =>
    signal ? navigator.locks.request(name, { signal }, work) : navigator.locks.request(name, work);

/** May this page wait for its turn? */
export const locksWork = (name: string): Promise<boolean> => browserLock(name)(() => true).catch(() => false);
