import type { Store } from '../browser/environment';

/** For frames that may store nothing: lasts as long as the page. */
export function createMemoryStore(): Store {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}
