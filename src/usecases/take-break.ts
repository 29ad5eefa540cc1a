import type { Panel } from '../contract/panel';
import { takeBreak as decide } from '../domain/clock/break-transitions';
import { refuse, succeed, type Result } from '../domain/errors';
import { onlineSession } from '../domain/presence';
import type { Actor, Ports } from '../ports';
import { changeDesks } from './change-desk';
import { renderPanel, withWaiting } from './get-panel';
import { scheduleSettle } from './settle-desks';
import { isAgent, standingOf } from './standing';
import { waitingChats } from './waiting-chats';

const notOnline = refuse('conflict', 'You’re already offline. A break is for when you’re online.');

const notAgents = refuse('not-allowed', 'Only agents take breaks. Ask a space admin to make you one.');

/** Rule H8: wherever the actor is online, or on a break already; told which of their chats wait (rule S11). */
export async function takeBreak(
  ports: Ports,
  actor: Actor,
  { minutes, operationId }: { minutes: number; operationId: string },
): Promise<Result<Panel>> {
  const found = await standingOf(ports, actor, null);
  if (!found.ok) return found;
  const standing = found.value;
  const { accountId } = actor;
  const all = [...standing.chatProjects];
  const desks = await ports.desks.readMany(all);
  const now = ports.clock.now();
  const targets = all.filter((id) => {
    const entry = desks.get(id)?.roster[accountId];
    if (!entry) return false;
    const isRepeated = entry.operations.some(({ id: done }) => done === operationId);
    return isRepeated || entry.status.kind === 'break' || onlineSession(entry, now) !== null;
  });
  if (targets.length === 0) return all.some((id) => isAgent(standing, id)) ? notOnline : notAgents;
  const changes = await changeDesks(ports, targets, (desk, at) =>
    decide(desk, { accountId, operationId, now: at }, minutes),
  );
  const taken = changes.flatMap((change) => (change.ok ? [change.value] : []));
  const [refused] = changes.flatMap((change) => (change.ok ? [] : [change]));
  if (taken.length === 0) return refused ?? notOnline;
  for (const desk of taken) await scheduleSettle(ports, desk);
  const [panel, waiting] = await Promise.all([
    renderPanel(ports, standing),
    waitingChats(ports, accountId, targets),
  ]);
  return succeed(withWaiting(panel, waiting));
}
