import type { Desk, OnlineSession, RosterEntry } from './desk';

/**
 * When the online time of this entry ends (epoch ms, Infinity: open), or null when it is not online at `now`.
 * The only place that decides whether somebody is online: by comparing timestamps, at the moment of asking (rule S8).
 */
export function onlineEnd(entry: RosterEntry | undefined, now: number): number | null {
  if (entry?.status.kind !== 'online') return null;
  const end = entry.status.until ?? Infinity;
  return now < end ? end : null;
}

/** The online session of this entry at `now`, or null when offline. */
export function onlineSession(entry: RosterEntry | undefined, now: number): OnlineSession | null {
  if (onlineEnd(entry, now) === null || entry?.status.kind !== 'online') return null;
  const { session, since, until } = entry.status;
  return { session, since, until };
}

/** Everybody online at this desk, longest first: a forgotten agent is on top. */
export function agentsOnline(desk: Desk, now: number): (OnlineSession & { accountId: string })[] {
  if (!desk.settings.chatEnabled) return [];
  return Object.entries(desk.roster)
    .flatMap(([accountId, entry]) => {
      const session = onlineSession(entry, now);
      return session ? [{ accountId, ...session }] : [];
    })
    .sort((a, b) => a.since - b.since || a.accountId.localeCompare(b.accountId));
}
