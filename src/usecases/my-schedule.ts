import type { MySchedule } from '../contract/clock';
import { compileSchedule } from '../domain/clock/compiled-schedule';
import { refusedSchedule } from '../domain/clock/refused-times';
import type { Schedule } from '../domain/clock/schedule';
import { keepSchedule, withDraftSchedule } from '../domain/clock/schedule-transitions';
import { nextTransitions } from '../domain/clock/transitions';
import { newDesk } from '../domain/desk';
import { refuse, succeed, type Result } from '../domain/errors';
import type { Actor, Ports } from '../ports';
import type { SavedSchedule } from '../storage-ports';
import { changeDesks } from './change-desk';
import { changeRecord } from './change-record';
import { FOR_SHOW, isAgent, standingOf, type Standing } from './standing';

const conflict = refuse(
  'conflict',
  'You saved another version of your schedule in the meantime. Check it, then save again.',
);

const notAgents = refuse('not-allowed', 'A schedule is for agents. Ask a space admin to make you one.');

/** What the actor's schedule is, and what it will really do next; of a draft, what it would. */
export async function getMySchedule(
  ports: Ports,
  actor: Actor,
  { draft }: { draft?: Schedule | undefined },
): Promise<Result<MySchedule>> {
  const standing = await standingOf(ports, actor, null, FOR_SHOW);
  if (!standing.ok) return standing;
  const problem = draft && refusedSchedule(draft);
  if (problem) return problem;
  const saved = await ports.schedules.read(actor.accountId);
  const own = ownDesks(standing.value);
  if (!saved && own.length === 0) return notAgents;
  if (saved) await bringToNewDesks(ports, actor.accountId, saved, own);
  return succeed(await pageOf(ports, standing.value, saved, draft));
}

/**
 * Rule H1: one schedule for all the actor's projects with chat, but for those that it leaves out. Stored under the actor first,
 * then taken over by each desk; what a desk did not learn, the sweep brings it.
 */
export async function saveMySchedule(
  ports: Ports,
  actor: Actor,
  { schedule, rev }: { schedule: Schedule; rev: number },
): Promise<Result<MySchedule>> {
  const found = await standingOf(ports, actor, null);
  if (!found.ok) return found;
  const standing = found.value;
  const desks = ownDesks(standing);
  if (desks.length === 0) return notAgents;
  const problem = refusedSchedule(schedule);
  if (problem) return problem;
  const { accountId } = actor;
  const { decision } = await changeRecord<SavedSchedule, SavedSchedule | 'conflict'>(ports, {
    read: () => ports.schedules.read(accountId),
    decide(saved, now) {
      // An earlier save whose answer was lost.
      if (saved && JSON.stringify(saved.schedule) === JSON.stringify(schedule)) return saved;
      if ((saved?.rev ?? 0) !== rev) return 'conflict';
      return { rev: rev + 1, savedAt: now, schedule };
    },
    store: (saved, decided) =>
      decided === 'conflict' || decided.rev === saved?.rev
        ? null
        : ports.schedules.commit(accountId, decided),
  });
  if (decision === 'conflict') return conflict;
  await keepInDesks(ports, accountId, decision, desks);
  return succeed(await pageOf(ports, standing, decision));
}

/** They may be an agent there only since it was saved. */
async function bringToNewDesks(
  { desks, jobs }: Pick<Ports, 'desks' | 'jobs'>,
  accountId: string,
  { rev, schedule }: SavedSchedule,
  own: string[],
): Promise<void> {
  const known = await desks.readMany(own);
  const lacking = own.filter(
    (id) => !schedule.leftOut.includes(id) && known.get(id)?.roster[accountId]?.schedule?.rev !== rev,
  );
  if (lacking.length > 0) await jobs.push({ kind: 'keep-schedule', accountId, projectIds: lacking });
}

const ownDesks = (standing: Standing): string[] =>
  [...standing.chatProjects].filter((id) => isAgent(standing, id));

/** The desks take it over, or leave it out. Throws PlatformFault when one could not be stored. */
export async function keepInDesks(
  ports: Ports,
  accountId: string,
  { schedule, rev, savedAt }: SavedSchedule,
  projectIds: string[],
): Promise<void> {
  const leftOut = new Set(schedule.leftOut);
  await changeDesks(ports, projectIds, (desk, now) => {
    // As if it was saved when chat was switched on, or when the desk first hears of it: what began before starts nobody.
    const heldAt = desk.roster[accountId]?.schedule?.savedAt ?? now;
    const compiled = leftOut.has(desk.projectId)
      ? null
      : compileSchedule(schedule, { rev, savedAt, heldAt, now });
    return keepSchedule(desk, accountId, compiled, now);
  });
}

async function pageOf(
  ports: Ports,
  standing: Standing,
  saved: SavedSchedule | null,
  draft?: Schedule,
): Promise<MySchedule> {
  const ids = ownDesks(standing);
  const desks = await ports.desks.readMany(ids);
  const now = ports.clock.now();
  const { accountId } = standing.actor;
  const schedule = draft ?? saved?.schedule ?? null;
  // Where it counts it says the same everywhere.
  const counts = ids.find((id) => !schedule?.leftOut.includes(id));
  const stored = counts === undefined ? null : (desks.get(counts) ?? newDesk(counts));
  const desk = stored && draft ? withDraftSchedule(stored, accountId, draft, now) : stored;
  const entry = desk?.roster[accountId];
  return {
    now: iso(now),
    schedule: saved?.schedule ?? null,
    rev: saved?.rev ?? 0,
    transitions: entry ? nextTransitions(entry, now).map(({ at, to }) => ({ at: iso(at), to })) : [],
    projects: standing.mine
      .filter(({ id }) => ids.includes(id))
      .map((project) => {
        const { rollCall = 'confirm', hours } = desks.get(project.id)?.settings ?? {};
        return { ...project, rollCall, ...(hours?.mode === 'project' && { zone: hours.zone }) };
      }),
  };
}

const iso = (ms: number): string => new Date(ms).toISOString();
