import { block, marksOf, unblock, type BlockedVisitor } from '../domain/blocked-visitor';
import type { Conversation } from '../domain/conversation';
import { refuse, succeed, type Result } from '../domain/errors';
import type { LogEntry } from '../domain/log-entry';
import { note } from '../domain/settings-transitions';
import { BLOCKED_VISITORS } from '../domain/start-limits';
import type { Actor, Ports } from '../ports';
import { forAgent, type ForAgentNeeds } from './agent-conversation';
import { blockIdOf } from './block-id';
import { changeExisting, type ConversationNeeds } from './change-conversation';
import { changeDesk } from './change-desk';
import { agentsOnly, rolesIn } from './standing';

type Needs = ForAgentNeeds &
  ConversationNeeds &
  Parameters<typeof changeDesk>[0] &
  Pick<Ports, 'blocks' | 'crypto'>;

/** Chats of one block that are opened again when it is taken back. */
const CHATS = 20;

/**
 * An agent ends a chat for its visitor (rule T7): they write no more, and start no other in this project as the person or
 * with the address that they are known by. Said twice, it is said once.
 */
export async function blockVisitor(
  ports: Needs,
  actor: Actor,
  {
    conversationId,
    reason,
    operationId,
  }: { conversationId: string; reason?: string | undefined; operationId: string },
): Promise<Result<{ blockId: string }>> {
  const found = await forAgent(ports, actor, conversationId);
  if (!found.ok) return found;
  const conversation = found.value;
  const { projectId, visitor } = conversation;
  const { kind, marks } = marksOf(conversation);
  const [blockId = '', ...aliases] = marks.map((mark) => blockIdOf(ports.crypto, projectId, mark));
  const before = await ports.blocks.read(projectId, blockId);
  if (!before && (await ports.blocks.list(projectId)).length >= BLOCKED_VISITORS) {
    return refuse(
      'limit',
      `${String(BLOCKED_VISITORS)} people are blocked in this space, which is the limit. Unblock someone first.`,
    );
  }
  const given = reason === undefined || reason === '' ? null : reason;
  const blocked: BlockedVisitor = {
    blockId,
    aliases,
    kind,
    who: kind === 'email' ? visitor.email : kind === 'signed' ? (visitor.name ?? visitor.email) : null,
    account: visitor.kind === 'portal' ? visitor.accountId : null,
    by: before?.by ?? actor.accountId,
    at: before?.at ?? ports.clock.now(),
    reason: before?.reason ?? given,
    conversationIds: [...new Set([...(before?.conversationIds ?? []), conversationId])].slice(-CHATS),
    issueKey: conversation.issue?.key ?? before?.issueKey ?? null,
  };
  // First who it is about: what comes after is what the visitor sees of it.
  await ports.blocks.save(projectId, blocked);
  await changeExisting(ports, conversationId, (current, at) =>
    block(current, { at, by: actor.accountId, reason: given, blockId }),
  );
  if (conversation.blocked?.blockId !== blockId)
    await writeDown(ports, actor, 'blocked-visitor', projectId, operationId);
  return succeed({ blockId });
}

/** Takes it back, whoever of the agents had blocked them: they write and start again. */
export async function unblockVisitor(
  ports: Needs,
  actor: Actor,
  { projectId, blockId, operationId }: { projectId: string; blockId: string; operationId: string },
): Promise<Result<null>> {
  const found = agentsOnly(await rolesIn(ports, actor, projectId), projectId);
  if (!found.ok) return found;
  const blocked = await ports.blocks.read(projectId, blockId);
  if (!blocked) return succeed(null);
  for (const id of blocked.conversationIds)
    await changeExisting(ports, id, (current: Conversation) => unblock(current, blockId));
  await ports.blocks.remove(projectId, blockId);
  await writeDown(ports, actor, 'unblocked-visitor', projectId, operationId);
  return succeed(null);
}

async function writeDown(
  ports: Needs,
  { accountId: actor }: Actor,
  event: LogEntry['event'],
  projectId: string,
  operationId: string,
): Promise<void> {
  await changeDesk(ports, projectId, (desk, now) => note(desk, { actor, operationId, now }, event));
}
