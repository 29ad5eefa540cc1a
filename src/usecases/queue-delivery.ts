import type { Ports } from '../ports';

/** The message is stored: should the queue not take the job, the sweep finds it. */
export async function queueDelivery(
  { jobs, report }: Pick<Ports, 'jobs' | 'report'>,
  conversationId: string,
): Promise<void> {
  try {
    await jobs.push({ kind: 'deliver', conversationId });
  } catch (fault) {
    report.failure('a delivery was not queued; the sweep will', fault);
  }
}
