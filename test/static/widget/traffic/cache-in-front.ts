import type { SimulatedTime } from '../simulated-time';

/**
 * A cache of the site's own in front of the web trigger: of all who ask for one thing while it is not there, the first
 * gets it and the others wait for that. What could not be got is not kept.
 */
export function createCacheInFront(
  time: SimulatedTime,
): <T>(name: string, age: number, get: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, { at: number; value: Promise<unknown> }>();
  return async <T>(name: string, age: number, get: () => Promise<T>) => {
    let entry = kept.get(name);
    if (!entry || time.now() - entry.at >= age) {
      entry = { at: time.now(), value: get() };
      kept.set(name, entry);
      entry.value.catch(() => kept.delete(name));
    }
    return entry.value as Promise<T>;
  };
}
