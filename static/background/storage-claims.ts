import type { ShownOnce } from './shown-once';

/** A flag that was shown is remembered for longer than the server tells about it (a day). */
const REMEMBER_MS = 3 * 24 * 60 * 60 * 1_000;

/** What the claims are kept in, and what makes one window wait for another. */
export interface ClaimStore {
  read(): string | null;
  write(value: string): void;
  exclusively<T>(work: () => T): Promise<T>;
}

export function createStorageClaims(store: ClaimStore): ShownOnce {
  return {
    claim: (id, now) =>
      store.exclusively(() => {
        const shown = parse(store.read()).filter(([, at]) => Math.abs(now - at) < REMEMBER_MS);
        if (shown.some(([known]) => known === id)) return false;
        store.write(JSON.stringify([...shown, [id, now]]));
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
