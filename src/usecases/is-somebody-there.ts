import type { SomebodyThere } from '../contract/actions';
import { disabledAvailability, type Availability } from '../domain/availability';
import { succeed, type Result } from '../domain/errors';
import type { Actor, Ports } from '../ports';
import { getAvailability } from './get-availability';
import { FOR_SHOW, rolesIn, unseen } from './standing';

type Needs = Pick<Ports, 'publicRecords' | 'clock' | 'report'> & {
  desks: Pick<Ports['desks'], 'widgetOfProject'>;
  jira: Pick<Ports['jira'], 'myRoles' | 'project'>;
};

/** For whoever can see the space in Jira; what does not exist, and what they cannot see, is answered alike. Throws PlatformFault. */
export async function isSomebodyThere(
  ports: Needs,
  actor: Actor,
  projectKey: string,
): Promise<Result<SomebodyThere>> {
  const project = await ports.jira.project(projectKey);
  if (!project) return unseen;
  const found = await rolesIn(ports, actor, project.id, FOR_SHOW);
  return found.ok ? succeed(toldOf(await availabilityOf(ports, project.id))) : found;
}

async function availabilityOf(ports: Needs, projectId: string): Promise<Availability> {
  const widgetId = await ports.desks.widgetOfProject(projectId);
  return widgetId === null ? disabledAvailability(ports.clock.now()) : getAvailability(ports, widgetId);
}

const toldOf = ({ state, until, nextOnlineAt, expected, closed, degraded }: Availability): SomebodyThere => ({
  state: degraded ? 'unknown' : state,
  until,
  nextOnlineAt,
  expected: expected ?? false,
  closedUntil: closed?.until ?? null,
});
