import type { ListedConversation } from '../domain/conversation-listing';
import { reject, release, type HeldDecision } from '../domain/held-decision';
import type { Job } from '../domain/job';
import { UNDO_WINDOW_MS } from '../domain/limits';
import { note } from '../domain/settings-transitions';
import { HELD_PAUSE_S, HELD_PER_JOB, REJECTED_WORDS_S } from '../domain/start-limits';
import type { Ports } from '../ports';
import { changeConversation, type ConversationNeeds } from './change-conversation';
import { changeDesk } from './change-desk';
import { eraseChat } from './erase-chat';
import { queueDelivery, type QueueNeeds } from './queue-delivery';

type DecideJob = Extract<Job, { kind: 'decide-held' }>;

type Needs = ConversationNeeds &
  Parameters<typeof changeDesk>[0] &
  QueueNeeds &
  Pick<Ports, 'heldDecisions' | 'conversationIndex' | 'conversations' | 'blocks'>;

/**
 * Does what an agent decided about held chats, a bounded number of them; then another job goes on, after a pause, because
 * each release is a delivery. Done twice, it is done once.
 */
export async function carryOutDecision(ports: Needs, job: DecideJob): Promise<void> {
  const { projectId, operationId, from } = job;
  const stored = await ports.heldDecisions.read(projectId, operationId);
  if (!stored || stored.state !== 'waiting') return;
  const isEarly = ports.clock.now() <= stored.at + UNDO_WINDOW_MS;
  if (isEarly) return ports.jobs.push({ ...job }, 2);
  const isOn = (await ports.blocks.standing(projectId, [])).widgetId !== null;
  // Where chat was turned off meanwhile they stay held, and may be released another time.
  const next = isOn || stored.decision === 'reject' ? await nextOf(ports, projectId, stored, from) : NOTHING;
  let done = job.done;
  for (const id of next.ids) if (await carryOut(ports, id, projectId, stored)) done += 1;
  if (next.isMore) return ports.jobs.push({ ...job, from: next.at, done }, HELD_PAUSE_S);
  await finish(ports, job, stored, done);
}

interface Next {
  at: number;
  ids: string[];
  isMore: boolean;
}

const NOTHING: Next = { at: 0, ids: [], isMore: false };

/** The next few: of a list of ids, `from` is the place in it; of a time, the moment of the last word. */
async function nextOf(
  { conversationIndex }: Needs,
  projectId: string,
  { which }: HeldDecision,
  from: number,
): Promise<Next> {
  if ('conversationIds' in which) {
    const at = from + HELD_PER_JOB;
    return {
      at,
      ids: which.conversationIds.slice(from, at),
      isMore: at < which.conversationIds.length,
    };
  }
  // What was held at a time has its last word then or later.
  const begin = Math.max(from, which.from);
  const { conversations, cursor } = await conversationIndex.heldSince(projectId, begin);
  const some = conversations.slice(0, HELD_PER_JOB);
  const isWithin = ({ held }: ListedConversation): boolean =>
    held !== undefined && held.since >= which.from && held.since <= which.to;
  const last = some.at(-1)?.last.at ?? begin;
  const isMore = cursor !== null || conversations.length > some.length;
  return {
    at: last > begin ? last : begin + 1,
    ids: some.filter(isWithin).map(({ id }) => id),
    isMore,
  };
}

/** True when this call did it. */
async function carryOut(
  ports: Needs,
  id: string,
  projectId: string,
  { decision }: HeldDecision,
): Promise<boolean> {
  // Queued before it is rejected: should this fail later, nothing stays for ever.
  if (decision === 'reject')
    await ports.jobs.push({ kind: 'erase-rejected', conversationId: id }, REJECTED_WORDS_S);
  const step = await changeConversation(ports, id, (conversation, now) => {
    if (conversation?.projectId !== projectId) return null;
    return decision === 'release' ? release(conversation, now) : reject(conversation, now);
  });
  if (decision === 'release' && step && step.kind !== 'refused' && step.conversation.queued)
    await queueDelivery(ports, step.conversation);
  return step?.kind === 'changed';
}

async function finish(
  ports: Needs,
  { projectId, operationId }: DecideJob,
  stored: HeldDecision,
  count: number,
): Promise<void> {
  if (count > 0) {
    const event = stored.decision === 'release' ? 'released-chats' : 'rejected-chats';
    await changeDesk(ports, projectId, (desk, now) =>
      note(desk, { actor: stored.by, operationId, now }, event, { count }),
    );
  }
  await ports.heldDecisions.save(projectId, operationId, { ...stored, state: 'done' });
}

/** The words of a chat that an agent rejected; of any other nothing goes. Idempotent. */
export async function eraseRejected(ports: Parameters<typeof eraseChat>[0], id: string): Promise<void> {
  const conversation = await ports.conversations.read(id);
  if (conversation?.rejectedAt !== undefined && conversation.erasedAt === undefined)
    await eraseChat(ports, id);
}
