import { openedBy, type Conversation } from '../domain/conversation';
import { sentAs, visitorSays, type Step } from '../domain/conversation-transitions';
import { isShut } from '../domain/blocked-visitor';
import { refuseVisitor, succeed, type Result } from '../domain/errors';
import type { Ports } from '../ports';
import { changeExisting, type ConversationNeeds } from './change-conversation';
import { mayWrite } from './may-write';
import { queueDelivery, type QueueNeeds } from './queue-delivery';
import { isLetIn, type VisitorKey } from './visitor-key';

export interface SendInput extends VisitorKey {
  conversationId: string;
  message: string;
  clientMessageId: string;
}

/** A visitor's message: stored, then delivered to Jira by a job. Sent twice, it is one message. */
export async function sendMessage(
  ports: ConversationNeeds & QueueNeeds & Pick<Ports, 'crypto' | 'identities' | 'blocks'>,
  { conversationId, message, clientMessageId, ...key }: SendInput,
): Promise<Result<{ n: number; now: string }>> {
  const found = await ports.conversations.read(conversationId);
  // A key that does not fit and an unknown conversation are the same answer.
  if (!found || !(await isLetIn(ports, key, { ...found, account: openedBy(found) })))
    return refuseVisitor({ error: 'not-found' });
  const say = (conversation: Conversation, now: number): Step =>
    isShut(conversation) && sentAs(conversation, clientMessageId) === null
      ? { kind: 'refused', ...refuseVisitor({ error: 'closed' }) }
      : visitorSays(conversation, { text: message, clientMessageId, now });
  // What was taken already stays so, and too much at once is refused without asking any further.
  const isNews = say(found, ports.clock.now()).kind === 'changed';
  if (isNews && !(await mayWrite(ports, found))) return refuseVisitor({ error: 'closed' });
  const sent = await changeExisting(ports, conversationId, say, found);
  if (!sent) return refuseVisitor({ error: 'not-found' });
  if (sent.kind === 'refused') return notTaken(sent);
  const n = sentAs(sent.conversation, clientMessageId) ?? sent.conversation.n;
  // Another message's job delivers this one, too.
  if (sent.conversation.queued?.n === n) await queueDelivery(ports, sent.conversation);
  return succeed({
    n,
    now: new Date(ports.clock.now()).toISOString(),
  });
}

/** Why a message was not taken, as its page is told. */
export const notTaken = ({ error, retryAfterS }: Extract<Step, { kind: 'refused' }>): Result<never> =>
  refuseVisitor(
    error.visitor ??
      (retryAfterS === undefined
        ? { error: 'conversation-full' }
        : { error: 'rate-limited', retryAfter: retryAfterS }),
  );
