import type { ConversationView } from '../../../src/contract/agent-conversation';

/** Who vouches for the customer's name and address (rule T1). */
export function identityKey({ row: { confidence, customer } }: Pick<ConversationView, 'row'>) {
  switch (confidence) {
    case 'portal':
      return 'inbox.identityPortal';
    case 'signed':
      return 'inbox.identitySigned';
    case 'confirmed':
      return 'inbox.identityConfirmed';
    case 'unconfirmed':
      return 'inbox.emailNotConfirmed';
    case 'anonymous':
      return customer === null ? 'customer.anonymous' : 'inbox.identityTyped';
  }
}
