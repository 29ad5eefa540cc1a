import { noEntry, type Desk, type RosterEntry } from '../desk';
import { presenceAt } from '../presence';
import { changed, unchanged, type Transition } from '../transition';
import { compileSchedule, type CompiledSchedule } from './compiled-schedule';
import { noteStarts } from './note-starts';
import type { Schedule } from './schedule';

/**
 * A schedule as the desk is to keep it from now on; null: none here. Saving one starts nobody: it holds from its next start.
 * Who is online by it, or is asked, stays so if a new slot holds now (docs/decisions/020). An older one than is there changes
 * nothing.
 */
export function keepSchedule(
  desk: Desk,
  accountId: string,
  schedule: CompiledSchedule | null,
  now: number,
): Transition {
  const before = desk.roster[accountId];
  const known = before?.schedule;
  if (!schedule && !known) return unchanged(desk);
  if (schedule && known && (known.rev > schedule.rev || isSame(known, schedule))) return unchanged(desk);
  const { entry, log } = noteStarts(before ?? newcomer(schedule, now), accountId, now);
  const next = withSchedule(entry, schedule, now);
  return changed({ ...desk, roster: { ...desk.roster, [accountId]: next } }, ...log);
}

/** Who was never here: what began before is not theirs, but for a slot that begins with saving it and has no other start. */
function newcomer(schedule: CompiledSchedule | null, now: number): RosterEntry {
  const first = schedule?.spans.find(({ from, to }) => from === schedule.savedAt && now < to);
  return first
    ? { ...noEntry(now), status: { kind: 'offline', since: first.from, ended: true } }
    : noEntry(now);
}

/** The desk as it would be if an agent saved this now, or left it out here; nothing is to be stored of it. */
export function withDraftSchedule(desk: Desk, accountId: string, draft: Schedule, now: number): Desk {
  const isLeftOut = draft.leftOut.includes(desk.projectId);
  const compiled = isLeftOut ? null : compileSchedule(draft, { rev: Infinity, savedAt: now, now });
  const kept = keepSchedule(desk, accountId, compiled, now);
  return kept.kind === 'refused' ? desk : kept.desk;
}

/** The entry with the schedule, or without one: where it is the same one, compiled anew, nothing else of it changes. */
export function withSchedule(
  entry: RosterEntry,
  schedule: CompiledSchedule | null,
  now: number,
): RosterEntry {
  const known = entry.schedule;
  if (schedule && known && isSame(known, schedule)) return entry;
  return schedule && known?.rev === schedule.rev ? { ...entry, schedule } : withNew(entry, schedule, now);
}

const isSame = (a: CompiledSchedule, b: CompiledSchedule): boolean => JSON.stringify(a) === JSON.stringify(b);

function withNew(entry: RosterEntry, schedule: CompiledSchedule | null, now: number): RosterEntry {
  const { schedule: _former, rollCall: _answer, ...rest } = entry;
  if (!schedule) return rest;
  const next: RosterEntry = { ...rest, schedule };
  const presence = presenceAt(entry, now);
  const holds = schedule.spans.find(({ from, to }) => from <= now && now < to);
  if (!presence || !holds || presence.why === 'by-hand' || presence.why === 'break') return next;
  const { outSince: _out, notToday: _off, ...free } = next;
  const slot = holds.from;
  return {
    ...free,
    // What was said before the slot is behind them: they are in it.
    status: { kind: 'offline', since: slot, ended: true },
    rollCall:
      presence.kind === 'online' ? { slot, hereAt: presence.since } : { slot, calledAt: presence.from },
  };
}
