import type { AgentRow, MyProject, Panel } from '../../src/contract/panel';

type ShownProject = NonNullable<Panel['project']>;

/**
 * The panel as it reads at `now`, without asking the server: whoever's time ended since is offline, who was asked in vain is
 * expected no more, and what was closed until then is not said to be closed (rule S8 holds in the browser as well). A refresh
 * follows and has the last word.
 */
export function panelAt(panel: Panel, now: number): Panel {
  if (!endsOf(panel).some((end) => end <= now)) return panel;
  const agents = rowsAt(panel.agents, now);
  const gone = countOnline(panel.agents) - countOnline(agents);
  const onlineCount = Math.max(0, panel.onlineCount - gone);
  return {
    ...panel,
    me: meAt(panel.me, now),
    agents,
    onlineCount,
    projects: panel.projects.map((mine) => projectAt(mine, panel.project?.id === mine.id ? gone : 0, now)),
    ...(panel.project && { project: shownAt(panel.project, onlineCount, now) }),
  };
}

/** What customers see of a project when so many are online. */
export function stateWith(project: ShownProject, onlineCount: number): ShownProject['state'] {
  if (onlineCount > 0 || project.state !== 'online') return project.state;
  return project.hideWhenOffline ? 'hidden' : 'offline';
}

/** When something in the panel changes by itself next, as far as it says so: what is drawn then may be another. Or null. */
export function nextEnd(panel: Panel, now: number): number | null {
  const ends = [...endsOf(panel), momentOf(panel.changesAt)].filter((end) => end > now);
  return ends.length === 0 ? null : Math.min(...ends);
}

/** From when on the server has something else to say, if nobody does anything; null: not as far as it knows. */
export const askAgainAt = (panel: Panel): number | null => nextEnd(panel, Date.parse(panel.now));

/** Rows whose time has not ended. */
const rowsAt = (rows: AgentRow[], now: number): AgentRow[] => rows.filter((row) => !ended(now)(row));

/** Is this somebody online? Who is expected is listed, and never counts as that (rule H2). */
export const isOnlineRow = ({ why }: Pick<AgentRow, 'why'>): boolean => why !== 'expected';

export const countOnline = (rows: Pick<AgentRow, 'why'>[]): number => rows.filter(isOnlineRow).length;

/** The rows and the number of those online as they read at `now`; the same object where nothing ended. */
export function rosterAt<Roster extends { agents: AgentRow[]; onlineCount: number }>(
  roster: Roster,
  now: number,
): Roster {
  const agents = rowsAt(roster.agents, now);
  if (agents.length === roster.agents.length) return roster;
  const gone = countOnline(roster.agents) - countOnline(agents);
  return { ...roster, agents, onlineCount: Math.max(0, roster.onlineCount - gone) };
}

function meAt(me: Panel['me'], now: number): Panel['me'] {
  const { asked, ...rest } = me;
  const current = asked && momentOf(asked.until) <= now ? rest : me;
  return ended(now)(me) ? { ...current, online: false, reason: 'none', until: null } : current;
}

function projectAt(mine: MyProject, gone: number, now: number): MyProject {
  const iAmOver = mine.online && ended(now)(mine);
  // The rows of the project shown include me; of another project only my own end is known.
  const fewer = gone > 0 ? gone : iAmOver ? 1 : 0;
  const { closed, ...rest } = mine;
  return {
    ...rest,
    ...(closed && momentOf(closed.until) > now && { closed }),
    onlineCount: Math.max(0, mine.onlineCount - fewer),
    ...(iAmOver && { online: false, until: null }),
  };
}

/** Once what is told has changed, nobody here can say to what: only that it is not "online" any more. */
function shownAt(project: ShownProject, onlineCount: number, now: number): ShownProject {
  const { told, ...rest } = project;
  const until = momentOf(told?.until);
  if (!told || Number.isNaN(until)) return { ...project, state: stateWith(project, onlineCount) };
  if (until > now) return project;
  return { ...rest, state: stateWith(project, 0) };
}

function endsOf({ me, agents, projects, project }: Panel): number[] {
  return [
    ...[me, ...agents, ...projects].map(({ until }) => momentOf(until)),
    ...projects.map(({ closed }) => momentOf(closed?.until)),
    momentOf(me.asked?.until),
    momentOf(project?.told?.until),
  ];
}

/** Epoch ms; NaN, which is neither before nor after anything: there is none. */
const momentOf = (iso: string | null | undefined): number => Date.parse(iso ?? '');

const ended =
  (now: number) =>
  ({ until }: { until: string | null }): boolean =>
    momentOf(until) <= now;
