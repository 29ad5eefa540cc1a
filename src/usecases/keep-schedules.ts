import { AGENTS_CHECKED_PER_JOB } from '../domain/jira-limits';
import type { Ports } from '../ports';
import { keepInDesks } from './my-schedule';

/**
 * Brings an agent's schedule to desks that do not know it: they became an agent there since, or chat was switched on. Where
 * they are no agent it is not kept. Idempotent. Throws PlatformFault.
 */
export async function keepSchedule(
  ports: Ports,
  { accountId, projectIds }: { accountId: string; projectIds: string[] },
): Promise<void> {
  const saved = await ports.schedules.read(accountId);
  if (!saved) return;
  const agentIn = await ports.jira.agentIn(accountId, projectIds);
  await keepInDesks(
    ports,
    accountId,
    saved,
    projectIds.filter((id) => agentIn.has(id)),
  );
}

/** The same with everybody's schedule, at a desk where chat was switched on: a few at a time, and a job for the others. */
export async function keepSchedules(
  ports: Ports,
  { projectId, from = 0 }: { projectId: string; from?: number | undefined },
): Promise<void> {
  const accounts = (await ports.schedules.accounts()).sort();
  const until = from + AGENTS_CHECKED_PER_JOB;
  if (until < accounts.length) await ports.jobs.push({ kind: 'keep-schedules', projectId, from: until });
  for (const accountId of accounts.slice(from, until))
    await keepSchedule(ports, { accountId, projectIds: [projectId] });
}
