import type { ConversationView } from '../../../src/contract/agent-conversation';

/** Who vouches for the customer's name and address; null: they said neither. */
export function identityKey({ row: { kind, customer } }: Pick<ConversationView, 'row'>) {
  switch (kind) {
    case 'portal':
      return 'inbox.identityPortal';
    case 'signed':
      return 'inbox.identitySigned';
    case 'registered':
      return 'inbox.identityTyped';
    case 'anonymous':
      // A name alone, or an address alone.
      return customer === null ? null : 'inbox.identityTyped';
  }
}
