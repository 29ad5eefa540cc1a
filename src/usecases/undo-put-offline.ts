import { undoPutOffline as decide } from '../domain/agent-transitions';
import { succeed, type Result } from '../domain/errors';
import type { Panel } from '../contract/panel';
import type { Actor, Ports } from '../ports';
import { changeDesk } from './change-desk';
import { renderPanel } from './get-panel';
import { administratorsOnly, standingOf } from './standing';

export interface UndoPutOfflineInput {
  projectId: string;
  accountId: string;
  operationId: string;
}

/** Rule S6: takes the door back within its window. */
export async function undoPutOffline(
  ports: Ports,
  actor: Actor,
  input: UndoPutOfflineInput,
): Promise<Result<Panel>> {
  const { projectId } = input;
  const standing = administratorsOnly(await standingOf(ports, actor, projectId), projectId);
  if (!standing.ok) return standing;
  const change = await changeDesk(ports, projectId, (desk, now) =>
    decide(desk, { actor: actor.accountId, accountId: input.accountId, operationId: input.operationId, now }),
  );
  return change.ok ? succeed(await renderPanel(ports, standing.value)) : change;
}
