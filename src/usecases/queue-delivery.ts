import type { Conversation } from '../domain/conversation';
import { queueDelayS } from '../domain/delivery-queue';
import { WAITING_JOB_EVERY_MS } from '../domain/limits';
import { ANSWERED_JOBS, STRANGERS_JOBS, waitingJob } from '../domain/queue-budgets';
import type { Ports } from '../ports';

export type QueueNeeds = Pick<Ports, 'clock' | 'jobs' | 'report' | 'slots'>;

/**
 * What is to be delivered is stored: a job of its own for it, while there is room for one, or else one for all that waits
 * in the project. Never throws: should the queue take neither, a poll of the visitor's page asks again, or the sweep.
 */
export async function queueDelivery(ports: QueueNeeds, conversation: Conversation): Promise<void> {
  const { clock, jobs, report } = ports;
  const { id, projectId } = conversation;
  try {
    if (await hasRoom(ports, conversation)) {
      const delay = queueDelayS(conversation, clock.now());
      await (delay === 0
        ? jobs.push({ kind: 'deliver', conversationId: id })
        : jobs.push({ kind: 'deliver', conversationId: id }, delay));
      return;
    }
  } catch (fault) {
    report.failure('a delivery was not queued; a job for all that waits will do it', fault);
  }
  await queueWaiting(ports, projectId, id);
}

/** The job that delivers whatever waits in a project: one every ten seconds, whichever chat asks for it. Never throws. */
export async function queueWaiting(
  { clock, jobs, report, slots }: QueueNeeds,
  projectId: string,
  asker: string,
): Promise<void> {
  try {
    if (!(await slots.take(waitingJob(projectId), `${asker} ${String(clock.now())}`, clock.now()))) return;
    await jobs.push({ kind: 'deliver-waiting', projectId }, WAITING_JOB_EVERY_MS / 1_000);
  } catch (fault) {
    report.failure('what waits for its delivery was not queued; the sweep will', fault);
  }
}

/** Whoever was answered by an agent, or is known otherwise, takes nothing from strangers' budget, nor they from theirs. */
export function hasRoom(
  { slots, clock }: Pick<QueueNeeds, 'slots' | 'clock'>,
  conversation: Conversation,
): Promise<boolean> {
  const { id, authors, visitor } = conversation;
  const isKnown = authors.length > 0 || visitor.kind === 'portal' || visitor.kind === 'signed';
  const now = clock.now();
  return slots.take(isKnown ? ANSWERED_JOBS : STRANGERS_JOBS, `${id} ${String(now)}`, now);
}
