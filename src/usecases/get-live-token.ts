import { refuse, succeed, type Result } from '../domain/errors';
import type { LiveToken } from '../contract/live';
import type { Actor, Ports } from '../ports';
import { FOR_SHOW, partsOf } from './standing';

/** Lets people who have a part in some project's chat hear that something changed. */
export async function getLiveToken(
  ports: Pick<Ports, 'desks' | 'jira' | 'live'>,
  actor: Actor,
): Promise<Result<LiveToken>> {
  const parts = await partsOf(ports, actor, FOR_SHOW);
  if (!parts.ok) return parts;
  const { own, roles } = parts.value;
  if (own.length === 0 && !roles.jiraAdmin) {
    return refuse('not-allowed', 'Only agents and admins can follow the list of agents live.');
  }
  const { channel, token, expiresAt } = await ports.live.token();
  return succeed({ channel, token, expiresAt: new Date(expiresAt).toISOString() });
}
