import { succeed, type Result } from '../domain/errors';
import type { LogPage } from '../contract/settings';
import type { Actor, Ports } from '../ports';
import { administratorsOnly, rolesIn } from './standing';

/** Who changed what in a project, newest first, a page at a time. */
export async function getProjectLog(
  ports: Pick<Ports, 'jira' | 'log'>,
  actor: Actor,
  { projectId, cursor, large }: { projectId: string; cursor?: string | undefined; large?: true | undefined },
): Promise<Result<LogPage>> {
  const allowed = administratorsOnly(await rolesIn(ports, actor, projectId), projectId);
  if (!allowed.ok) return allowed;
  const page = await ports.log.page(projectId, cursor ?? null, large);
  const named = page.entries.flatMap(({ actor: by, subject }) => [by, subject]).filter((id) => id !== null);
  const people = await ports.jira.people([...new Set(named)]);
  const person = (accountId: string | null): LogPage['rows'][number]['actor'] =>
    accountId === null ? null : (people.get(accountId) ?? { accountId, name: null, avatarUrl: null });
  return succeed({
    rows: page.entries.map(
      ({ at, event, actor: by, subject, until, bySchedule, from, reason, changed, count }) => ({
        at: new Date(at).toISOString(),
        event,
        actor: person(by),
        subject: person(subject),
        ...(until !== undefined && { until: until === null ? null : new Date(until).toISOString() }),
        ...(bySchedule && { bySchedule }),
        ...(from !== undefined && { from: new Date(from).toISOString() }),
        ...(reason !== undefined && { reason }),
        ...(changed !== undefined && { changed }),
        ...(count !== undefined && { count }),
      }),
    ),
    cursor: page.cursor,
  });
}
