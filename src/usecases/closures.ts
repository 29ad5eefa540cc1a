import type { Closures, PlannedClosure } from '../contract/clock';
import type { Closure } from '../domain/clock/closure';
import { currentClosures, endClosure as end, saveClosure as save } from '../domain/clock/closure-transitions';
import type { Desk } from '../domain/desk';
import { refuse, succeed, type Result } from '../domain/errors';
import { refused } from '../domain/transition';
import type { Actor, Ports } from '../ports';
import { changeDesk } from './change-desk';
import { personIn } from './inbox-rows';
import { isAgent, mayAdminister, rolesIn } from './standing';

type Needs = Parameters<typeof changeDesk>[0] & { jira: Pick<Ports['jira'], 'myRoles' | 'people'> };

export interface SaveClosureInput {
  projectId: string;
  closureId?: string | undefined;
  from?: string | undefined;
  until: string;
  message?: string | undefined;
  seen?: { from: string; until: string; message: string } | undefined;
  operationId: string;
}

const notAllowed = refuse(
  'not-allowed',
  'Only an admin of this space or a Jira admin can close the chat for a time. Ask one of them.',
);

/** Rule H4: by a project admin, a Jira admin, or, where the project lets them, an agent. */
export async function saveClosure(
  ports: Needs,
  actor: Actor,
  { projectId, closureId, from, until, message, seen, operationId }: SaveClosureInput,
): Promise<Result<Closures>> {
  return changeClosures(ports, actor, projectId, (desk, now) => {
    const isRepeated = desk.settingsOperation === operationId;
    if (closureId !== undefined && !isRepeated && !isAsSeen(desk, now, closureId, seen))
      return refused(
        'conflict',
        'This closure has ended, or someone else changed it meanwhile. Check how it is now.',
      );
    return save(
      desk,
      { actor: actor.accountId, operationId, now },
      {
        // The operation names a new one: repeated, it is the same.
        id: closureId ?? operationId,
        from: from === undefined ? now : Date.parse(from),
        to: Date.parse(until),
        message: message === undefined || message === '' ? null : message,
      },
    );
  });
}

/** Is it there still, and as whoever changes it saw it? What was ended must not come back, nor what is new be lost unseen. */
function isAsSeen(desk: Desk, now: number, closureId: string, seen: SaveClosureInput['seen']): boolean {
  const stored = currentClosures(desk, now).find(({ id }) => id === closureId);
  if (!stored) return false;
  if (seen === undefined) return true;
  const { from, to, message } = stored;
  return Date.parse(seen.from) === from && Date.parse(seen.until) === to && seen.message === (message ?? '');
}

export async function endClosure(
  ports: Needs,
  actor: Actor,
  { projectId, closureId, operationId }: { projectId: string; closureId: string; operationId: string },
): Promise<Result<Closures>> {
  return changeClosures(ports, actor, projectId, (desk, now) =>
    end(desk, { actor: actor.accountId, operationId, now }, closureId),
  );
}

async function changeClosures(
  ports: Needs,
  actor: Actor,
  projectId: string,
  decide: Parameters<typeof changeDesk>[2],
): Promise<Result<Closures>> {
  const found = await rolesIn(ports, actor, projectId);
  if (!found.ok) return found;
  const isTheirs = mayAdminister(found.value, projectId);
  if (!isTheirs && !isAgent(found.value, projectId)) return notAllowed;
  const change = await changeDesk(ports, projectId, (desk, now) =>
    isTheirs || desk.settings.agentsMayClose
      ? decide(desk, now)
      : { kind: 'refused', error: notAllowed.error },
  );
  return change.ok ? succeed(await closuresOf(ports, change.value)) : change;
}

/** Those that run or are planned, by their beginning. */
export async function closuresOf(
  { jira, clock }: Pick<Ports, 'clock'> & { jira: Pick<Ports['jira'], 'people'> },
  desk: Desk,
): Promise<Closures> {
  const now = clock.now();
  const closures = currentClosures(desk, now);
  const people = await jira.people([...new Set(closures.map(({ by }) => by))]);
  return {
    now: iso(now),
    closures: closures.map((closure) => ({ ...planned(closure), by: personIn(people, closure.by) })),
  };
}

/** The same, without who planned them. */
export const plannedClosures = (desk: Desk, now: number): PlannedClosure[] =>
  currentClosures(desk, now).map(planned);

const planned = ({ id, from, to, message }: Closure): PlannedClosure => ({
  closureId: id,
  from: iso(from),
  until: iso(to),
  message: message ?? '',
});

const iso = (ms: number): string => new Date(ms).toISOString();
