import { portalAccount } from '../domain/conversation';
import type { Visitor } from '../domain/conversation';
import { refuseVisitor, succeed, type Result } from '../domain/errors';
import { registerVisitor as register, isRegistrationDue } from '../domain/visitor-registration';
import type { Ports } from '../ports';
import { changeExisting, type ConversationNeeds } from './change-conversation';
import { queueDelivery, type QueueNeeds } from './queue-delivery';
import { opens, type VisitorKey } from './visitor-key';

export interface RegisterInput extends VisitorKey {
  conversationId: string;
  name: string;
  email: string;
}

export interface Registered {
  visitor: Pick<Visitor, 'kind' | 'name' | 'email'>;
  now: string;
}

/**
 * Somebody who started anonymously leaves name and e-mail: stored, then noted in Jira by the job that delivers messages.
 * They are a claim, and make nobody a customer. Said twice, it is said once. It logs nobody in: the key of the
 * conversation stays what it was.
 */
export async function registerVisitor(
  ports: ConversationNeeds & QueueNeeds & Pick<Ports, 'crypto'>,
  { conversationId, name, email, ...key }: RegisterInput,
): Promise<Result<Registered>> {
  const step = await changeExisting(ports, conversationId, (conversation, now) =>
    opens(ports.crypto, key, { ...conversation, account: portalAccount(conversation) })
      ? register(conversation, { name, email }, now)
      : { kind: 'refused', ...refuseVisitor({ error: 'not-found' }) },
  );
  // A key that does not fit and an unknown conversation are the same answer.
  if (!step) return refuseVisitor({ error: 'not-found' });
  if (step.kind === 'refused') {
    if (step.error.code === 'not-found') return refuseVisitor({ error: 'not-found' });
    return step.retryAfterS === undefined
      ? refuseVisitor({ error: 'already-known' })
      : refuseVisitor({ error: 'rate-limited', retryAfter: step.retryAfterS });
  }
  const { conversation } = step;
  if (isRegistrationDue(conversation)) await queueDelivery(ports, conversation);
  const { visitor } = conversation;
  return succeed({
    visitor: { kind: visitor.kind, name: visitor.name, email: visitor.email },
    now: new Date(ports.clock.now()).toISOString(),
  });
}
