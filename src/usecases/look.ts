import { succeed, type Result } from '../domain/errors';
import type { Actor, Look, Ports } from '../ports';
import { forAgent, type ForAgentNeeds } from './agent-conversation';
import { FOR_SHOW } from './standing';

type LookInput = {
  conversationId: string;
  doing: Look['doing'];
  answers?: true | undefined;
  left?: string | undefined;
};

/**
 * Colleagues who have the chat open are told who else has (rule D4): one read, nothing is stored, and Jira is not asked where
 * it said within ten minutes that they are an agent. `left` needs no leave: it says something of the acting person alone.
 */
export async function look(
  ports: ForAgentNeeds & { live: Pick<Ports['live'], 'look'> },
  actor: Actor,
  { conversationId, doing, answers, left }: LookInput,
): Promise<Result<null>> {
  const found = await forAgent(ports, actor, conversationId, FOR_SHOW);
  if (!found.ok) return found;
  await ports.live.look({
    conversation: conversationId,
    by: actor.accountId,
    doing,
    ...(answers && { answers }),
    ...(left !== undefined && { left }),
  });
  return succeed(null);
}
