import type { HeldDecision } from '../domain/held-decision';
import { refuse, succeed, type Result } from '../domain/errors';
import { UNDO_WINDOW_MS } from '../domain/limits';
import type { Actor, Ports } from '../ports';
import { agentsOnly, rolesIn } from './standing';

type Needs = Pick<Ports, 'heldDecisions' | 'jobs' | 'clock'> & {
  jira: Pick<Ports['jira'], 'myRoles'>;
  blocks: Pick<Ports['blocks'], 'standing'>;
};

/** Seconds until the job runs: behind the last moment of undoing, also where the clocks of two processes differ a little. */
const JOB_AFTER_S = Math.ceil(UNDO_WINDOW_MS / 1_000) + 2;

interface Decide {
  projectId: string;
  which: { conversationIds: string[] } | { from: string; to: string };
  decision: HeldDecision['decision'];
  operationId: string;
}

/** An agent releases or rejects chats that are held back (rule T6): written down now, done when it cannot be undone. */
export async function decideHeld(
  ports: Needs,
  actor: Actor,
  { projectId, which, decision, operationId }: Decide,
): Promise<Result<{ undoUntil: string }>> {
  const found = agentsOnly(await rolesIn(ports, actor, projectId), projectId);
  if (!found.ok) return found;
  if (decision === 'release' && (await ports.blocks.standing(projectId, [])).widgetId === null) {
    return refuse(
      'chat-disabled',
      'Chat is off in this space. Ask a space admin to turn it on, then release the chats.',
    );
  }
  const stored = await ports.heldDecisions.saveFirst(projectId, operationId, {
    which: 'from' in which ? { from: Date.parse(which.from), to: Date.parse(which.to) } : which,
    decision,
    by: actor.accountId,
    at: ports.clock.now(),
    state: 'waiting',
  });
  // Also for one that was there already: its job may never have been queued. Twice, it is done once.
  await ports.jobs.push({ kind: 'decide-held', projectId, operationId, from: 0, done: 0 }, JOB_AFTER_S);
  return succeed({ undoUntil: new Date(stored.at + UNDO_WINDOW_MS).toISOString() });
}

/** Within ten seconds, by whoever of the agents. */
export async function undoDecideHeld(
  ports: Omit<Needs, 'blocks' | 'jobs'>,
  actor: Actor,
  { projectId, operationId }: { projectId: string; operationId: string },
): Promise<Result<null>> {
  const found = agentsOnly(await rolesIn(ports, actor, projectId), projectId);
  if (!found.ok) return found;
  const stored = await ports.heldDecisions.read(projectId, operationId);
  if (!stored) return refuse('not-found', 'There’s nothing to undo, because nothing was decided.');
  if (stored.state === 'undone') return succeed(null);
  if (stored.state === 'done' || ports.clock.now() >= stored.at + UNDO_WINDOW_MS) {
    return refuse('conflict', 'It’s too late to undo this.');
  }
  await ports.heldDecisions.save(projectId, operationId, { ...stored, state: 'undone' });
  return succeed(null);
}
