import type { ListedConversation } from '../domain/conversation-listing';
import {
  WAITING_CHATS_AT_ONCE,
  WAITING_CHATS_PER_JOB,
  WAITING_JOB_MS,
  WAITING_MESSAGES_PER_CHAT,
} from '../domain/limits';
import { PlatformFault, type Ports } from '../ports';
import { deliverMessages } from './deliver-messages';

type Needs = Parameters<typeof deliverMessages>[0];

/** Pages of the list that are looked through for chats of which something can be delivered now. */
const PAGES = 20;

/**
 * Delivers what waits in the chats of a project, the longest untried first, a few at a time and of each a few messages;
 * what is left when the time is up is another job's, as long as something was done. `before`: tried before then, epoch
 * ms; so each has its turn before any has a second one. Throws PlatformFault when Jira or the storage refuses: the queue
 * tries again.
 */
export async function deliverWaiting(
  ports: Needs,
  { projectId, before = ports.clock.now() }: { projectId: string; before?: number | undefined },
): Promise<void> {
  const { clock, jobs } = ports;
  const begun = clock.now();
  const { ids, isMore } = await deliverable(ports, projectId, before);
  let [done, tried] = [0, 0];
  let fault: PlatformFault | null = null;
  while (done < ids.length && clock.now() - begun < WAITING_JOB_MS) {
    const some = ids.slice(done, done + WAITING_CHATS_AT_ONCE);
    done += some.length;
    const outcomes = await Promise.all(some.map((id) => attempt(ports, id)));
    const faults = outcomes.flatMap((outcome) => (typeof outcome === 'number' ? [] : [outcome]));
    for (const outcome of outcomes) tried += typeof outcome === 'number' ? outcome : 0;
    fault ??= faults[0] ?? null;
    // One chat's fault is its own; that of all is Jira's or the storage's.
    if (faults.length === some.length) break;
  }
  if (fault) throw fault;
  if (tried > 0 && (isMore || done < ids.length))
    await jobs.push({ kind: 'deliver-waiting', projectId, before });
}

/** One that cannot be read, now or ever, holds up nobody else. */
async function attempt(ports: Needs, id: string): Promise<number | PlatformFault> {
  try {
    return await deliverMessages(ports, id, { most: WAITING_MESSAGES_PER_CHAT, inTurn: true });
  } catch (fault) {
    if (!(fault instanceof PlatformFault)) throw fault;
    if (fault.passing) return fault;
    ports.report.failure('a chat whose messages wait cannot be read', fault);
    return 0;
  }
}

/** Chats that wait, and of which nobody else is trying to deliver anything. */
export async function deliverable(
  { conversationIndex, clock }: Pick<Ports, 'conversationIndex' | 'clock'>,
  projectId: string,
  before: number,
): Promise<{ ids: string[]; isMore: boolean }> {
  const ids: string[] = [];
  const now = clock.now();
  let cursor: string | null = null;
  for (let pages = 0; pages < PAGES; pages++) {
    const page = await conversationIndex.undelivered(projectId, before, cursor);
    ids.push(...page.conversations.filter((each) => isDue(each, now)).map(({ id }) => id));
    if (ids.length > WAITING_CHATS_PER_JOB) return { ids: ids.slice(0, WAITING_CHATS_PER_JOB), isMore: true };
    if (page.cursor === null) return { ids, isMore: false };
    cursor = page.cursor;
  }
  return { ids, isMore: true };
}

const isDue = ({ deliverableAt = 0 }: ListedConversation, now: number): boolean => deliverableAt <= now;
