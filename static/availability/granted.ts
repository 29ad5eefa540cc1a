import type { Payload } from '../../src/contract/functions';
import type { AgentRow, Panel } from '../../src/contract/panel';
import { isOnlineRow, stateWith } from './panel-at';
import { isOutsideHours } from './promise';
import { isAbout, longestEnd, type Reach, type Wish } from './wish';

type ShownProject = NonNullable<Panel['project']>;

/** The panel as it will be when the wish is granted: drawn at once, and dropped again if it is refused. */
export function granted(panel: Panel, wish: Wish, now: number): Panel {
  switch (wish.kind) {
    case 'go-online':
      return online(panel, wish.payload, now, 'by-hand');
    case 'go-offline':
      return offline(panel, wish.payload);
    case 'confirm':
      return confirmed(panel, wish.payload.answer, now);
    case 'break':
      return onBreak(panel, wish.payload.minutes, now);
  }
}

function online(
  panel: Panel,
  { scope, projectId, until = null }: Pick<Payload<'goOnline'>, 'scope' | 'projectId' | 'until'>,
  now: number,
  why: 'by-hand' | 'by-schedule',
): Panel {
  const end = until ?? longestEnd(panel, now);
  const projects = panel.projects.map((each) =>
    each.isAgent && isAbout({ scope, projectId }, each.id)
      ? { ...each, online: true, why, until: end, onlineCount: each.onlineCount + (each.online ? 0 : 1) }
      : each,
  );
  if (!isAbout({ scope, projectId }, panel.project?.id)) return { ...panel, projects };
  const { asked: _answered, ...me } = panel.me;
  const { accountId, name, avatarUrl } = me;
  const mine = panel.agents.find((row) => row.accountId === accountId);
  const before = mine?.why === 'expected' ? undefined : mine;
  const row: AgentRow = {
    ...(before ?? { accountId, name, avatarUrl, since: new Date(now).toISOString(), session: '' }),
    why,
    until: end,
  };
  return {
    ...panel,
    me: { ...me, online: true, reason: why, until: end },
    agents: [row, ...panel.agents.filter((other) => other !== mine)],
    onlineCount: panel.onlineCount + (panel.me.online ? 0 : 1),
    projects,
    ...(panel.project && { project: withSomebody(panel.project, panel.onlineCount) }),
  };
}

function offline(panel: Panel, reach: Reach): Panel {
  const projects = panel.projects.map((each) =>
    each.online && isAbout(reach, each.id)
      ? { ...each, online: false, until: null, onlineCount: Math.max(0, each.onlineCount - 1) }
      : each,
  );
  if (!isAbout(reach, panel.project?.id)) return { ...panel, projects };
  const onlineCount = Math.max(0, panel.onlineCount - (panel.me.online ? 1 : 0));
  const { asked: _over, ...me } = panel.me;
  return {
    ...panel,
    me: { ...me, online: false, reason: 'none', until: null },
    agents: panel.agents.filter((row) => row.accountId !== me.accountId),
    onlineCount,
    projects,
    ...(panel.project && { project: withFewer(panel.project, onlineCount) }),
  };
}

/** An answer to the question whether I am there. What I come back to from a break that runs is the server's to say. */
function confirmed(panel: Panel, answer: Payload<'confirmPresence'>['answer'], now: number): Panel {
  const { asked, ...me } = panel.me;
  if (!asked) return panel;
  if (answer === 'here')
    return asked.projectIds.reduce<Panel>(
      (before, projectId) =>
        online(before, { scope: 'project', projectId, until: asked.end }, now, 'by-schedule'),
      { ...panel, me },
    );
  return {
    ...panel,
    me: me.online ? me : { ...me, reason: 'none', until: null },
    agents: panel.agents.filter(({ accountId, why }) => accountId !== me.accountId || why !== 'expected'),
  };
}

/**
 * Offline, and whoever is asked right now is expected any moment (rule H8). Whether customers are told the break's end depends on
 * hours, closures and others' schedules, which the server knows.
 */
function onBreak(panel: Panel, minutes: number, now: number): Panel {
  const until = new Date(now + minutes * 60_000).toISOString();
  const left = offline(panel, { scope: 'all' });
  const { project } = left;
  const called = left.agents.filter((row) => !isOnlineRow(row)).map(({ since }) => since);
  const [nextOnlineAt] = called.sort();
  return {
    ...left,
    me: { ...left.me, reason: 'break', until },
    ...(project &&
      project.state !== 'online' &&
      !project.told &&
      nextOnlineAt !== undefined && {
        project: { ...project, told: { until: null, nextOnlineAt, expected: true } },
      }),
  };
}

/** A closure, or hours that are over, outlast whoever comes (rules H3, H4). What else is told is not known yet. */
function withSomebody({ told, ...project }: ShownProject, before: number): ShownProject {
  if (told?.closed) return { ...project, told };
  return { ...project, state: isOutsideHours(project, before) ? project.state : 'online' };
}

function withFewer({ told, ...project }: ShownProject, onlineCount: number): ShownProject {
  if (told?.closed) return { ...project, told };
  return { ...project, state: stateWith(project, onlineCount) };
}
