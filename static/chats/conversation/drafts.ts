import { browserStore, type BrowserStore } from '../../app/browser/browser-store';

/** What was typed and not sent, per conversation, until the tab is closed. */
export interface Drafts {
  read(conversationId: string): string;
  write(conversationId: string, text: string): void;
  subscribe(listener: () => void): () => void;
}

/** Kept in the tab's storage, or where that is denied for as long as the page lives. */
export function createDrafts(
  accountId: string,
  store: BrowserStore = browserStore('sessionStorage'),
): Drafts {
  const memory = new Map<string, string>();
  const listeners = new Set<() => void>();
  const keyOf = (conversationId: string): string => `frontdesk.draft.${accountId}.${conversationId}`;
  return {
    read: (conversationId) => {
      const remembered = memory.get(conversationId);
      return remembered ?? store.read(keyOf(conversationId)) ?? '';
    },
    write: (conversationId, text) => {
      memory.set(conversationId, text);
      // Where it is not kept, the memory has it.
      store.write(keyOf(conversationId), text === '' ? null : text);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
