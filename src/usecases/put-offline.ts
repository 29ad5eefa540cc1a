import { putOffline as decide } from '../domain/agent-transitions';
import { succeed, type Result } from '../domain/errors';
import type { Panel } from '../contract/panel';
import type { Actor, Ports } from '../ports';
import { changeDesk } from './change-desk';
import { renderPanel } from './get-panel';
import { administratorsOnly, standingOf } from './standing';

export interface PutOfflineInput {
  projectId: string;
  accountId: string;
  /** The session that the admin saw. */
  session: string;
  reason?: string | undefined;
  operationId: string;
}

/** Rule S6: the door. */
export async function putOffline(ports: Ports, actor: Actor, input: PutOfflineInput): Promise<Result<Panel>> {
  const { projectId } = input;
  const standing = administratorsOnly(await standingOf(ports, actor, projectId), projectId);
  if (!standing.ok) return standing;
  const { accountId, operationId, session } = input;
  const given = input.reason?.trim() ?? '';
  const reason = given === '' ? null : given;
  const change = await changeDesk(ports, projectId, (desk, now) =>
    decide(desk, { actor: actor.accountId, accountId, operationId, now }, { session, reason }),
  );
  return change.ok ? succeed(await renderPanel(ports, standing.value)) : change;
}
