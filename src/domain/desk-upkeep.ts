import { currentClosures } from './clock/closure-transitions';
import { COMPILED_ANEW_MS, compileSchedule } from './clock/compiled-schedule';
import { noteStarts } from './clock/note-starts';
import type { Schedule } from './clock/schedule';
import { withSchedule } from './clock/schedule-transitions';
import { stretchesOf } from './clock/stretches';
import type { Desk, RosterEntry, Status } from './desk';
import {
  BREAK_QUESTION_MS,
  ENDING_SOON_MS,
  HORIZON_RENEW_MS,
  OFFLINE_ENTRY_MS,
  OPERATION_MEMORY_MS,
} from './limits';
import { ERASED_PERSON, type LogEntry } from './log-entry';
import { onlineSession } from './presence';
import { wholeSecondAfter } from './whole-second';
import { changed, unchanged, type Transition } from './transition';

/**
 * What the sweep does to a desk. None of it decides whether somebody is online, except that an online time from before the
 * site had a longest one gets an end (rule S12). `renew` writes the public records anew anyway.
 */
export function tidyDesk(
  desk: Desk,
  now: number,
  { renew = false, longestMinutes = null, schedules }: Partial<Tidying> = {},
): Transition {
  const log: LogEntry[] = [];
  const roster: Record<string, RosterEntry> = {};
  let touched = false;
  for (const [accountId, entry] of Object.entries(desk.roster)) {
    const noted = noteStarts(entry, accountId, now);
    const ending = bounded(noted.entry, longestMinutes, now);
    const next = settleEntry(ending, now);
    log.push(...noted.log);
    if (next && next.status !== ending.status && isTimeEnd(ending.status)) {
      log.push({ event: 'time-ended', at: next.status.since, actor: null, subject: accountId });
    }
    const compiled = next && compiledAnew(next, accountId, desk.projectId, schedules, now);
    touched ||= compiled !== entry;
    if (compiled) roster[accountId] = compiled;
  }
  const closures = currentClosures(desk, now);
  touched ||= closures.length !== (desk.closures?.length ?? 0);
  if (!touched && !renew && !needsRenewal(desk, now)) return unchanged(desk);
  return changed({ ...desk, roster, ...(desk.closures && { closures }) }, ...log);
}

interface Tidying {
  renew: boolean;
  /** The site's longest online time in minutes; null: no limit. */
  longestMinutes: number | null;
  /** Schedules of everybody who has one at this desk; absent: they were not looked at. */
  schedules: ReadonlyMap<string, KnownSchedule>;
}

interface KnownSchedule {
  rev: number;
  savedAt: number;
  schedule: Schedule;
}

const isTimeEnd = ({ kind }: Status): boolean => kind === 'online';

/** Whether compiled schedules reach less far than they are to: or whether one might not be the present one. */
export const needsSchedules = ({ roster }: Desk, now: number): boolean =>
  Object.values(roster).some(({ schedule }) => schedule && schedule.until - now < COMPILED_ANEW_MS);

/** By the zone's rules of today, and as its agent saved it last. */
function compiledAnew(
  entry: RosterEntry,
  accountId: string,
  projectId: string,
  schedules: ReadonlyMap<string, KnownSchedule> | undefined,
  now: number,
): RosterEntry | null {
  const { schedule: before } = entry;
  if (!before || !schedules) return entry;
  const known = schedules.get(accountId);
  if (known && known.rev < before.rev) return entry;
  const isLeftOut = !known || known.schedule.leftOut.includes(projectId);
  const compiled = isLeftOut
    ? null
    : compileSchedule(known.schedule, { ...known, heldAt: before.savedAt, now });
  return settleEntry(withSchedule(entry, compiled, now), now);
}

/** Whether somebody is online until they say otherwise: what a longest online time, once there is one, is to end. */
export const hasOpenEnd = ({ roster }: Desk): boolean =>
  Object.values(roster).some(({ status }) => status.kind === 'online' && status.until === null);

/** The end is never so near that whoever is online is not told before. */
function bounded(entry: RosterEntry, longestMinutes: number | null, now: number): RosterEntry {
  const { status } = entry;
  if (longestMinutes === null || status.kind !== 'online' || status.until !== null) return entry;
  const until = Math.max(status.since + longestMinutes * 60_000, now + ENDING_SOON_MS);
  return { ...entry, status: { ...status, until: wholeSecondAfter(until), isOpen: true } };
}

/** Where customers' pages find the portal, after the site was given another address. Null: the address is not known now. */
export function movePortal(desk: Desk, siteUrl: string | null): Transition {
  const { portal } = desk;
  if (!portal || siteUrl === null || portal.siteUrl === siteUrl) return unchanged(desk);
  return changed({ ...desk, portal: { ...portal, siteUrl } });
}

