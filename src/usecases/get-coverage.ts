import type { Coverage, ParsedCoverage } from '../contract/clock';
import { coverage } from '../domain/clock/coverage';
import { refusedHours, refusedSchedule } from '../domain/clock/refused-times';
import { withDraftSchedule } from '../domain/clock/schedule-transitions';
import { without } from '../domain/clock/slot-spans';
import { newDesk, type Desk } from '../domain/desk';
import { refuse, succeed, type Result } from '../domain/errors';
import { COVERAGE_MS, COVERAGE_NAMED } from '../domain/clock/clock-limits';
import type { Span } from '../domain/span';
import type { Actor, Ports } from '../ports';
import { FOR_SHOW, hasPart, isAgent, rolesIn } from './standing';

type Needs = Pick<Ports, 'clock' | 'desks'> & {
  jira: Pick<Ports['jira'], 'myRoles' | 'people'>;
};

const notTheirs = refuse(
  'not-allowed',
  'Only agents and admins of this space can see who works when. Ask a space admin to make you one.',
);

/** Rule H6: two weeks of who works against what customers will see; of a draft, before it is saved. Nothing is stored. */
export async function getCoverage(
  ports: Needs,
  actor: Actor,
  { projectId, draft }: ParsedCoverage,
): Promise<Result<Coverage>> {
  const found = await rolesIn(ports, actor, projectId, FOR_SHOW);
  if (!found.ok) return found;
  if (!hasPart(found.value, projectId)) return notTheirs;
  const { schedule, hours } = draft ?? {};
  const problem = (schedule && refusedSchedule(schedule)) ?? (hours && refusedHours(hours));
  if (problem) return problem;
  const stored = (await ports.desks.read(projectId)) ?? newDesk(projectId);
  const now = ports.clock.now();
  const me = isAgent(found.value, projectId) ? actor.accountId : null;
  const coverageWith = (changes: Draft): ReturnType<typeof coverage> =>
    coverage(withDraft(stored, me, changes, now), now, now + COVERAGE_MS);
  const { spans, gaps, singles } = coverageWith(draft ?? {});
  const shownHours = hours ?? stored.settings.hours;
  const named = [...new Set(spans.flatMap(({ agents }) => agents.slice(0, COVERAGE_NAMED)))];
  const people = await ports.jira.people(named);
  return succeed({
    from: iso(now),
    to: iso(now + COVERAGE_MS),
    spans: spans.map(({ shown, agents, toConfirm, ...span }) => ({
      ...told(span),
      shown,
      agents: agents.slice(0, COVERAGE_NAMED),
      count: agents.length,
      toConfirm: toConfirm.slice(0, COVERAGE_NAMED),
      toConfirmCount: toConfirm.length,
    })),
    gaps: gaps.map(told),
    ...(draft && { opened: without(gaps, coverageWith({}).gaps).map(told) }),
    singles: singles.map(({ agent, ...span }) => ({ ...told(span), agent })),
    people: named.map((id) => people.get(id) ?? { accountId: id, name: null, avatarUrl: null }),
    zone: shownHours.mode === 'project' ? shownHours.zone : null,
  });
}

type Draft = NonNullable<ParsedCoverage['draft']>;

function withDraft(
  desk: Desk,
  me: string | null,
  { schedule, hours, hideWhenOffline, closure }: Draft,
  now: number,
): Desk {
  const { settings } = desk;
  let next: Desk = {
    ...desk,
    settings: {
      ...settings,
      chatEnabled: true,
      hours: hours ?? settings.hours,
      hideWhenOffline: hideWhenOffline ?? settings.hideWhenOffline,
    },
  };
  if (closure) {
    const { id = 'draft', from, until } = closure;
    const rest = (desk.closures ?? []).filter((each) => each.id !== id);
    const planned = { id, from: Date.parse(from), to: Date.parse(until), message: null, by: '' };
    next = { ...next, closures: [...rest, planned] };
  }
  return schedule && me !== null ? withDraftSchedule(next, me, schedule, now) : next;
}

const iso = (ms: number): string => new Date(ms).toISOString();
const told = ({ from, to }: Span): { from: string; to: string } => ({ from: iso(from), to: iso(to) });
