/** A flag that was shown is remembered for longer than the server tells about it (a day). */
const REMEMBER_MS = 3 * 24 * 60 * 60 * 1_000;

export interface ShownOnce {
  /** True for exactly one window of this browser; `now` is the server's. */
  claim(id: string, now: number): Promise<boolean>;
}

/** What the claims are kept in, and what makes one window wait for another. */
export interface ClaimStore {
  read(): string | null;
  write(value: string): void;
  exclusively<T>(work: () => T): Promise<T>;
}

export function createShownOnce(store: ClaimStore): ShownOnce {
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

/** Per person: several may use one browser. Without storage or locks each window decides for itself. */
export function browserClaims(accountId: string): ClaimStore {
  const key = `frontdesk.flags.${accountId}`;
  let own: string | null = null;
  return {
    read: () => {
      try {
        return localStorage.getItem(key) ?? own;
      } catch {
        return own;
      }
    },
    write: (value) => {
      own = value;
      try {
        localStorage.setItem(key, value);
      } catch {
        // Storage is blocked or full: this window at least does not repeat itself.
      }
    },
    exclusively: async (work) => {
      if (!('locks' in navigator)) return work();
      return navigator.locks.request(key, work) as Promise<ReturnType<typeof work>>;
    },
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
