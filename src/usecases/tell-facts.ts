import { factsTold, untoldFacts, type UntoldFacts } from '../domain/chat-facts';
import type { Conversation } from '../domain/conversation';
import { FACTS_TOLD_AFTER_S } from '../domain/limits';
import { Undeliverable } from '../jira-ports';
import { PlatformFault, type Ports } from '../ports';
import { changeExisting, type ConversationNeeds } from './change-conversation';
import { hasRoom, type QueueNeeds } from './queue-delivery';

type KeepNeeds = Pick<Ports, 'report'> & { serviceDesk: Pick<Ports['serviceDesk'], 'keepFacts'> };

/** Throws PlatformFault. What Jira will never take counts as told: it is asked once. */
async function keep({ serviceDesk, report }: KeepNeeds, { issueId, facts }: UntoldFacts): Promise<void> {
  try {
    await serviceDesk.keepFacts(issueId, facts);
  } catch (fault) {
    if (!(fault instanceof Undeliverable)) throw fault;
    if (fault.reason !== 'request-gone') report.failure('Jira does not take the facts of a chat', fault);
  }
}

/**
 * Once its request was raised, beside what else is asked then. The mark of what it holds now; null: as before. Never throws:
 * the next look at the request makes up for it.
 */
export async function keepFactsNow(ports: KeepNeeds, conversation: Conversation): Promise<string | null> {
  const untold = untoldFacts(conversation);
  if (!untold) return null;
  try {
    await keep(ports, untold);
    return untold.mark;
  } catch (fault) {
    if (!(fault instanceof PlatformFault)) throw fault;
    ports.report.failure('the facts of a chat were not kept; the next look at its request will', fault);
    return null;
  }
}

type TellNeeds = KeepNeeds & ConversationNeeds & QueueNeeds;

/** The job: what is told is what is true then. Done twice, it is done once. */
export async function tellFacts(ports: TellNeeds, conversationId: string): Promise<void> {
  const conversation = await ports.conversations.read(conversationId);
  const untold = conversation && untoldFacts(conversation);
  if (!untold) return;
  await keep(ports, untold);
  const noted = await changeExisting(ports, conversationId, (current) => factsTold(current, untold.mark));
  // What came true meanwhile.
  if (noted && noted.kind !== 'refused') await queueFacts(ports, noted.conversation);
}

/**
 * A job, if its request does not hold all of a chat's facts: by itself, because what led here has called Jira often enough
 * (figure F16), and a little later, so that what happens at the same time is told with it. Never throws.
 */
export async function queueFacts(ports: QueueNeeds, conversation: Conversation | null): Promise<void> {
  if (!conversation || !untoldFacts(conversation)) return;
  try {
    if (!(await hasRoom(ports, conversation))) return;
    await ports.jobs.push({ kind: 'tell-facts', conversationId: conversation.id }, FACTS_TOLD_AFTER_S);
  } catch (fault) {
    ports.report.failure('facts of a chat were not queued; the next look at its request will', fault);
  }
}
