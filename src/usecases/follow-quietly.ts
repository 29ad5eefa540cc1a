import { isLookDue } from '../domain/request-reading';
import { quietly } from '../domain/conversation-transitions';
import { FOLLOWED_PER_SWEEP } from '../domain/limits';
import { SWEEP_LOOKS } from '../domain/queue-budgets';
import { PlatformFault, type Ports } from '../ports';
import { changeExisting } from './change-conversation';
import { eraseChat } from './erase-chat';
import type { QueueNeeds } from './queue-delivery';
import { readRequest, type ReadNeeds } from './read-request';
import { queueFacts } from './tell-facts';

type Needs = ReadNeeds & QueueNeeds & Parameters<typeof eraseChat>[0] & Pick<Ports, 'conversationIndex'>;

/**
 * Looks at a request of which nothing was heard for some time: events may be lost. Asked for twice, it is done once. A
 * look that failed is made up for by a later one, not at once. Throws PlatformFault where it is to be made after a pause.
 */
export async function followQuietly(ports: Needs, conversationId: string): Promise<void> {
  const before = await ports.conversations.read(conversationId);
  if (!before) return;
  const now = ports.clock.now();
  if (!isLookDue(before, now)) return;
  const isGone = before.failure === 'request-gone';
  try {
    const after = await readRequest(ports, conversationId);
    // Events find the chat for as long as it is followed.
    if (after?.issue) await ports.conversationIndex.saveIssue(after.issue.id, conversationId);
    await queueFacts(ports, after);
    if (isGone && after?.failure === 'request-gone') await eraseChat(ports, conversationId);
  } catch (fault) {
    if (!(fault instanceof PlatformFault) || fault.retryAfterMs !== null) throw fault;
    ports.report.failure('a request could not be looked at again', fault);
    await changeExisting(ports, conversationId, (conversation) =>
      quietly({ ...conversation, failedAt: now }),
    );
  }
}

/** The sweep's part: the requests of a project that are due, the longest first, and a bounded number of them. */
export async function queueQuietRequests(
  {
    conversationIndex,
    jobs,
    clock,
    report,
    slots,
  }: Pick<Ports, 'conversationIndex' | 'jobs' | 'clock' | 'report' | 'slots'>,
  projectId: string,
): Promise<void> {
  const { conversations } = await conversationIndex.toFollow(projectId, clock.now());
  for (const { id } of conversations.slice(0, FOLLOWED_PER_SWEEP)) {
    try {
      // Of several projects together: messages need the queue, too.
      if (!(await slots.take(SWEEP_LOOKS, `${id} ${String(clock.now())}`, clock.now()))) return;
      await jobs.push({ kind: 'follow', conversationId: id });
    } catch (fault) {
      if (!(fault instanceof PlatformFault)) throw fault;
      report.failure('requests to look at were not queued; the next sweep will', fault);
      return;
    }
  }
}
