/** What a browser keeps for the page. It may refuse everything: then nothing is there, and nothing is kept. */
export interface BrowserStore {
  /** Null: there is none, or it may not be read. */
  read(key: string): string | null;
  /** Null removes it. False: it is not kept (denied, or full). */
  write(key: string, value: string | null): boolean;
  /** Those that begin so; none where they may not be read. */
  keys(prefix: string): string[];
}

type Kind = 'localStorage' | 'sessionStorage';

/**
 * The one way to a browser's storage. In an app's frame, which is another site than Jira, asking for it may already
 * throw, as it does in a browser that blocks cross-site cookies.
 */
export function browserStore(kind: Kind, from: Readonly<Record<Kind, Storage>> = globalThis): BrowserStore {
  return {
    read: (key) => {
      try {
        return from[kind].getItem(key);
      } catch {
        return null;
      }
    },
    write: (key, value) => {
      try {
        if (value === null) from[kind].removeItem(key);
        else from[kind].setItem(key, value);
        return true;
      } catch {
        return false;
      }
    },
    keys: (prefix) => {
      try {
        const all = Array.from({ length: from[kind].length }, (_, index) => from[kind].key(index));
        return all.filter((key) => key !== null).filter((key) => key.startsWith(prefix));
      } catch {
        return [];
      }
    },
  };
}
