import type { BreakPreview } from '../contract/panel';
import { takeBreak } from '../domain/clock/break-transitions';
import { succeed, type Result } from '../domain/errors';
import type { Actor, Ports } from '../ports';
import { deskState, toldIn } from './get-panel';
import { FOR_SHOW, partsOf } from './standing';
import { refusedBreak, takesBreak } from './take-break';

type Needs = Pick<Ports, 'clock' | 'desks'> & { jira: Pick<Ports['jira'], 'myRoles'> };

/** Rule H8: what customers would be told if the actor took a break now. Nothing is stored. */
export async function previewBreak(
  ports: Needs,
  actor: Actor,
  { minutes }: { minutes: number },
): Promise<Result<BreakPreview>> {
  const found = await partsOf(ports, actor, FOR_SHOW);
  if (!found.ok) return found;
  const { accountId } = actor;
  const desks = await ports.desks.readMany([...found.value.chatProjects]);
  const now = ports.clock.now();
  const targets = [...desks.values()].filter((desk) => takesBreak(desk, accountId, now));
  if (targets.length === 0) return refusedBreak(found.value);
  return succeed({
    now: new Date(now).toISOString(),
    projects: targets.flatMap((desk) => {
      const decided = takeBreak(desk, { accountId, operationId: '', now }, minutes);
      if (decided.kind === 'refused') return [];
      const { projectId } = desk;
      return [{ projectId, state: deskState(decided.desk, now), ...toldIn(decided.desk, now) }];
    }),
  });
}
