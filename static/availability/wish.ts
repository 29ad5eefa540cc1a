import type { Answer, Payload } from '../../src/contract/functions';
import type { Panel } from '../../src/contract/panel';
import type { Call } from '../app/call';
import { newOperationId } from '../app/operation-id';

export type Scope = 'project' | 'all';

/** What the agent asked for, once, under one operation id: a retry repeats exactly this. */
export type Wish =
  { kind: 'go-online'; payload: Payload<'goOnline'> } | { kind: 'go-offline'; payload: Payload<'goOffline'> };

/** Wishes to be online in a project, or in all of mine. `end`: epoch ms; null: until I go offline. */
export function wishOnline(
  scope: Scope,
  projectId: string,
  end: number | null,
  minutes?: number | null,
): Wish {
  const until = end === null ? null : new Date(end).toISOString();
  const remember = minutes === undefined ? undefined : { minutes, scope };
  const operationId = newOperationId();
  return {
    kind: 'go-online',
    payload: { scope, projectId, until, operationId, ...(remember && { remember }) },
  };
}

export const wishOffline = (scope: Scope, projectId: string): Wish => ({
  kind: 'go-offline',
  payload: { scope, projectId, operationId: newOperationId() },
});

/** Asks the app for it. */
export const send = (call: Call, wish: Wish): Promise<Answer<'goOnline' | 'goOffline'>> =>
  wish.kind === 'go-online' ? call('goOnline', wish.payload) : call('goOffline', wish.payload);

/** The panel as it will be when the wish is granted: drawn at once, and dropped again if it is refused. */
export function granted(panel: Panel, wish: Wish, now: number): Panel {
  return wish.kind === 'go-online' ? online(panel, wish.payload, now) : offline(panel, wish.payload);
}

/** Does the panel say what was wished for? Then a failure that reached us late or wrongly needs no mention. */
export function isGranted(panel: Panel, wish: Wish): boolean {
  if (wish.kind === 'go-offline') return !panel.me.online;
  const { until = null } = wish.payload;
  if (!panel.me.online || panel.me.until === null || until === null) return panel.me.online && until === null;
  // The server keeps whole seconds.
  return Math.abs(Date.parse(panel.me.until) - Date.parse(until)) < 1_000;
}

/** The projects whose customers would see "offline" because I am the last one online there (rule S11). */
export function lastOnlineIn(panel: Panel, scope: Scope): string[] {
  return panel.projects
    .filter((mine) => mine.online && mine.onlineCount === 1)
    .filter((mine) => scope === 'all' || mine.id === panel.project?.id)
    .map((mine) => mine.name);
}

function online(panel: Panel, { scope, projectId, until = null }: Payload<'goOnline'>, now: number): Panel {
  const end = until ?? longestEnd(panel, now);
  const { accountId, name, avatarUrl } = panel.me;
  const mine = panel.agents.find((row) => row.accountId === accountId);
  const row = {
    ...(mine ?? {
      accountId,
      name,
      avatarUrl,
      since: new Date(now).toISOString(),
      why: 'by-hand' as const,
      session: '',
    }),
    until: end,
  };
  return {
    ...panel,
    me: { ...panel.me, online: true, reason: 'by-hand', until: end },
    agents: [row, ...panel.agents.filter((other) => other !== mine)],
    onlineCount: panel.onlineCount + (panel.me.online ? 0 : 1),
    projects: panel.projects.map((each) =>
      each.isAgent && (scope === 'all' || each.id === projectId)
        ? { ...each, online: true, until: end, onlineCount: each.onlineCount + (each.online ? 0 : 1) }
        : each,
    ),
    ...(panel.project && { project: { ...panel.project, state: 'online' } }),
  };
}

function offline(panel: Panel, { scope, projectId }: Payload<'goOffline'>): Panel {
  const onlineCount = Math.max(0, panel.onlineCount - (panel.me.online ? 1 : 0));
  return {
    ...panel,
    me: { ...panel.me, online: false, reason: 'none', until: null },
    agents: panel.agents.filter((row) => row.accountId !== panel.me.accountId),
    onlineCount,
    projects: panel.projects.map((each) =>
      each.online && (scope === 'all' || each.id === projectId)
        ? { ...each, online: false, until: null, onlineCount: Math.max(0, each.onlineCount - 1) }
        : each,
    ),
    ...(panel.project && {
      project: { ...panel.project, state: onlineCount > 0 ? panel.project.state : 'offline' },
    }),
  };
}

const longestEnd = ({ longestMinutes }: Panel, now: number): string | null =>
  longestMinutes === null ? null : new Date(now + longestMinutes * 60_000).toISOString();
