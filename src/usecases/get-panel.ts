import { publicAvailability, type Availability } from '../domain/availability';
import { summarize } from '../domain/summarize';
import type { Desk } from '../domain/desk';
import { nextChange } from '../domain/desk-upkeep';
import { succeed, type Result } from '../domain/errors';
import { MISSING_ROLE_REMEMBERED_MS } from '../domain/jira-limits';
import { PANEL_ROWS } from '../domain/limits';
import { agentsExpected, agentsOnline, onlineSession } from '../domain/presence';
import { firstAndLastToEnd } from '../domain/promise';
import type {
  AgentRow,
  MyProject,
  OwnWaitingChats,
  Panel,
  PutOfflineNotice,
  ToldToCustomers,
} from '../contract/panel';
import type { Person } from '../domain/person';
import type { JiraProject } from '../jira-ports';
import type { Actor, Ports } from '../ports';
import { plannedClosures } from './closures';
import { myClock } from './my-clock';
import { FOR_SHOW, hasPart, isAgent, mayAdminister, standingOf, type Standing } from './standing';
import { waitingChats, type WaitingNeeds } from './waiting-chats';

const NOTICE_MS = 24 * 60 * 60 * 1_000;

export type PanelNeeds = Pick<Ports, 'desks' | 'jira' | 'agents' | 'site' | 'clock'>;

/** What the indicator and the dialog show to this person, about a project or about all of theirs. */
export async function getPanel(
  ports: PanelNeeds & WaitingNeeds,
  actor: Actor,
  input: { projectId?: string | undefined; projectKey?: string | undefined; opened?: true | undefined },
): Promise<Result<Panel>> {
  const place = input.projectId ?? input.projectKey ?? null;
  let standing = await standingOf(ports, actor, place, FOR_SHOW);
  if (input.opened && standing.ok && !isAgentHere(standing.value))
    standing = await standingOf(ports, actor, place, MISSING_ROLE_REMEMBERED_MS);
  if (!standing.ok) return standing;
  const panel = await renderPanel(ports, standing.value);
  const { project, projects } = panel;
  const online = projects.filter((mine) => mine.online).map(({ id }) => id);
  if (!input.opened || online.length === 0) return succeed(panel);
  // What is in front of them comes first, should there be more projects than are asked about.
  online.sort((a, b) => Number(b === project?.id) - Number(a === project?.id));
  return succeed(withWaiting(panel, await waitingChats(ports, actor.accountId, online)));
}

/** The panel with the chats of its viewer that wait. */
export const withWaiting = (panel: Panel, waiting: OwnWaitingChats[]): Panel => ({
  ...panel,
  me: { ...panel.me, waitingChats: waiting },
});

const isAgentHere = (standing: Standing): boolean =>
  standing.project
    ? isAgent(standing, standing.project.id)
    : standing.mine.some(({ id }) => isAgent(standing, id));

