import {
  NEXT_POLL_DEGRADED_S,
  NEXT_POLL_DISABLED_S,
  NEXT_POLL_MAX_S,
  NEXT_POLL_MIN_S,
  NEXT_POLL_S,
} from './limits';
import type { Edge, Promised, Shown } from './clock/shown';
import type { AnonymousPolicy } from './settings';

/** `hidden`: draw nothing now, ask again. `disabled`: draw nothing; unknown ids answer the same. */
export type AvailabilityState = 'online' | 'offline' | 'hidden' | 'disabled';

/** What a customer's page is told: the body of the public availability answer. */
export interface Availability {
  state: AvailabilityState;
  /** May a visitor start now without saying who they are? */
  anonymous: boolean;
  /** When this state, or while offline what is promised, ends at the latest, as far as known; ISO instant in UTC. */
  until: string | null;
  /** When somebody will be online again, if nobody changes anything; ISO instant in UTC. Null: online, or not known. */
  nextOnlineAt: string | null;
  /** `nextOnlineAt` depends on whether somebody says then that they are there. */
  expected?: true;
  /** The desk is closed until then, whoever is there; `message`: what customers are to know, plain text, may be empty. */
  closed?: { until: string; message: string };
  /** The server's time. */
  now: string;
  /** Ask again after so many seconds, or a little later. */
  next: number;
  /** Present when the state could not be known: show a neutral look, never "online". */
  degraded?: true;
  /** Version of what a page needs once: as long as it is the same, what the page has of it is current. */
  config?: string;
}

/**
 * Everything a poll needs about one desk, readable at any later time without anything having run: what is shown when it was
 * written, and from when on something else is. Instants are epoch seconds.
 */
export interface Summary {
  shown: Shown;
  /** Ascending. */
  edges: readonly Edge[];
  /** Moments that are promised as long as it is before their `until`: they depend on somebody's answer. Ascending. */
  promised: readonly Promised[];
  /** Later promises than this may be missing among them. */
  promisedUntil: number;
  /** Ascending. */
  closed: ClosedSeconds[];
  /** Known until here; from here on it reads as offline. */
  horizon: number;
  anonymous: AnonymousPolicy;
  hideWhenOffline: boolean;
  /** Version of the config that was stored with it. */
  config?: string;
}

/** What customers are told from `from` on, while the desk is closed until `opensAt`. */
export interface ClosedSeconds {
  from: number;
  opensAt: number;
  message: string | null;
}

const isoSeconds = (seconds: number): string => `${new Date(seconds * 1_000).toISOString().slice(0, 19)}Z`;

/** What is told of one moment, as far as it changes by itself. */
interface Told {
  state: 'online' | 'offline' | 'hidden';
  /** The first moment at which somebody is there, seconds. */
  nextOnline: number | null;
  isExpected: boolean;
  closed: ClosedSeconds | null;
}

function toldAt(summary: Summary, second: number): Told {
  if (!(second < summary.horizon))
    return { state: inWords('offline', summary), nextOnline: null, isExpected: false, closed: null };
  const shown = summary.edges.filter(({ at }) => at <= second).at(-1)?.shown ?? summary.shown;
  const state = inWords(shown, summary);
  const running = summary.closed.filter(({ from }) => from <= second).at(-1);
  const closed = shown === 'closed' && running && second < running.opensAt ? running : null;
  if (state === 'online') return { state, nextOnline: null, isExpected: false, closed };
  const certain = summary.edges.find((edge) => edge.at > second && edge.shown === 'online')?.at ?? Infinity;
  const expected = summary.promised.find(({ until }) => second < until)?.at ?? Infinity;
  const nextOnline = Math.min(certain, expected);
  // One that is not known might come before it.
  const isKnown = nextOnline < Math.min(summary.horizon, summary.promisedUntil);
  return {
    state,
    nextOnline: isKnown ? nextOnline : null,
    isExpected: isKnown && expected < certain,
    closed,
  };
}

const inWords = (shown: Shown, { hideWhenOffline }: Summary): Told['state'] =>
  shown === 'closed' ? 'offline' : shown === 'offline' && hideWhenOffline ? 'hidden' : shown;

/** When something else is told by itself, seconds. */
function changeAfter(summary: Summary, second: number, told: Told): number | null {
  const { edges, promised, closed, horizon } = summary;
  for (let at = second; ;) {
    const before = at;
    at = Math.min(
      edges.find((edge) => edge.at > before)?.at ?? Infinity,
      promised.find(({ until }) => until > before)?.until ?? Infinity,
      closed.find(({ from }) => from > before)?.from ?? Infinity,
    );
    if (!(at < horizon)) return null;
    if (differ(told, toldAt(summary, at))) return at;
  }
}

const differ = (a: Told, b: Told): boolean =>
  a.state !== b.state ||
  (a.state !== 'online' &&
    (a.nextOnline !== b.nextOnline || a.isExpected !== b.isExpected || a.closed !== b.closed));

/** What a summary says at `now` (epoch ms). */
export function publicAvailability(summary: Summary, now: number): Availability {
  const second = now / 1_000;
  const told = toldAt(summary, second);
  const { state, nextOnline, isExpected, closed } = told;
  const until = second < summary.horizon ? changeAfter(summary, second, told) : null;
  const online = state === 'online';
  return {
    state,
    anonymous: summary.anonymous === 'always' || (online && summary.anonymous === 'when-online'),
    until: until === null ? null : isoSeconds(until),
    nextOnlineAt: nextOnline === null ? null : isoSeconds(nextOnline),
    ...(isExpected && { expected: true }),
    ...(closed && { closed: { until: isoSeconds(closed.opensAt), message: closed.message ?? '' } }),
    now: new Date(now).toISOString(),
    next: nextPoll(until ?? undefined, second),
    ...(summary.config !== undefined && { config: summary.config }),
  };
}

/** Shortly before a known edge the next poll is put just behind it, so that both sides agree. */
function nextPoll(edge: number | undefined, second: number): number {
  if (edge === undefined) return NEXT_POLL_S;
  const untilEdge = Math.ceil(edge - second) + 1;
  return Math.max(NEXT_POLL_MIN_S, Math.min(NEXT_POLL_S, untilEdge, NEXT_POLL_MAX_S));
}

/** Chat disabled and unknown ids: one answer for both (rule C7). */
export const disabledAvailability = (now: number): Availability => ({
  state: 'disabled',
  anonymous: false,
  until: null,
  nextOnlineAt: null,
  now: new Date(now).toISOString(),
  next: NEXT_POLL_DISABLED_S,
});

/** The state could not be known (rule C8, figure R7). */
export const degradedAvailability = (now: number): Availability => ({
  state: 'offline',
  anonymous: false,
  until: null,
  nextOnlineAt: null,
  now: new Date(now).toISOString(),
  next: NEXT_POLL_DEGRADED_S,
  degraded: true,
});
