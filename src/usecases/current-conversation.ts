import type { Conversation, Visitor } from '../domain/conversation';
import { quietly } from '../domain/conversation-transitions';
import { refuseVisitor, succeed, type Result } from '../domain/errors';
import type { Ports } from '../ports';
import { changeExisting, type ConversationNeeds } from './change-conversation';
import { signedVisitor } from './signed-visitor';

export interface CurrentInput {
  widgetId: string;
  /** A token of the web site's own back end. */
  identity: string;
  /** The web page's origin; null: not a web page. */
  origin: string | null;
}

/** `conversationId` is null where there is none. */
export type Current = { conversationId: null } | CurrentChat;

interface CurrentChat {
  conversationId: string;
  token: string;
  visitor: Pick<Visitor, 'kind' | 'name' | 'email'>;
  ended: boolean;
}

type Needs = ConversationNeeds &
  Pick<Ports, 'publicRecords' | 'identities' | 'crypto'> & {
    conversationIndex: Pick<Ports['conversationIndex'], 'ofAccount'>;
  };

/**
 * The chat in which a signed person spoke last in the project, on whatever device (rule T3). Nobody, nothing and a chat that
 * is not theirs are the same answer.
 */
export async function currentConversation(
  ports: Needs,
  { widgetId, identity, origin }: CurrentInput,
): Promise<Result<Current>> {
  const { publicRecords, conversationIndex, conversations, clock, crypto } = ports;
  const config = await publicRecords.config(widgetId);
  if (!config) return refuseVisitor({ error: 'not-found' });
  const { projectId, allowedOrigins } = config;
  if (origin !== null && allowedOrigins.length > 0 && !allowedOrigins.includes(origin)) {
    return refuseVisitor({ error: 'origin-refused' });
  }
  const signed = await signedVisitor(ports, { projectId, widgetId, identity, now: clock.now() });
  const id = signed && (await conversationIndex.ofAccount(projectId, signed.owner));
  const found = id === null ? null : await conversations.read(id);
  if (!signed || !found || !isOf(found, projectId, signed.owner)) return succeed({ conversationId: null });
  const token = signed.tokenOf(found.id);
  const { visitor, ended } = await openedBy(ports, found, crypto.hash(token));
  const { kind, name, email } = visitor;
  return succeed({ conversationId: found.id, token, visitor: { kind, name, email }, ended });
}

const isOf = (conversation: Conversation, projectId: string, owner: string): boolean =>
  conversation.projectId === projectId && conversation.subject === owner;

/** Under a new secret of the project the token is another one: from now on the old one opens nothing. */
async function openedBy(ports: Needs, found: Conversation, tokenHash: string): Promise<Conversation> {
  if (ports.crypto.equal(found.tokenHash, tokenHash)) return found;
  const step = await changeExisting(ports, found.id, (conversation) =>
    conversation.tokenHash === tokenHash
      ? { kind: 'unchanged', conversation }
      : quietly({ ...conversation, tokenHash }),
  );
  return step && step.kind !== 'refused' ? step.conversation : found;
}
