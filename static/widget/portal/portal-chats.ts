import type { OwnConversation } from '../../../src/contract/portal';
import type { Store } from '../browser/environment';
import { readChat, saveChat } from '../conversation/saved-chat';

/** Which conversation the portal's frame has to come back to. */
export interface PortalChats {
  isThere(): boolean;
  /** The server says which one it is: for the person, in whatever browser they are. */
  comeBackTo(conversation: OwnConversation): void;
}

/** `name` tells one person's portal from another's. */
export function createPortalChats(local: Store, name: string): PortalChats {
  const read = (): ReturnType<typeof readChat> => readChat({ local }, name);
  return {
    isThere: () => read() !== null,
    comeBackTo({ id, ended }) {
      const saved = read();
      if (saved?.id !== id) {
        // The account opens it, and has an address.
        saveChat({ local }, name, { id, token: '', email: null, byMail: true, seen: null, ended });
      } else if (saved.ended && !ended) saveChat({ local }, name, { ...saved, ended });
    },
  };
}

/** For frames that may store nothing: lasts as long as the page. */
export function createMemoryStore(): Store {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}
