import { openedBy, type Conversation } from '../domain/conversation';
import { isShut } from '../domain/blocked-visitor';
import type { Step } from '../domain/conversation-transitions';
import type { Visitor } from '../domain/conversation';
import { secondsLeft } from '../domain/budget';
import { refuseVisitor, succeed, type Result } from '../domain/errors';
import { registerVisitor as register, isRegistrationDue } from '../domain/visitor-registration';
import type { Ports } from '../ports';
import { changeExisting, type ConversationNeeds } from './change-conversation';
import { mayClaim } from './decide-start';
import { mayWrite } from './may-write';
import { queueDelivery, type QueueNeeds } from './queue-delivery';
import { isLetIn, type VisitorKey } from './visitor-key';

export interface RegisterInput extends VisitorKey {
  conversationId: string;
  name: string;
  email: string;
}

export interface Registered {
  visitor: Pick<Visitor, 'kind' | 'name' | 'email'>;
  now: string;
}

/** An address that was left too often today may be left tomorrow. */
const A_DAY = { windowMs: 86_400_000 };

/**
 * Somebody who started anonymously leaves name and e-mail: stored, then noted in Jira by the job that delivers messages.
 * They are a claim, and make nobody a customer. Said twice, it is said once. It logs nobody in: the key of the
 * conversation stays what it was.
 */
export async function registerVisitor(
  ports: ConversationNeeds & QueueNeeds & Pick<Ports, 'crypto' | 'identities' | 'blocks'>,
  { conversationId, name, email, ...key }: RegisterInput,
): Promise<Result<Registered>> {
  const { clock } = ports;
  const found = await ports.conversations.read(conversationId);
  // A key that does not fit and an unknown conversation are the same answer.
  if (!found || !(await isLetIn(ports, key, { ...found, account: openedBy(found) })))
    return refuseVisitor({ error: 'not-found' });
  const leave = (conversation: Conversation, now: number): Step =>
    isShut(conversation)
      ? { kind: 'refused', ...refuseVisitor({ error: 'closed' }) }
      : register(conversation, { name, email }, now);
  if (leave(found, clock.now()).kind === 'changed') {
    if (!(await mayWrite(ports, found))) return refuseVisitor({ error: 'closed' });
    const now = clock.now();
    const isFree = await mayClaim(ports, found.projectId, email, conversationId, now);
    if (!isFree) return refuseVisitor({ error: 'rate-limited', retryAfter: secondsLeft(A_DAY, now) });
  }
  const step = await changeExisting(ports, conversationId, leave, found);
  if (!step) return refuseVisitor({ error: 'not-found' });
  if (step.kind === 'refused') {
    if (step.error.visitor) return refuseVisitor(step.error.visitor);
    return step.retryAfterS === undefined
      ? refuseVisitor({ error: 'already-known' })
      : refuseVisitor({ error: 'rate-limited', retryAfter: step.retryAfterS });
  }
  const { conversation } = step;
  if (isRegistrationDue(conversation) && !conversation.held) await queueDelivery(ports, conversation);
  const { visitor } = conversation;
  return succeed({
    visitor: { kind: visitor.kind, name: visitor.name, email: visitor.email },
    now: new Date(ports.clock.now()).toISOString(),
  });
}
