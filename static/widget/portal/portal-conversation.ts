import type { PortalAvailability } from '../../../src/contract/resolver-api';
import type { Store } from '../browser/environment';
import { readConversation, saveConversation } from '../conversation/saved-conversation';

type OwnConversation = NonNullable<NonNullable<PortalAvailability['widget']>['conversation']>;

/** Which conversation the portal's frame has to come back to. */
export interface PortalConversation {
  isThere(): boolean;
  /** The server says which one it is: for the person, in whatever browser they are. */
  comeBackTo(conversation: OwnConversation): void;
}

/** `name` tells one person's portal from another's. */
export function createPortalConversation(local: Store, name: string): PortalConversation {
  const read = (): ReturnType<typeof readConversation> => readConversation({ local }, name);
  return {
    isThere: () => read() !== null,
    comeBackTo({ id, ended }) {
      const saved = read();
      if (saved?.id !== id) {
        // The account opens it, and has an address.
        saveConversation({ local }, name, { id, token: '', email: null, byMail: true, seen: null, ended });
      } else if (saved.ended && !ended) saveConversation({ local }, name, { ...saved, ended });
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
