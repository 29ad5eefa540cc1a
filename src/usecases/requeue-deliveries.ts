import { ATTEMPT_MS } from '../domain/delivery-queue';
import { PlatformFault, type Ports } from '../ports';
import { deliverable } from './deliver-waiting';

/**
 * The sweep's part in "nothing acknowledged is ever lost": where deliveries wait whose job was lost, of whatever age, one
 * job for all of them. The longest untried come first, and each attempt puts its message behind the others. That a list
 * is some moments old does no harm: the job reads what is.
 */
export async function requeueDeliveries(
  { conversationIndex, jobs, clock, report }: Pick<Ports, 'conversationIndex' | 'jobs' | 'clock' | 'report'>,
  projectId: string,
): Promise<void> {
  const { ids } = await deliverable({ conversationIndex, clock }, projectId, clock.now() - ATTEMPT_MS);
  if (ids.length === 0) return;
  try {
    await jobs.push({ kind: 'deliver-waiting', projectId });
  } catch (fault) {
    if (!(fault instanceof PlatformFault)) throw fault;
    // The next sweep finds them again.
    report.failure('deliveries were not queued; the next sweep will', fault);
  }
}
