import type { BlockedVisitor as Shown, Protection, StartsOfHour } from '../contract/protection';
import type { BlockedVisitor } from '../domain/blocked-visitor';
import { windowOf, type Budget } from '../domain/budget';
import { succeed, type Result } from '../domain/errors';
import { BLOCKED_VISITORS } from '../domain/start-limits';
import { customersBudget, freeDay, heldDay, workedDay } from '../domain/start-budgets';
import { DEFAULT_PROJECT_SETTINGS } from '../domain/settings';
import type { Actor, Ports } from '../ports';
import { heldIn } from './held-in';
import { personIn } from './inbox-rows';
import { administratorsOnly, isAgent, rolesIn } from './standing';

type Needs = Pick<Ports, 'clock' | 'slots' | 'refusals' | 'blocks' | 'siteUrl'> & {
  jira: Pick<Ports['jira'], 'myRoles' | 'people'>;
  desks: Pick<Ports['desks'], 'read'>;
  conversationIndex: Pick<Ports['conversationIndex'], 'heldSince'>;
};

const HOUR = 60 * 60_000;
const HOURS = 24;

/** What the admin of a project sees of the pressure on its desk. The places that were taken say when they were. */
export async function getProtection(
  ports: Needs,
  actor: Actor,
  { projectId }: { projectId: string },
): Promise<Result<Protection>> {
  const found = administratorsOnly(await rolesIn(ports, actor, projectId), projectId);
  if (!found.ok) return found;
  const { clock, slots, refusals } = ports;
  const now = clock.now();
  const { startsPerDay, customersPerDay } =
    (await ports.desks.read(projectId))?.settings ?? DEFAULT_PROJECT_SETTINGS;
  const desk = { projectId, startsPerDay };
  const [started, checked, held, refused, waiting, customers, blocked] = await Promise.all([
    byHour(ports, freeDay(desk), now),
    byHour(ports, workedDay(desk), now),
    byHour(ports, heldDay(desk), now),
    refusals.refusedByHour(projectId),
    heldIn(ports, projectId),
    slots.takenAt(customersBudget(projectId, customersPerDay), now),
    blockedIn(ports, projectId),
  ]);
  const hours = Array.from({ length: HOURS }, (_, index): StartsOfHour => {
    const hour = (windowOf({ windowMs: HOUR }, now) - HOURS + 1 + index) * HOUR;
    return {
      at: new Date(hour).toISOString(),
      started: started.get(hour) ?? 0,
      checked: checked.get(hour) ?? 0,
      held: held.get(hour) ?? 0,
      refused: refused.get(hour) ?? 0,
    };
  });
  return succeed({
    now: new Date(now).toISOString(),
    hours,
    held: waiting && { ...waiting, since: new Date(waiting.since).toISOString() },
    mayDecide: isAgent(found.value, projectId),
    customersAdded: customers.length,
    blocked,
  });
}

/** By the beginning of the hour, epoch ms: of today, and of yesterday as far as it is less than 24 hours ago. */
async function byHour({ slots }: Needs, day: Budget, now: number): Promise<Map<number, number>> {
  const days = await Promise.all([slots.takenAt(day, now), slots.takenAt(day, now, 1)]);
  const counts = new Map<number, number>();
  for (const at of days.flat()) {
    const hour = Math.floor(at / HOUR) * HOUR;
    counts.set(hour, (counts.get(hour) ?? 0) + 1);
  }
  return counts;
}

async function blockedIn(ports: Needs, projectId: string): Promise<Shown[]> {
  const all = (await ports.blocks.list(projectId)).sort((a, b) => b.at - a.at).slice(0, BLOCKED_VISITORS);
  if (all.length === 0) return [];
  const named = all.flatMap(({ by, account }) => [by, account]).filter((id) => id !== null);
  const [siteUrl, people] = await Promise.all([ports.siteUrl(), ports.jira.people([...new Set(named)])]);
  return all.map(({ blockId, kind, who, account, by, at, reason, issueKey }: BlockedVisitor): Shown => ({
    blockId,
    kind,
    who: account === null ? who : (people.get(account)?.name ?? who),
    by: by === null ? { accountId: '', name: null, avatarUrl: null } : personIn(people, by),
    at: new Date(at).toISOString(),
    reason,
    issueKey,
    issueUrl: issueKey !== null && siteUrl !== null ? `${siteUrl}/browse/${issueKey}` : null,
  }));
}
