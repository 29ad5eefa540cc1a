import type { AgentRow, MyProject, Panel } from '../../src/contract/panel';

/**
 * The panel as it reads at `now`, without asking the server: whoever's time ended since is offline (rule S8 holds in
 * the browser as well). A refresh follows and has the last word.
 */
export function panelAt(panel: Panel, now: number): Panel {
  const over = ended(now);
  const agents = panel.agents.filter((row) => !over(row));
  const gone = panel.agents.length - agents.length;
  const iAmOver = panel.me.online && over(panel.me);
  if (gone === 0 && !iAmOver && !panel.projects.some((mine) => mine.online && over(mine))) return panel;
  const onlineCount = Math.max(0, panel.onlineCount - gone);
  return {
    ...panel,
    me: iAmOver ? { ...panel.me, online: false, reason: 'none', until: null } : panel.me,
    agents,
    onlineCount,
    projects: panel.projects.map((mine) => projectAt(mine, panel.project?.id === mine.id ? gone : 0, now)),
    ...(panel.project && {
      project: {
        ...panel.project,
        state: stateWith(panel.project, onlineCount),
      },
    }),
  };
}

/** What customers see of a project when so many are online. */
export function stateWith(
  project: NonNullable<Panel['project']>,
  onlineCount: number,
): NonNullable<Panel['project']>['state'] {
  if (onlineCount > 0 || project.state !== 'online') return project.state;
  return project.hideWhenOffline ? 'hidden' : 'offline';
}

/** When something in the panel ends next, or null. */
export function nextEnd(panel: Panel, now: number): number | null {
  const ends = [panel.me, ...panel.agents, ...panel.projects]
    .map(({ until }) => (until === null ? NaN : Date.parse(until)))
    .filter((end) => end > now);
  return ends.length === 0 ? null : Math.min(...ends);
}

/** Rows whose time has not ended. */
export const rowsAt = (rows: AgentRow[], now: number): AgentRow[] => rows.filter((row) => !ended(now)(row));

function projectAt(mine: MyProject, gone: number, now: number): MyProject {
  const iAmOver = mine.online && ended(now)(mine);
  // The rows of the project shown include me; of another project only my own end is known.
  const fewer = gone > 0 ? gone : iAmOver ? 1 : 0;
  const onlineCount = Math.max(0, mine.onlineCount - fewer);
  return iAmOver ? { ...mine, online: false, until: null, onlineCount } : { ...mine, onlineCount };
}

const ended =
  (now: number) =>
  ({ until }: { until: string | null }): boolean =>
    until !== null && Date.parse(until) <= now;
