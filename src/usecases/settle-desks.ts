import { nextCallNotice } from '../domain/clock/call-notices';
import type { Desk } from '../domain/desk';
import { hasOpenEnd, movePortal, needsSchedules, nextChange, tidyDesk } from '../domain/desk-upkeep';
import { succeed } from '../domain/errors';
import { QUEUE_DELAY_MAX_S } from '../domain/limits';
import type { Transition } from '../domain/transition';
import type { Ports } from '../ports';
import { changeDesk } from './change-desk';
import { queueAgentChecks } from './check-agents';
import { queueQuietRequests } from './follow-quietly';
import { mailRollCalls } from './mail-roll-calls';
import { fromTheFirst, noticeLeavers } from './notice-leavers';
import { requeueDeliveries } from './requeue-deliveries';

/** Ends within this many seconds get a job of their own; later ones are found by a later sweep. */
const LOOK_AHEAD_S = 330;

/** Projects that one job looks after: well within its time limit. */
const PROJECTS_PER_JOB = 10;

/**
 * The five-minute sweep: one job for every few desks, also of projects whose chat was switched off while messages
 * waited; and others for whoever may be no agent any more. `renew` after an upgrade: records in the new form.
 */
export async function sweepDesks(ports: Ports, renew = false): Promise<void> {
  const listing = await ports.desks.list();
  const all = listing.map(({ projectId }) => projectId);
  for (let start = 0; start < all.length; start += PROJECTS_PER_JOB) {
    await ports.jobs.push({ kind: 'settle', projectIds: all.slice(start, start + PROJECTS_PER_JOB), renew });
  }
  await queueAgentChecks(
    ports,
    listing.filter(({ chatEnabled }) => chatEnabled).map(({ projectId }) => projectId),
  );
}

/** Closes ended times, renews horizons, delivers. Idempotent. */
export async function settleDesks(ports: Ports, projectIds: string[], renew = false): Promise<void> {
  const read = await ports.desks.readMany(projectIds);
  const desks = new Map([...read].filter(([, { settings }]) => settings.chatEnabled));
  const siteUrl = desks.size > 0 ? await ports.siteUrl() : null;
  // Asked only where it says something.
  const isOpen = [...desks.values()].some(hasOpenEnd);
  const { longestMinutes } = isOpen ? await ports.site.globalSettings() : { longestMinutes: null };
  const schedules = await schedulesOf(ports, desks);
  for (const [projectId, desk] of desks) {
    const tidy = (current: Desk, now: number): Transition =>
      tidyDesk(current, now, {
        renew,
        longestMinutes,
        ...(needsSchedules(current, now) && schedules && { schedules }),
      });
    // Most are as they were, and reading them once more is half of what a sweep costs.
    const isTidy = tidy(desk, ports.clock.now()).kind === 'unchanged';
    const settled = isTidy ? succeed(desk) : await changeDesk(ports, projectId, tidy);
    if (settled.ok) {
      await mailRollCalls(ports, settled.value);
      await scheduleSettle(ports, settled.value);
    }
    if (siteUrl !== desk.portal?.siteUrl) {
      await changeDesk(ports, projectId, (current) => movePortal(current, siteUrl));
    }
  }
  for (const projectId of projectIds) {
    await requeueDeliveries(ports, projectId);
    await queueQuietRequests(ports, projectId);
    if (renew) await ports.jobs.push({ kind: 'note-waits', projectId, cursor: null });
  }
  await noticeLeavers(ports, [...desks.keys()].map(fromTheFirst));
}

/** Schedules at those desks whose compiled ones are to reach further; null: none is. */
async function schedulesOf(
  { schedules, clock }: Pick<Ports, 'schedules' | 'clock'>,
  desks: Map<string, Desk>,
): Promise<Awaited<ReturnType<Ports['schedules']['readMany']>> | null> {
  const asked = [...desks.values()].filter((desk) => needsSchedules(desk, clock.now()));
  const accounts = asked.flatMap(({ roster }) => Object.keys(roster).filter((id) => roster[id]?.schedule));
  return accounts.length === 0 ? null : schedules.readMany([...new Set(accounts)]);
}

/** Lets the log and every open window know soon after what happens next by itself. */
export async function scheduleSettle(ports: Ports, desk: Desk): Promise<void> {
  const now = ports.clock.now();
  const end = Math.min(nextChange(desk, now) ?? Infinity, nextCallNotice(desk, now) ?? Infinity);
  const delay = Math.max(1, Math.ceil((end - now) / 1_000));
  if (delay > Math.min(LOOK_AHEAD_S, QUEUE_DELAY_MAX_S)) return;
  try {
    await ports.jobs.push({ kind: 'settle', projectIds: [desk.projectId] }, delay);
  } catch (fault) {
    // Nothing depends on it: readers compare timestamps, and the sweep comes by anyway.
    ports.report.failure('the job for the end of an online time was not queued', fault);
  }
}
