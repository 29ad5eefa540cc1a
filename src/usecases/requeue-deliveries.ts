import { ATTEMPT_MS } from '../domain/conversation-transitions';
import { REQUEUED_PER_SWEEP } from '../domain/limits';
import { PlatformFault, type Ports } from '../ports';

/**
 * The sweep's part in "nothing acknowledged is ever lost": deliveries whose job was lost, of whatever age. The longest
 * untried come first, and each attempt puts its message behind the others: with more than one sweep takes, all get
 * their turn. That a list is some moments old does no harm: the job reads what is.
 */
export async function requeueDeliveries(
  { conversationIndex, jobs, clock, report }: Pick<Ports, 'conversationIndex' | 'jobs' | 'clock' | 'report'>,
  projectId: string,
): Promise<void> {
  const untriedSince = clock.now() - ATTEMPT_MS;
  let left = REQUEUED_PER_SWEEP;
  let cursor: string | null = null;
  do {
    const page = await conversationIndex.undelivered(projectId, untriedSince, cursor);
    for (const { id } of page.conversations.slice(0, left)) {
      try {
        await jobs.push({ kind: 'deliver', conversationId: id });
      } catch (fault) {
        if (!(fault instanceof PlatformFault)) throw fault;
        // The next sweep finds them again.
        report.failure('deliveries were not queued; the next sweep will', fault);
        return;
      }
    }
    left -= page.conversations.length;
    cursor = page.cursor;
  } while (cursor !== null && left > 0);
}
