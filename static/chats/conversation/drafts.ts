/** What was typed and not sent, per conversation, until the tab is closed. */
export interface Drafts {
  read(conversationId: string): string;
  write(conversationId: string, text: string): void;
  subscribe(listener: () => void): () => void;
}

/** Kept in the tab's storage, or where that is denied for as long as the page lives. */
export function createDrafts(accountId: string, storage: () => Storage = () => sessionStorage): Drafts {
  const memory = new Map<string, string>();
  const listeners = new Set<() => void>();
  const keyOf = (conversationId: string): string => `frontdesk.draft.${accountId}.${conversationId}`;
  return {
    read: (conversationId) => {
      const remembered = memory.get(conversationId);
      if (remembered !== undefined) return remembered;
      try {
        return storage().getItem(keyOf(conversationId)) ?? '';
      } catch {
        return '';
      }
    },
    write: (conversationId, text) => {
      memory.set(conversationId, text);
      try {
        if (text === '') storage().removeItem(keyOf(conversationId));
        else storage().setItem(keyOf(conversationId), text);
      } catch {
        // The memory has it.
      }
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
