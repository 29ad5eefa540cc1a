import {
  HORIZON_MS,
  NEXT_POLL_DEGRADED_S,
  NEXT_POLL_DISABLED_S,
  NEXT_POLL_MAX_S,
  NEXT_POLL_MIN_S,
  NEXT_POLL_S,
} from './limits';
import type { Desk } from './desk';
import { onlineEnd } from './presence';
import type { AnonymousPolicy } from './settings';

/** `hidden`: draw nothing now, ask again. `disabled`: draw nothing; unknown ids answer the same. */
export type AvailabilityState = 'online' | 'offline' | 'hidden' | 'disabled';

/** What a customer's page is told: the body of the public availability answer. */
export interface Availability {
  state: AvailabilityState;
  /** May a visitor start now without saying who they are? */
  anonymous: boolean;
  /** When this state ends at the latest, as far as known; ISO instant in UTC. */
  until: string | null;
  /** When somebody is expected to be online again; ISO instant in UTC. */
  nextOnlineAt: string | null;
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
 * Everything a poll needs about one desk, readable at any later time without anything having run:
 * the state when it was written, and the instants at which it flips. Instants are epoch seconds.
 */
export interface Summary {
  online: boolean;
  /** Ascending; the state flips at each. */
  edges: number[];
  /** Known until here; from here on it reads as offline. */
  horizon: number;
  anonymous: AnonymousPolicy;
  hideWhenOffline: boolean;
  /** Version of the config that was stored with it. */
  config?: string;
}

const toSeconds = (ms: number): number => Math.floor(ms / 1_000);
const isoSeconds = (seconds: number): string => `${new Date(seconds * 1_000).toISOString().slice(0, 19)}Z`;

/** The summary of a desk as of `now` (epoch ms). Chat must be enabled: a disabled desk has no summary. */
export function summarize(desk: Desk, now: number): Summary {
  let end = 0;
  for (const entry of Object.values(desk.roster)) end = Math.max(end, onlineEnd(entry, now) ?? 0);
  return {
    online: end > now,
    edges: end > now && Number.isFinite(end) ? [toSeconds(end)] : [],
    horizon: toSeconds(now + HORIZON_MS),
    anonymous: desk.settings.loggedInOnly ? 'never' : desk.settings.anonymous,
    hideWhenOffline: desk.settings.hideWhenOffline,
  };
}

/** What a summary says at `now` (epoch ms). */
export function publicAvailability(summary: Summary, now: number): Availability {
  const second = now / 1_000;
  let online = summary.online;
  let nextEdge: number | undefined;
  let afterNext: number | undefined;
  for (const edge of summary.edges) {
    if (edge <= second) online = !online;
    else if (nextEdge === undefined) nextEdge = edge;
    else afterNext ??= edge;
  }
  if (!(second < summary.horizon)) {
    online = false;
    nextEdge = afterNext = undefined;
  }
  const nextOnline = online ? afterNext : nextEdge;
  return {
    state: online ? 'online' : summary.hideWhenOffline ? 'hidden' : 'offline',
    anonymous: summary.anonymous === 'always' || (online && summary.anonymous === 'when-online'),
    until: nextEdge === undefined ? null : isoSeconds(nextEdge),
    nextOnlineAt: nextOnline === undefined ? null : isoSeconds(nextOnline),
    now: new Date(now).toISOString(),
    next: nextPoll(nextEdge, second),
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
