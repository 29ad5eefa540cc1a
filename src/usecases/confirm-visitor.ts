import type { ConversationView } from '../contract/agent-conversation';
import type { Conversation } from '../domain/conversation';
import { refuse, type Result } from '../domain/errors';
import { customersBudget } from '../domain/start-budgets';
import { beginConfirming, byMailOf, isConfirmedByReply } from '../domain/visitor-registration';
import { CUSTOMERS_PER_DAY } from '../domain/limits';
import { PlatformFault, type Actor, type Ports } from '../ports';
import { letJoin, type ParticipantNeeds } from './add-participant';
import { forAgent, requestOf, viewOf, type ForAgentNeeds } from './agent-conversation';
import { changeExisting } from './change-conversation';
import type { ViewNeeds } from './conversation-view';
import { queueDelivery } from './queue-delivery';

type Needs = ParticipantNeeds & Pick<Ports, 'jobs' | 'slots'> & { desks: Pick<Ports['desks'], 'read'> };

/** Milliseconds that a reply waits for it: of the 25 seconds that a function has, the reply needs most itself. */
const REPLY_WAITS_MS = 10_000;

/** An agent says that it is this person, who takes part in the request from then on (rule T1). */
export async function confirmVisitor(
  ports: Needs & ForAgentNeeds & ViewNeeds,
  actor: Actor,
  { conversationId }: { conversationId: string },
): Promise<Result<ConversationView>> {
  const found = await forAgent(ports, actor, conversationId);
  if (!found.ok) return found;
  const request = requestOf(found.value);
  if (!request.ok) return request;
  if ((await confirm(ports, actor, found.value)) === 'limit') {
    return refuse(
      'limit',
      'This space has reached its limit of new customers for today, so this email stays unconfirmed. Confirm it tomorrow, or ask a space admin to raise the limit.',
    );
  }
  const conversation = await ports.conversations.read(conversationId);
  if (conversation && byMailOf(conversation) === 'refused') {
    return refuse('conflict', 'Jira doesn’t let this email be added to the request. Replies don’t reach it.');
  }
  return viewOf(ports, conversation && { kind: 'unchanged', conversation });
}

/**
 * Before an agent's first reply: the first e-mail that an address ever gets is a person's answer. What Jira refuses is
 * noted and not asked again; where Jira does not answer, a job tries again. Neither holds the reply back (rule T2).
 */
export async function confirmByReply(ports: Needs, actor: Actor, conversation: Conversation): Promise<void> {
  if (!isConfirmedByReply(conversation)) return;
  try {
    await ports.clock.within(REPLY_WAITS_MS, confirm(ports, actor, conversation));
  } catch (fault) {
    if (!(fault instanceof PlatformFault)) throw fault;
    ports.report.failure('a visitor was not added to their request before the reply', fault);
    await queueDelivery(ports, conversation);
  }
}

/** limit: so many have become customers today that nothing was done. Whoever answers tomorrow confirms the address then. */
async function confirm(
  ports: Needs,
  { accountId }: Actor,
  conversation: Conversation,
): Promise<'limit' | undefined> {
  const { id } = conversation;
  if (!(await mayAddCustomer(ports, conversation))) return 'limit';
  const step = await changeExisting(ports, id, (current, now) => beginConfirming(current, accountId, now));
  if (step?.kind === 'changed') await letJoin(ports, step.conversation);
  return undefined;
}

/** Counted once for each chat whose address somebody vouches for the first time. */
async function mayAddCustomer(
  { slots, desks, clock }: Needs,
  { id, projectId, visitor, registration }: Conversation,
): Promise<boolean> {
  if (visitor.kind !== 'registered' || registration?.by !== undefined) return true;
  const most = (await desks.read(projectId))?.settings.customersPerDay ?? CUSTOMERS_PER_DAY;
  return slots.take(customersBudget(projectId, most), id, clock.now());
}
