import { goOffline as decide } from '../domain/agent-transitions';
import { refuse, succeed, type Result } from '../domain/errors';
import type { Panel } from '../contract/panel';
import type { Actor, Ports } from '../ports';
import { changeDesks } from './change-desk';
import { renderPanel, withWaiting } from './get-panel';
import { isAgent, standingOf } from './standing';
import { waitingChats } from './waiting-chats';

export interface GoOfflineInput {
  scope: 'project' | 'all';
  projectId?: string | undefined;
  operationId: string;
}

/** Rule S4, and S11: told which of their chats wait. Somebody who is on a roster may leave it, agent or not any more. */
export async function goOffline(ports: Ports, actor: Actor, input: GoOfflineInput): Promise<Result<Panel>> {
  const found = await standingOf(ports, actor, input.projectId ?? null);
  if (!found.ok) return found;
  const standing = found.value;
  const asked =
    input.scope === 'all' ? [...standing.chatProjects] : standing.project ? [standing.project.id] : [];
  const desks = await ports.desks.readMany(asked);
  const isOnRoster = (id: string): boolean => desks.get(id)?.roster[actor.accountId] !== undefined;
  const targets = asked.filter((id) => isOnRoster(id) || isAgent(standing, id));
  if (targets.length === 0)
    return refuse('not-allowed', 'You’re not an agent here, so you don’t have a status to change.');

  const changes = await changeDesks(ports, targets, (desk, now) =>
    decide(desk, { accountId: actor.accountId, operationId: input.operationId, now }),
  );
  const refused = changes.find((change) => !change.ok);
  if (refused) return refused;
  const left = targets.filter(isOnRoster);
  const [panel, waiting] = await Promise.all([
    renderPanel(ports, standing),
    waitingChats(ports, actor.accountId, left),
  ]);
  return succeed(withWaiting(panel, waiting));
}
