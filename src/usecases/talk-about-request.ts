import type { Talked } from '../contract/request-talk';
import { beginBeside } from '../domain/request-talk';
import { accountMark, isShut, marksOf } from '../domain/blocked-visitor';
import type { Conversation } from '../domain/conversation';
import { sentAs, visitorSays, type Step } from '../domain/conversation-transitions';
import { refuseVisitor, succeed, type Result } from '../domain/errors';
import { OWN_REQUEST_MS, OWN_REQUEST_SHOWN_MS } from '../domain/jira-limits';
import { CHAT_POLL_FAST_S } from '../domain/limits';
import type { Actor, Ports } from '../ports';
import { blockIdOf } from './block-id';
import { changeConversation, type ConversationNeeds } from './change-conversation';
import { chatAbout, ownRequestAt, type Own, type OwnNeeds, type RequestPlace } from './own-request';
import { queueDelivery, type QueueNeeds } from './queue-delivery';
import { notTaken } from './send-message';

export interface TalkInput {
  conversationId?: string | undefined;
  message: string;
  clientMessageId: string;
  locale?: string | undefined;
}

type Needs = ConversationNeeds &
  OwnNeeds &
  QueueNeeds &
  Pick<Ports, 'conversationIndex' | 'crypto' | 'blocks'>;

/**
 * A message about somebody's own request: stored, then a comment on it by a job. The chat that there is about the request goes
 * on, whoever began it; else one begins. Two who begin at the same moment begin the same one. Sent twice, it is one message.
 */
export async function talkAboutRequest(
  ports: Needs,
  actor: Actor,
  input: TalkInput,
  place: RequestPlace,
): Promise<Result<Talked>> {
  const { conversationId, message, clientMessageId } = input;
  const known = await ownRequestAt(ports, actor, place, OWN_REQUEST_MS);
  if (known === null || known === 'chat-off') return refuseVisitor({ error: 'not-found' });
  const { previous, current } = await chatAbout(ports, known.request);
  if (conversationId !== undefined && conversationId !== current?.id)
    return refuseVisitor({ error: 'not-found' });
  // What begins, begins with the request as it is now.
  const own = current ? known : await ownRequestAt(ports, actor, place, OWN_REQUEST_SHOWN_MS);
  if (own === null || own === 'chat-off') return refuseVisitor({ error: 'not-found' });
  const { account, request, config } = own;
  if (!(await mayTalk(ports, own, current))) return refuseVisitor({ error: 'closed' });

  const id = current?.id ?? ports.crypto.hash(`request ${request.id} ${previous?.id ?? ''}`).slice(0, 22);
  const token = ports.random.secret();
  const decide = (existing: Conversation | null, now: number): Step => {
    if (!existing) {
      const { locale = null } = input;
      const { serviceDeskId } = config;
      const tokenHash = ports.crypto.hash(token);
      const start = { id, tokenHash, serviceDeskId, message, clientMessageId, locale, account, now };
      return beginBeside(start, request);
    }
    if (isShut(existing) && sentAs(existing, clientMessageId) === null)
      return { kind: 'refused', ...refuseVisitor({ error: 'closed' }) };
    const by = existing.visitor.accountId === account ? undefined : account;
    return visitorSays(existing, { text: message, clientMessageId, now, by });
  };
  // First: a chat that Jira's events do not lead to would not hear of what is said in the request.
  if (!current) await ports.conversationIndex.saveIssue(request.id, id);
  const said = await changeConversation(ports, id, decide, current);
  if (!said) return refuseVisitor({ error: 'not-found' });
  if (said.kind === 'refused') return notTaken(said);
  const n = sentAs(said.conversation, clientMessageId) ?? said.conversation.n;
  // Another message's job delivers this one, too.
  if (said.conversation.queued?.n === n) await queueDelivery(ports, said.conversation);
  return succeed({
    conversationId: id,
    // Nobody needs one: what opens it is that the request is theirs.
    token: '',
    visitor: { kind: 'portal', name: null, email: null },
    n,
    now: new Date(ports.clock.now()).toISOString(),
    next: CHAT_POLL_FAST_S,
  });
}

/** Chat is on, and neither they nor the chat's visitor were blocked (rule T7). */
async function mayTalk(
  { blocks, crypto }: Pick<Needs, 'blocks' | 'crypto'>,
  { account, config: { projectId } }: Own,
  current: Conversation | null,
): Promise<boolean> {
  const marks = [accountMark(account), ...(current ? marksOf(current).marks : [])];
  const ids = [...new Set(marks)].map((mark) => blockIdOf(crypto, projectId, mark));
  const { widgetId, isBlocked } = await blocks.standing(projectId, ids);
  return !isBlocked && widgetId !== null && (current?.widgetId ?? widgetId) === widgetId;
}
