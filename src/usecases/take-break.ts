import type { Panel } from '../contract/panel';
import { takeBreak as decide } from '../domain/clock/break-transitions';
import { refuse, succeed, type Result } from '../domain/errors';
import type { Desk } from '../domain/desk';
import { onlineSession } from '../domain/presence';
import { isApplied } from '../domain/transition';
import type { Actor, Ports } from '../ports';
import { changeDesks } from './change-desk';
import { renderPanel, withWaiting } from './get-panel';
import { scheduleSettle } from './settle-desks';
import { isAgent, standingOf, type Parts } from './standing';
import { waitingChats } from './waiting-chats';

const notOnline = refuse('conflict', 'You’re already offline. A break is for when you’re online.');

const notAgents = refuse('not-allowed', 'Only agents take breaks. Ask a space admin to make you one.');

/** Nowhere on, or off: said to agents, and to who is none. */
export const refusedBreak = (parts: Parts): Result<never> =>
  [...parts.chatProjects].some((id) => isAgent(parts, id)) ? notOnline : notAgents;

/** Would a break begin there, or end at another time? */
export function takesBreak({ roster }: Desk, accountId: string, now: number): boolean {
  const entry = roster[accountId];
  return entry !== undefined && (entry.status.kind === 'break' || onlineSession(entry, now) !== null);
}

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
  const desks = await ports.desks.readMany([...standing.chatProjects]);
  const now = ports.clock.now();
  const targets = [...desks.values()]
    .filter((desk) => takesBreak(desk, accountId, now) || isApplied(desk.roster[accountId], operationId))
    .map(({ projectId }) => projectId);
  if (targets.length === 0) return refusedBreak(standing);
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
