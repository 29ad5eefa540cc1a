import type { OwnConversation } from '../../../src/contract/portal';
import type { Store } from '../browser/environment';
import { readConversation, saveConversation } from '../conversation/saved-conversation';

/** The server says which conversation a person has, in whatever browser they are: the frame comes back to it. */
export function comeBackTo(local: Store, name: string, { id, ended }: OwnConversation): void {
  const saved = readConversation({ local }, name);
  if (saved?.id !== id) {
    // The account opens it, and has an address.
    saveConversation({ local }, name, { id, token: '', email: null, byMail: true, seen: null, ended });
  } else if (saved.ended && !ended) saveConversation({ local }, name, { ...saved, ended });
}
