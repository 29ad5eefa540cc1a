import type { Panel } from '../contract/panel';
import { confirmPresence as decide, NOT_ASKED, type PresenceAnswer } from '../domain/clock/roll-call';
import { refuse, succeed, type Result } from '../domain/errors';
import type { Actor, Ports } from '../ports';
import { changeDesks } from './change-desk';
import { renderPanel } from './get-panel';
import { scheduleSettle } from './settle-desks';
import { isAgent, standingOf } from './standing';

const notAgents = refuse(
  'not-allowed',
  'Only agents are asked whether they’re there. Ask a space admin to make you one.',
);

/** Rules H2, H8: the answer to "are you there?", in one project or wherever the actor is asked; refused where nobody asks. */
export async function confirmPresence(
  ports: Ports,
  actor: Actor,
  input: { answer: PresenceAnswer; projectId?: string | undefined; operationId: string },
): Promise<Result<Panel>> {
  const found = await standingOf(ports, actor, input.projectId ?? null);
  if (!found.ok) return found;
  const standing = found.value;
  const { accountId } = actor;
  const asked = standing.project ? [standing.project.id] : [...standing.chatProjects];
  const desks = await ports.desks.readMany(asked);
  const targets = asked.filter((id) => desks.get(id)?.roster[accountId] !== undefined);
  if (targets.length === 0 && !asked.some((id) => isAgent(standing, id))) return notAgents;
  const changes = await changeDesks(ports, targets, (desk, now) =>
    decide(desk, { accountId, operationId: input.operationId, now }, input.answer),
  );
  const taken = changes.flatMap((change) => (change.ok ? [change.value] : []));
  const [refused] = changes.flatMap((change) => (change.ok ? [] : [change]));
  if (taken.length === 0) return refused ?? NOT_ASKED;
  for (const desk of taken) await scheduleSettle(ports, desk);
  return succeed(await renderPanel(ports, standing));
}