/** The panel for a person whose standing is known: also the answer to every change they make. */
export async function renderPanel(ports: PanelNeeds, standing: Standing): Promise<Panel> {
  const { actor, mine } = standing;
  const project = standing.project && hasPart(standing, standing.project.id) ? standing.project : null;
  const ids = new Set(mine.map(({ id }) => id));
  if (project) ids.add(project.id);
  const [desks, globalSettings, preferences] = await Promise.all([
    ports.desks.readMany([...ids]),
    ports.site.globalSettings(),
    ports.agents.preferences(actor.accountId),
  ]);
  const now = ports.clock.now();
  const shown = project ? [project] : mine;
  const online = new Map(
    shown.flatMap(({ id }) => agentsAt(desks.get(id), now)).map((agent) => [agent.accountId, agent] as const),
  );
  const ordered = [...online.values()].sort(
    (a, b) =>
      Number(b.accountId === actor.accountId) - Number(a.accountId === actor.accountId) || a.since - b.since,
  );
  const listed = firstAndLastToEnd(ordered, PANEL_ROWS, ({ until }) => until);
  const expected = shown
    .flatMap(({ id }) => expectedAt(desks.get(id), now))
    .filter(
      ({ accountId }, index, all) =>
        !online.has(accountId) && all.findIndex((each) => each.accountId === accountId) === index,
    )
    .slice(0, PANEL_ROWS - listed.length);
  const notices = shown.flatMap((each) => noticeOf(desks.get(each.id), each, actor.accountId, now));
  const people = await ports.jira.people([
    ...new Set([
      actor.accountId,
      ...[...listed, ...expected].map(({ accountId }) => accountId),
      ...notices.map(({ by }) => by),
    ]),
  ]);
  const projects = mine.map((each) => myProject(standing, each, desks.get(each.id), now));
  const own = shown.flatMap(({ id }) => onlineSession(desks.get(id)?.roster[actor.accountId], now) ?? []);
  const placeOf = ({ id }: JiraProject) => ({ id, entry: desks.get(id)?.roster[actor.accountId] });
  const clock = myClock(shown.map(placeOf), mine.map(placeOf), now);
  const parts = mine.length > 0 || project !== null || standing.roles.jiraAdmin;
  const everywhere = globalSettings.showIndicator === 'everywhere';
  const pageHasChat = standing.project !== null && standing.chatProjects.has(standing.project.id);
  const notice = notices.map((each) => ({ ...each, by: person(people, each.by) }));
  return {
    now: new Date(now).toISOString(),
    me: {
      ...person(people, actor.accountId),
      isAgent: shown.some(({ id }) => isAgent(standing, id)),
      mayPutOffline: shown.some(({ id }) => mayAdminister(standing, id)),
      online: own.length > 0,
      reason: own[0]?.why ?? clock.reason ?? (notice.length > 0 ? 'put-offline' : 'none'),
      until: own.length > 0 ? soonest(own.map(({ until }) => until)) : clock.until,
      notices: notice.sort((a, b) => b.at.localeCompare(a.at)),
      ...clock.told,
      // Whoever went online by hand chose for how long, which is remembered.
      ...(own.length === 0 && preferences === null && { isNew: true }),
    },
    ...(project && { project: projectView(standing, project, desks.get(project.id), now) }),
    onlineCount: online.size,
    agents: [
      ...listed.map((agent) => agentRow(people, agent)),
      ...expected.map((agent) => expectedRow(people, agent)),
    ],
    projects,
    showIndicator: parts && (everywhere || pageHasChat),
    ...changesAt(
      [...ids].flatMap((id) => desks.get(id) ?? []),
      now,
    ),
    preferences: preferences ?? { minutes: globalSettings.defaultMinutes, scope: 'project' },
    longestMinutes: globalSettings.longestMinutes,
  };
}

/** When something of these desks changes by itself. */
export function changesAt(desks: Desk[], now: number): Pick<Panel, 'changesAt'> {
  const changes = desks.filter(({ settings }) => settings.chatEnabled).map((desk) => nextChange(desk, now));
  const next = Math.min(...changes.filter((at) => at !== null));
  return Number.isFinite(next) ? { changesAt: new Date(next).toISOString() } : {};
}

type OnlineAgent = ReturnType<typeof agentsOnline>[number];

const expectedAt = (desk: Desk | undefined, now: number): ReturnType<typeof agentsExpected> =>
  desk ? agentsExpected(desk, now) : [];

const agentsAt = (desk: Desk | undefined, now: number): OnlineAgent[] =>
  desk ? agentsOnline(desk, now) : [];

/** A row of the list of agents online (rule S5). */
export const agentRow = (people: Map<string, Person>, agent: OnlineAgent): AgentRow => ({
  ...person(people, agent.accountId),
  since: new Date(agent.since).toISOString(),
  until: iso(agent.until),
  why: agent.why,
  session: agent.session,
});

