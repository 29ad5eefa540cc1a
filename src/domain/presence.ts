import type { Desk, OnlineSession, RosterEntry } from './desk';
import { stretchesOf, type CallStretch, type OnlineStretch } from './clock/stretches';

/** An agent who is online, and why (rule S5). */
export interface Online extends OnlineSession {
  why: OnlineStretch['why'];
}

/**
 * Where an agent stands at `now` (epoch ms). The only place that decides whether somebody is online: by comparing
 * timestamps, at the moment of asking (rule S8).
 */
export function presenceAt(entry: RosterEntry | undefined, now: number): OnlineStretch | CallStretch | null {
  if (!entry) return null;
  // Of a desk of two hundred most have neither: what they did last says it.
  if (!entry.schedule && entry.status.kind !== 'online' && entry.status.kind !== 'break') return null;
  return stretchesOf(entry).find((each) => each.from <= now && now < endOf(each)) ?? null;
}

const endOf = (stretch: OnlineStretch | CallStretch): number =>
  stretch.kind === 'online' ? stretch.to : stretch.until;

/** The online session of this entry at `now`, or null when offline. */
export function onlineSession(entry: RosterEntry | undefined, now: number): Online | null {
  const presence = presenceAt(entry, now);
  if (presence?.kind !== 'online') return null;
  const { session, since, to, why } = presence;
  return { session, since, until: Number.isFinite(to) ? to : null, why };
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
