import type { Desk, OnlineSession, RosterEntry } from './desk';
import { stretchesOf, type CallStretch, type OnlineStretch, type Stretch } from './clock/stretches';

/** An agent who is online, and why (rule S5). */
export interface Online extends OnlineSession {
  why: OnlineStretch['why'];
}

/**
 * Where an agent stands at `now` (epoch ms). The only place that decides whether somebody is online: by comparing
 * timestamps, at the moment of asking (rule S8).
 */
export function presenceAt(entry: RosterEntry | undefined, now: number): Stretch | null {
  return aheadOf(entry, now)[0] ?? null;
}

/** What holds at `now`, and what follows it; empty where nothing holds. */
function aheadOf(entry: RosterEntry | undefined, now: number): Stretch[] {
  if (!entry) return [];
  // Of a desk of two hundred most have neither: what they did last says it.
  if (!entry.schedule && entry.status.kind !== 'online' && entry.status.kind !== 'break') return [];
  const stretches = stretchesOf(entry);
  const holding = stretches.findIndex((each) => each.from <= now && now < endOf(each));
  return holding < 0 ? [] : stretches.slice(holding);
}

const endOf = (stretch: Stretch): number => (stretch.kind === 'online' ? stretch.to : stretch.until);

/**
 * The online session of this entry at `now`, or null when offline. It lasts until they are offline, also where a slot carries
 * on what they said themselves (rule S13).
 */
export function onlineSession(entry: RosterEntry | undefined, now: number): Online | null {
  const [presence, ...following] = aheadOf(entry, now);
  if (presence?.kind !== 'online') return null;
  const { session, since, why } = presence;
  let until = presence.to;
  for (const { kind, from, to } of following) if (kind === 'online' && from === until) until = to;
  return { session, since, until: Number.isFinite(until) ? until : null, why };
}

/** The question that this entry is asked at `now`: whether they are there (rules H2, H8). */
export function callAt(entry: RosterEntry | undefined, now: number): CallStretch | null {
  const presence = presenceAt(entry, now);
  return presence?.kind === 'call' ? presence : null;
}

/** Everybody online at this desk, longest first: a forgotten agent is on top. */
export function agentsOnline(desk: Desk, now: number): (Online & { accountId: string })[] {
  if (!desk.settings.chatEnabled) return [];
  return Object.entries(desk.roster)
    .flatMap(([accountId, entry]) => {
      const session = onlineSession(entry, now);
      return session ? [{ accountId, ...session }] : [];
    })
    .sort((a, b) => a.since - b.since || a.accountId.localeCompare(b.accountId));
}

/** Who is asked whether they are there, those asked longest first: expected, and never counted as online (rule H2). */
export function agentsExpected(desk: Desk, now: number): (CallStretch & { accountId: string })[] {
  if (!desk.settings.chatEnabled) return [];
  return Object.entries(desk.roster)
    .flatMap(([accountId, entry]) => {
      const call = callAt(entry, now);
      return call?.why === 'roll-call' ? [{ accountId, ...call }] : [];
    })
    .sort((a, b) => a.from - b.from || a.accountId.localeCompare(b.accountId));
}