/** Somebody who is expected: not online, whatever the list is of. */
const expectedRow = (
  people: Map<string, Person>,
  { accountId, from, until, slot }: ReturnType<typeof agentsExpected>[number],
): AgentRow => ({
  ...person(people, accountId),
  since: new Date(from).toISOString(),
  until: iso(until),
  why: 'expected',
  session: `slot-${String(slot)}`,
});

const person = (people: Map<string, Person>, accountId: string): Person =>
  people.get(accountId) ?? { accountId, name: null, avatarUrl: null };

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

const soonest = (ends: (number | null)[]): string | null => {
  const known = ends.filter((end) => end !== null);
  return known.length > 0 ? iso(Math.min(...known)) : null;
};

function myProject(standing: Standing, project: JiraProject, desk: Desk | undefined, now: number): MyProject {
  const session = onlineSession(desk?.roster[standing.actor.accountId], now);
  return {
    ...project,
    isAgent: isAgent(standing, project.id),
    mayPutOffline: mayAdminister(standing, project.id),
    online: session !== null,
    ...(session && { why: session.why }),
    until: iso(session?.until ?? null),
    onlineCount: agentsAt(desk, now).length,
    ...(desk?.settings.hideWhenOffline && { hideWhenOffline: true }),
    // Of most there are none, and all that customers are told is much to work out of every desk.
    ...closedOf(desk?.closures?.length ? toldOf(desk, now) : null),
  };
}

const closedOf = (told: Availability | null | undefined): Pick<MyProject, 'closed'> =>
  told?.closed ? { closed: told.closed } : {};

/** What customers of this desk see at `now`. */
export const deskState = (
  desk: Desk | undefined,
  now: number,
): ReturnType<typeof publicAvailability>['state'] => (desk && toldOf(desk, now)?.state) ?? 'disabled';

/** What customers are told at `now`; null: chat is off. */
const toldOf = (desk: Desk, now: number): Availability | null =>
  desk.settings.chatEnabled ? publicAvailability(summarize(desk, now), now) : null;

/** What customers of a desk are told at `now`, as views carry it. */
export function toldIn(desk: Desk, now: number): { told?: ToldToCustomers } {
  const told = toldOf(desk, now);
  return told ? { told: toldToCustomers(told) } : {};
}

function projectView(
  standing: Standing,
  project: JiraProject,
  desk: Desk | undefined,
  now: number,
): NonNullable<Panel['project']> {
  const told = desk && toldOf(desk, now);
  const mayClose =
    mayAdminister(standing, project.id) ||
    (desk?.settings.agentsMayClose === true && isAgent(standing, project.id));
  return {
    ...project,
    chatEnabled: desk?.settings.chatEnabled ?? false,
    state: told?.state ?? 'disabled',
    ...(told && { told: toldToCustomers(told) }),
    ...(mayClose && { mayClose: true, ...closuresIn(desk, now) }),
    ...(desk?.settings.hideWhenOffline && { hideWhenOffline: true }),
  };
}

function closuresIn(desk: Desk | undefined, now: number): Pick<NonNullable<Panel['project']>, 'closures'> {
  const closures = desk ? plannedClosures(desk, now) : [];
  return closures.length > 0 ? { closures } : {};
}

const toldToCustomers = ({ until, nextOnlineAt, expected, closed }: Availability): ToldToCustomers => ({
  until,
  nextOnlineAt,
  ...(expected && { expected }),
  ...(closed && { closed }),
});

function noticeOf(
  desk: Desk | undefined,
  project: JiraProject,
  accountId: string,
  now: number,
): (Omit<PutOfflineNotice, 'by'> & { by: string })[] {
  const status = desk?.roster[accountId]?.status;
  if (status?.kind !== 'put-offline' || now - status.since > NOTICE_MS) return [];
  const { by, since, reason } = status;
  return [
    { projectId: project.id, projectName: project.name, by, at: new Date(since).toISOString(), reason },
  ];
}
