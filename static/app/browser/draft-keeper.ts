import { browserStore, type BrowserStore } from './browser-store';

/** What was typed and not saved. */
export interface DraftKeeper<T> {
  /** Null: there is nothing, or the browser keeps nothing. */
  read(): T | null;
  write(kept: T | null): void;
}

export interface KeptOf {
  /** Of which form, ending with a point. */
  prefix: string;
  accountId: string;
  /** Of what, where there are several; absent: the form is of one thing. */
  about?: string;
}

/**
 * In the browser, for as long as the tab lives: a click beside Jira's dialog closes it, and asks nobody. Whoever else was
 * logged in here before leaves nothing behind. `isWhole`: not of another version, nor by nobody of ours.
 */
export function draftKeeper<T>(
  { prefix, accountId, about }: KeptOf,
  isWhole: (kept: T) => boolean,
  store: BrowserStore = browserStore('sessionStorage'),
): DraftKeeper<T> {
  const own = `${prefix}${accountId}`;
  const key = about === undefined ? own : `${own}/${about}`;
  for (const other of store.keys(prefix))
    if (other !== own && !other.startsWith(`${own}/`)) store.write(other, null);
  return {
    read: () => parse(store.read(key), isWhole),
    write: (kept) => void store.write(key, kept && JSON.stringify(kept)),
  };
}

function parse<T>(stored: string | null, isWhole: (kept: T) => boolean): T | null {
  try {
    const kept = JSON.parse(stored ?? 'null') as T | null;
    return kept !== null && isWhole(kept) ? kept : null;
  } catch {
    return null;
  }
}
