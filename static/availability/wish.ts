import type { Answer, Payload } from '../../src/contract/functions';
import type { MyProject, Panel, OwnWaitingChats } from '../../src/contract/panel';
import type { Call } from '../app/call';
import { newOperationId } from '../app/operation-id';

export type Scope = 'project' | 'all';

/** An answer that takes longer is not waited for. */
const ASKED_MS = 60_000;

/** What the agent asked for, once, under one operation id: a retry repeats exactly this. */
export type Wish =
  | { kind: 'go-online'; payload: Payload<'goOnline'> }
  | { kind: 'go-offline'; payload: Payload<'goOffline'> }
  | { kind: 'confirm'; payload: Payload<'confirmPresence'> }
  | { kind: 'break'; payload: Payload<'takeBreak'> };

export type PresenceAnswer = Payload<'confirmPresence'>['answer'];

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

/** Answers whether I am there, wherever that is asked of me (rules H2, H8). */
export const wishConfirm = (answer: PresenceAnswer): Wish => ({
  kind: 'confirm',
  payload: { answer, operationId: newOperationId() },
});

/** Wishes a break wherever I am online, or another end of the one that I am on (rule H8). */
export const wishBreak = (minutes: number): Wish => ({
  kind: 'break',
  payload: { minutes, operationId: newOperationId() },
});

/** Asks the app for it. */
export function send(call: Call, wish: Wish): Promise<Answer<'goOnline'>> {
  switch (wish.kind) {
    case 'go-online':
      return call('goOnline', wish.payload);
    case 'go-offline':
      return call('goOffline', wish.payload);
    case 'confirm':
      return call('confirmPresence', wish.payload);
    case 'break':
      return call('takeBreak', wish.payload);
  }
}

/** Does the panel say what was wished for? Then a failure that reached us late or wrongly needs no mention. */
export function isGranted(panel: Panel, wish: Wish): boolean {
  if (wish.kind === 'break') return panel.me.reason === 'break';
  if (wish.kind === 'confirm') return !panel.me.asked && panel.me.reason !== 'break';
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
export const reachOf = ({ payload }: Wish): Reach =>
  'scope' in payload ? { scope: payload.scope, projectId: payload.projectId } : { scope: 'all' };

/** When it is over for whoever goes online without an end. */
export const longestEnd = ({ longestMinutes }: Pick<Panel, 'longestMinutes'>, now: number): string | null =>
  longestMinutes === null ? null : new Date(now + longestMinutes * 60_000).toISOString();
