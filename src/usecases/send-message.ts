import { portalAccount } from '../domain/conversation';
import { sentAs, visitorSays } from '../domain/conversation-transitions';
import { refuseVisitor, succeed, type Result } from '../domain/errors';
import type { Ports } from '../ports';
import { changeExisting, type ConversationNeeds } from './change-conversation';
import { queueDelivery, type QueueNeeds } from './queue-delivery';
import { opens, type VisitorKey } from './visitor-key';

export interface SendInput extends VisitorKey {
  conversationId: string;
  message: string;
  clientMessageId: string;
}

/** A visitor's message: stored, then delivered to Jira by a job. Sent twice, it is one message. */
export async function sendMessage(
  ports: ConversationNeeds & QueueNeeds & Pick<Ports, 'crypto'>,
  { conversationId, message, clientMessageId, ...key }: SendInput,
): Promise<Result<{ n: number; now: string }>> {
  const sent = await changeExisting(ports, conversationId, (conversation, now) =>
    opens(ports.crypto, key, { ...conversation, account: portalAccount(conversation) })
      ? visitorSays(conversation, { text: message, clientMessageId, now })
      : { kind: 'refused', ...refuseVisitor({ error: 'not-found' }) },
  );
  // A key that does not fit and an unknown conversation are the same answer.
  if (!sent) return refuseVisitor({ error: 'not-found' });
  if (sent.kind === 'refused') {
    if (sent.error.code === 'not-found') return refuseVisitor({ error: 'not-found' });
    return sent.retryAfterS === undefined
      ? refuseVisitor({ error: 'conversation-full' })
      : refuseVisitor({ error: 'rate-limited', retryAfter: sent.retryAfterS });
  }
  const n = sentAs(sent.conversation, clientMessageId) ?? sent.conversation.n;
  // Another message's job delivers this one, too.
  if (sent.conversation.queued?.n === n) await queueDelivery(ports, sent.conversation);
  return succeed({
    n,
    now: new Date(ports.clock.now()).toISOString(),
  });
}
