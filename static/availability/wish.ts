import type { Answer, Payload } from '../../src/contract/functions';
import type { MyProject, Panel, OwnWaitingChats } from '../../src/contract/panel';
import type { Call } from '../app/call';
import { newOperationId } from '../app/operation-id';
import { stateWith } from './panel-at';

export type Scope = 'project' | 'all';

/** An answer that takes longer is not waited for. */
const ASKED_MS = 60_000;

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
  const here = panel.project?.id;
  const isHere = isAbout(wish.payload, here) && panel.me.isAgent;
  const there = panel.projects.filter(
    (mine) => mine.isAgent && mine.id !== here && isAbout(wish.payload, mine.id),
  );
  const states = isHere ? [panel.me, ...there] : there;
  if (wish.kind === 'go-offline') return states.every(({ online }) => !online);
  const { until = null } = wish.payload;
  return states.every((state) => state.online && isEnd(panel, state.until, until));
}

function isEnd(panel: Panel, until: string | null, wished: string | null): boolean {
  const end = wished ?? longestEnd(panel, Date.parse(panel.now));
  if (until === null || end === null) return until === end;
  // The server keeps whole seconds; and the longest time counts from when it was asked for.
  return Math.abs(Date.parse(until) - Date.parse(end)) < (wished === null ? ASKED_MS : 1_000);
}

/** Where a wish is about: all of my projects, or one. */
export interface Reach {
  scope: Scope;
  projectId?: string | undefined;
}

/** Is it about this project? */
export const isAbout = ({ scope, projectId }: Reach, id: string | undefined): boolean =>
  scope === 'all' || projectId === id;

/** The projects whose customers would see "offline" because I am the last one online there (rule S11). */
export const lastOnlineIn = (panel: Panel, reach: Reach): MyProject[] =>
  panel.projects.filter((mine) => mine.online && mine.onlineCount === 1 && isAbout(reach, mine.id));

/** My chats there that wait for a reply, as far as known (rule S11). */
export const waitingIn = (panel: Panel, reach: Reach): OwnWaitingChats[] =>
  (panel.me.waitingChats ?? []).filter(({ projectId }) => isAbout(reach, projectId));

/** What it is about, as a wish says it. */
export const reachOf = ({ payload: { scope, projectId } }: Wish): Reach => ({ scope, projectId });

function online(panel: Panel, { scope, projectId, until = null }: Payload<'goOnline'>, now: number): Panel {
  const end = until ?? longestEnd(panel, now);
  const projects = panel.projects.map((each) =>
    each.isAgent && isAbout({ scope, projectId }, each.id)
      ? { ...each, online: true, until: end, onlineCount: each.onlineCount + (each.online ? 0 : 1) }
      : each,
  );
  if (!isAbout({ scope, projectId }, panel.project?.id)) return { ...panel, projects };
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
    projects,
    ...(panel.project && { project: { ...panel.project, state: 'online' } }),
  };
}

function offline(panel: Panel, { scope, projectId }: Payload<'goOffline'>): Panel {
  const projects = panel.projects.map((each) =>
    each.online && isAbout({ scope, projectId }, each.id)
      ? { ...each, online: false, until: null, onlineCount: Math.max(0, each.onlineCount - 1) }
      : each,
  );
  if (!isAbout({ scope, projectId }, panel.project?.id)) return { ...panel, projects };
  const onlineCount = Math.max(0, panel.onlineCount - (panel.me.online ? 1 : 0));
  return {
    ...panel,
    me: { ...panel.me, online: false, reason: 'none', until: null },
    agents: panel.agents.filter((row) => row.accountId !== panel.me.accountId),
    onlineCount,
    projects,
    ...(panel.project && {
      project: { ...panel.project, state: stateWith(panel.project, onlineCount) },
    }),
  };
}

const longestEnd = ({ longestMinutes }: Panel, now: number): string | null =>
  longestMinutes === null ? null : new Date(now + longestMinutes * 60_000).toISOString();
