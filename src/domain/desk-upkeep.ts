import type { Desk, RosterEntry } from './desk';
import { ENDING_SOON_MS, HORIZON_RENEW_MS, OFFLINE_ENTRY_MS, OPERATION_MEMORY_MS } from './limits';
import type { LogEntry } from './log-entry';
import { onlineSession } from './presence';
import { changed, unchanged, type Transition } from './transition';

/**
 * What the sweep does to a desk. None of it decides whether somebody is online, except that
 * people who are not agents any more leave the roster (rule S10), and that an online time from before the site had a
 * longest one gets an end (rule S12). `renew` writes the public records anew anyway.
 */
export function tidyDesk(
  desk: Desk,
  notAgents: ReadonlySet<string>,
  now: number,
  { renew = false, longestMinutes = null }: Partial<Tidying> = {},
): Transition {
  const log: LogEntry[] = [];
  const roster: Record<string, RosterEntry> = {};
  let touched = false;
  for (const [accountId, entry] of Object.entries(desk.roster)) {
    const ending = bounded(entry, longestMinutes, now);
    const next = notAgents.has(accountId) ? null : settleEntry(ending, now);
    touched ||= next !== entry;
    if (next) roster[accountId] = next;
    if (!next && onlineSession(entry, now))
      log.push({ event: 'removed', at: now, actor: null, subject: accountId });
    if (next && next.status !== ending.status) {
      log.push({ event: 'time-ended', at: next.status.since, actor: null, subject: accountId });
    }
  }
  if (!touched && !renew && !needsRenewal(desk, now)) return unchanged(desk);
  return changed({ ...desk, roster }, ...log);
}

interface Tidying {
  renew: boolean;
  /** The site's longest online time in minutes; null: no limit. */
  longestMinutes: number | null;
}

/** Whether somebody is online until they say otherwise: what a longest online time, once there is one, is to end. */
export const hasOpenEnd = ({ roster }: Desk): boolean =>
  Object.values(roster).some(({ status }) => status.kind === 'online' && status.until === null);

/** The end is never so near that whoever is online is not told before. */
function bounded(entry: RosterEntry, longestMinutes: number | null, now: number): RosterEntry {
  const { status } = entry;
  if (longestMinutes === null || status.kind !== 'online' || status.until !== null) return entry;
  const until = Math.max(status.since + longestMinutes * 60_000, now + ENDING_SOON_MS);
  return { ...entry, status: { ...status, until: Math.ceil(until / 1_000) * 1_000 } };
}

/** Where customers' pages find the portal, after the site was given another address. Null: the address is not known now. */
export function movePortal(desk: Desk, siteUrl: string | null): Transition {
  const { portal } = desk;
  if (!portal || siteUrl === null || portal.siteUrl === siteUrl) return unchanged(desk);
  return changed({ ...desk, portal: { ...portal, siteUrl } });
}

/** The same entry, a lighter one, an ended one as offline since its end, or null when it says nothing any more. */
function settleEntry(entry: RosterEntry, now: number): RosterEntry | null {
  const { status } = entry;
  const kept = entry.operations.filter(({ at }) => now - at < OPERATION_MEMORY_MS);
  const operations = kept.length === entry.operations.length ? entry.operations : kept;
  if (status.kind === 'online' && status.until !== null && status.until <= now) {
    return { status: { kind: 'offline', since: status.until }, operations };
  }
  if (status.kind !== 'online' && now - status.since >= OFFLINE_ENTRY_MS) return null;
  return operations === entry.operations ? entry : { status, operations };
}

/** Only an online desk promises anything: offline reads the same past the horizon. */
const needsRenewal = (desk: Desk, now: number): boolean =>
  desk.settings.chatEnabled &&
  desk.horizon - now < HORIZON_RENEW_MS &&
  Object.values(desk.roster).some((entry) => onlineSession(entry, now));

/** The next moment at which somebody's online time ends by itself, epoch ms, or null. */
export function nextEnd(desk: Desk, now: number): number | null {
  const ends = Object.values(desk.roster).flatMap((entry) => onlineSession(entry, now)?.until ?? []);
  return ends.length > 0 ? Math.min(...ends) : null;
}

/** Rule S10: a deleted account leaves no trace in the desk. */
export function removePerson(desk: Desk, accountId: string, now: number): Transition {
  const named = Object.values(desk.roster).some(
    ({ status }) => status.kind === 'put-offline' && status.by === accountId,
  );
  if (!desk.roster[accountId] && !named) return unchanged(desk);
  const log: LogEntry[] = onlineSession(desk.roster[accountId], now)
    ? [{ event: 'removed', at: now, actor: null, subject: null }]
    : [];
  const roster = Object.fromEntries(
    Object.entries(desk.roster).flatMap(([id, entry]) => {
      if (id === accountId) return [];
      const { status } = entry;
      if (status.kind !== 'put-offline' || status.by !== accountId) return [[id, entry]];
      return [[id, { ...entry, status: { kind: 'offline' as const, since: status.since } }]];
    }),
  );
  return changed({ ...desk, roster }, ...log);
}
