import type { Desk } from '../domain/desk';
import { movePortal, nextEnd, tidyDesk } from '../domain/desk-upkeep';
import { QUEUE_DELAY_MAX_S } from '../domain/limits';
import { agentsOnline } from '../domain/presence';
import type { Ports } from '../ports';
import { changeDesk } from './change-desk';
import { queueQuietRequests } from './follow-quietly';
import { fromTheFirst, noticeLeavers } from './notice-leavers';
import { requeueDeliveries } from './requeue-deliveries';

/** Ends within this many seconds get a job of their own; later ones are found by a later sweep. */
const LOOK_AHEAD_S = 330;

/** Projects whose agents one job looks after: well within its time limit. */
const PROJECTS_PER_JOB = 10;

/**
 * The five-minute sweep: one job for every few desks, also of projects whose chat was switched off while messages
 * waited. `renew` after an upgrade: public records in the new form.
 */
export async function sweepDesks(ports: Ports, renew = false): Promise<void> {
  const all = (await ports.desks.list()).map(({ projectId }) => projectId);
  for (let start = 0; start < all.length; start += PROJECTS_PER_JOB) {
    await ports.jobs.push({ kind: 'settle', projectIds: all.slice(start, start + PROJECTS_PER_JOB), renew });
  }
}

/** Removes people who are not agents any more, closes ended times, renews horizons, delivers. Idempotent. */
export async function settleDesks(ports: Ports, projectIds: string[], renew = false): Promise<void> {
  const read = await ports.desks.readMany(projectIds);
  const desks = new Map([...read].filter(([, { settings }]) => settings.chatEnabled));
  const gone = await formerAgents(ports, desks);
  const siteUrl = desks.size > 0 ? await ports.siteUrl() : null;
  for (const projectId of desks.keys()) {
    const notAgents = gone.get(projectId) ?? new Set();
    const settled = await changeDesk(ports, projectId, (desk, now) => tidyDesk(desk, notAgents, now, renew));
    if (settled.ok) await scheduleSettle(ports, settled.value);
    if (siteUrl !== desks.get(projectId)?.portal?.siteUrl) {
      await changeDesk(ports, projectId, (desk) => movePortal(desk, siteUrl));
    }
  }
  for (const projectId of projectIds) {
    await requeueDeliveries(ports, projectId);
    await queueQuietRequests(ports, projectId);
  }
  await noticeLeavers(ports, [...desks.keys()].map(fromTheFirst));
}

/** Lets the log and every open window know soon after the next online time has ended. */
export async function scheduleSettle(ports: Ports, desk: Desk): Promise<void> {
  const now = ports.clock.now();
  const end = nextEnd(desk, now);
  if (end === null) return;
  const delay = Math.max(1, Math.ceil((end - now) / 1_000));
  if (delay > Math.min(LOOK_AHEAD_S, QUEUE_DELAY_MAX_S)) return;
  try {
    await ports.jobs.push({ kind: 'settle', projectIds: [desk.projectId] }, delay);
  } catch (fault) {
    // Nothing depends on it: readers compare timestamps, and the sweep comes by anyway.
    ports.report.failure('the job for the end of an online time was not queued', fault);
  }
}

/** Rule S10. Where Jira cannot say, nobody is removed. */
async function formerAgents(ports: Ports, desks: Map<string, Desk>): Promise<Map<string, Set<string>>> {
  const now = ports.clock.now();
  const onlineIn = new Map<string, string[]>();
  for (const [projectId, desk] of desks) {
    for (const { accountId } of agentsOnline(desk, now)) {
      onlineIn.set(accountId, [...(onlineIn.get(accountId) ?? []), projectId]);
    }
  }
  const gone = new Map<string, Set<string>>();
  for (const [accountId, projectIds] of onlineIn) {
    try {
      const agentIn = await ports.jira.agentIn(accountId, projectIds);
      for (const id of projectIds)
        if (!agentIn.has(id)) gone.set(id, (gone.get(id) ?? new Set()).add(accountId));
    } catch (fault) {
      ports.report.failure('Jira could not say whether somebody is still an agent', fault);
      return gone;
    }
  }
  return gone;
}