/** The same entry, a lighter one, an ended one as offline since its end, or null when it says nothing any more. */
function settleEntry(entry: RosterEntry, now: number): RosterEntry | null {
  const kept = entry.operations.filter(({ at }) => now - at < OPERATION_MEMORY_MS);
  const operations = kept.length === entry.operations.length ? entry.operations : kept;
  const end = settledSince(entry, now);
  const status: Status = end === null ? entry.status : { kind: 'offline', since: end, ended: true };
  const { schedule, rollCall, notToday, outSince } = entry;
  const isOver = (slot: number): boolean =>
    !schedule?.spans.some(({ from, to }) => from <= slot && slot < to && to > now) && slot < now;
  const over = {
    rollCall: rollCall !== undefined && isOver(rollCall.slot),
    notToday: notToday !== undefined && notToday.to <= now && isOver(notToday.to - 1),
    outSince: outSince !== undefined && isOver(outSince),
  };
  const isLighter = over.rollCall || over.notToday || over.outSince;
  if (
    !schedule &&
    status.kind !== 'online' &&
    status.kind !== 'break' &&
    now - status.since >= OFFLINE_ENTRY_MS
  )
    return null;
  if (operations === entry.operations && status === entry.status && !isLighter) return entry;
  return {
    status,
    operations,
    ...(schedule && { schedule }),
    ...(rollCall && !over.rollCall && { rollCall }),
    ...(notToday && !over.notToday && { notToday }),
    ...(outSince !== undefined && !over.outSince && { outSince }),
    ...(entry.mailedFor !== undefined && { mailedFor: entry.mailedFor }),
    ...(entry.notedAt !== undefined && { notedAt: entry.notedAt }),
  };
}

/** When an online time by hand, or a break, ended for good: also the slot that it ran into is over. Null: it has not. */
function settledSince(entry: RosterEntry, now: number): number | null {
  const { status } = entry;
  if (status.kind === 'break') return status.until + BREAK_QUESTION_MS <= now ? status.until : null;
  if (status.kind !== 'online') return null;
  const own = stretchesOf(entry).filter(({ from, why }) => from === status.since && why === 'by-hand');
  const end = own[0]?.to ?? status.until ?? Infinity;
  const slot = entry.schedule?.spans.find(({ from, to }) => from < end && end < to);
  return end <= now && (slot?.to ?? end) <= now ? end : null;
}

/** Where nothing is to come, offline reads the same past the horizon. */
const needsRenewal = (desk: Desk, now: number): boolean =>
  desk.settings.chatEnabled &&
  desk.horizon - now < HORIZON_RENEW_MS &&
  (desk.settings.hours.mode === 'project' ||
    (desk.closures ?? []).length > 0 ||
    Object.values(desk.roster).some((entry) => entry.schedule ?? onlineSession(entry, now)));

/**
 * The next moment at which somebody's status changes by itself, or a closure begins or ends, epoch ms, or null: what windows are
 * told then, which would know it by themselves a little later.
 */
export function nextChange(desk: Desk, now: number): number | null {
  const people = Object.values(desk.roster).flatMap((entry) =>
    entry.schedule || entry.status.kind === 'online' || entry.status.kind === 'break'
      ? stretchesOf(entry).flatMap((each) => [each.from, each.kind === 'call' ? each.until : each.to])
      : [],
  );
  const closures = (desk.closures ?? []).flatMap(({ from, to }) => [from, to]);
  const next = Math.min(...[...people, ...closures].filter((at) => at > now));
  return Number.isFinite(next) ? next : null;
}

/** Rule S10: whoever is no agent there any more is neither online nor promised. */
export function removeFormerAgent(desk: Desk, accountId: string, now: number): Transition {
  const { [accountId]: entry, ...roster } = desk.roster;
  if (!entry) return unchanged(desk);
  const log: LogEntry[] = [...noteStarts(entry, accountId, now).log];
  if (onlineSession(entry, now)) log.push({ event: 'removed', at: now, actor: null, subject: accountId });
  return changed({ ...desk, roster }, ...log);
}

/** Rule S10: a deleted account leaves no trace in the desk. */
export function removePerson(desk: Desk, accountId: string, now: number): Transition {
  const named = Object.values(desk.roster).some(
    ({ status }) => status.kind === 'put-offline' && status.by === accountId,
  );
  const planned = (desk.closures ?? []).some(({ by }) => by === accountId);
  if (!desk.roster[accountId] && !named && !planned) return unchanged(desk);
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
  const closures = desk.closures?.map((each) =>
    each.by === accountId ? { ...each, by: ERASED_PERSON } : each,
  );
  return changed({ ...desk, roster, ...(closures && { closures }) }, ...log);
}
