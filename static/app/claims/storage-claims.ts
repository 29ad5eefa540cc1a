import type { ShownOnce } from './shown-once';

/** What the claims are kept in, and what makes one window wait for another. */
export interface ClaimStore {
  read(): string | null;
  /** False: there is no room. */
  write(value: string): boolean;
  exclusively<T>(work: () => T): Promise<T>;
}

/** `rememberMs`: longer than anybody could want to show the same thing again. */
export function createStorageClaims(store: ClaimStore, rememberMs: number): ShownOnce {
  // Where the storage is full, this window at least does not show it again.
  const own = new Set<string>();
  const claimed = (now: number): [string, number][] =>
    parse(store.read()).filter(([, at]) => Math.abs(now - at) < rememberMs);
  return {
    isClaimed: async (id, now) => own.has(id) || claimed(now).some(([known]) => known === id),
    claim: (id, now) =>
      store.exclusively(() => {
        if (own.has(id)) return false;
        const shown = claimed(now);
        if (shown.some(([known]) => known === id)) return false;
        if (!store.write(JSON.stringify([...shown, [id, now]]))) own.add(id);
        return true;
      }),
  };
}

function parse(text: string | null): [string, number][] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isClaim) : [];
  } catch {
    return [];
  }
}

const isClaim = (value: unknown): value is [string, number] =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';
