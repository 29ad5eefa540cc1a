import { nextCallNotice } from '../domain/clock/call-notices';
import type { Desk } from '../domain/desk';
import { hasOpenEnd, movePortal, needsSchedules, nextChange, tidyDesk } from '../domain/desk-upkeep';
import { AGENTS_CHECKED_PER_JOB, SWEEP_MS } from '../domain/jira-limits';
import { succeed } from '../domain/errors';
import { QUEUE_DELAY_MAX_S } from '../domain/limits';
import { agentsOnline } from '../domain/presence';
import type { Transition } from '../domain/transition';
import { JiraRefused, PlatformFault, type Ports } from '../ports';
import { changeDesk } from './change-desk';
import { queueQuietRequests } from './follow-quietly';
import { mailRollCalls } from './mail-roll-calls';
import { fromTheFirst, noticeLeavers } from './notice-leavers';
import { requeueDeliveries } from './requeue-deliveries';

/** Ends within this many seconds get a job of their own; later ones are found by a later sweep. */
const LOOK_AHEAD_S = 330;

/** Questions in a row that Jira leaves unanswered before a job gives up: one account is not to hide the others. */
const UNANSWERED_MOST = 5;

/** Projects whose agents one job looks after: well within its time limit. */
const PROJECTS_PER_JOB = 10;

/**
 * The five-minute sweep: one job for every few desks, also of projects whose chat was switched off while messages
 * waited. `renew` after an upgrade: records in the new form.
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
  // Asked only where it says something.
  const isOpen = [...desks.values()].some(hasOpenEnd);
  const { longestMinutes } = isOpen ? await ports.site.globalSettings() : { longestMinutes: null };
  const schedules = await schedulesOf(ports, desks);
  for (const [projectId, desk] of desks) {
    const notAgents = gone.get(projectId) ?? new Set();
    const tidy = (current: Desk, now: number): Transition =>
      tidyDesk(current, notAgents, now, {
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

/**
 * Rule S10. Whom Jira will not check stays, unless their account is closed: an app's account may be no Jira admin, and
 * nothing else that Jira tells the app says who is an agent (docs/decisions/015-what-jira-said-is-remembered.md).
 */
async function formerAgents(ports: Ports, desks: Map<string, Desk>): Promise<Map<string, Set<string>>> {
  const { jira, report } = ports;
  const gone = new Map<string, Set<string>>();
  const leave = (accountId: string, projectIds: string[]): void => {
    for (const id of projectIds) gone.set(id, (gone.get(id) ?? new Set()).add(accountId));
  };
  const onlineIn = placesOnline(desks, ports.clock.now());
  const unchecked: string[] = [];
  let unanswered = 0;
  try {
    for (const accountId of inTurn([...onlineIn.keys()], ports.clock.now())) {
      const projectIds = onlineIn.get(accountId) ?? [];
      try {
        const agentIn = await jira.agentIn(accountId, projectIds);
        unanswered = 0;
        leave(
          accountId,
          projectIds.filter((id) => !agentIn.has(id)),
        );
      } catch (fault) {
        unanswered = fault instanceof JiraRefused ? 0 : unanswered + 1;
        if (!(fault instanceof PlatformFault) || fault.retryAfterMs !== null || unanswered > UNANSWERED_MOST)
          throw fault;
        report.failure('Jira could not say whether somebody is still an agent', fault);
        unchecked.push(accountId);
      }
    }
    for (const accountId of unchecked.length > 0 ? await jira.closed(unchecked) : [])
      leave(accountId, onlineIn.get(accountId) ?? []);
  } catch (fault) {
    report.failure('Jira could not say who is still an agent', fault);
  }
  return gone;
}

function placesOnline(desks: Map<string, Desk>, now: number): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const [projectId, desk] of desks) {
    const scheduled = needsSchedules(desk, now)
      ? Object.keys(desk.roster).filter((id) => desk.roster[id]?.schedule)
      : [];
    const online = agentsOnline(desk, now).map(({ accountId }) => accountId);
    // Who is promised is to be an agent, too: asked when schedules are compiled anew, twice a day.
    for (const accountId of new Set([...online, ...scheduled]))
      places.set(accountId, [...(places.get(accountId) ?? []), projectId]);
  }
  return places;
}

/** As many as one job checks; of more, each sweep takes the next part. */
function inTurn(accountIds: string[], now: number): string[] {
  const parts = Math.ceil(accountIds.length / AGENTS_CHECKED_PER_JOB);
  const part = parts === 0 ? 0 : Math.floor(now / SWEEP_MS) % parts;
  return accountIds.slice(part * AGENTS_CHECKED_PER_JOB, (part + 1) * AGENTS_CHECKED_PER_JOB);
}
