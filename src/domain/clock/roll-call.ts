import type { AgentOperation } from '../agent-transitions';
import type { Desk, Offline, RosterEntry } from '../desk';
import { refuse } from '../errors';
import { EARLY_ANSWER_MS, LATER_MS } from '../limits';
import { callAt, presenceAt } from '../presence';
import { changed, isApplied, refused, unchanged, withEntry, type Transition } from '../transition';
import { wholeSecondAfter } from '../whole-second';
import { noteStarts } from './note-starts';
import { calendarDay } from './slot-spans';
import { stretchesOf, type CallStretch } from './stretches';
import { wallClockAt, zoneOffsets } from './zone-offsets';

/** What may be said to the question whether one is there (rule H2). */
export const PRESENCE_ANSWERS = ['here', 'later', 'notToday'] as const;
export type PresenceAnswer = (typeof PRESENCE_ANSWERS)[number];

type Operation = Omit<AgentOperation, 'actor'>;

/**
 * Rules H2, H8: the answer to a roll call that runs, that comes within a quarter of an hour, or that was missed while its
 * slot still runs; or to the question at the end of a break. Who is not asked is refused with what to do.
 */
export function confirmPresence(
  desk: Desk,
  { accountId, operationId, now }: Operation,
  answer: PresenceAnswer,
): Transition {
  const before = desk.roster[accountId];
  if (isApplied(before, operationId)) return unchanged(desk);
  if (!desk.settings.chatEnabled || !before) return notAsked;
  const { entry, log } = noteStarts(before, accountId, now);
  const change = (next: Omit<RosterEntry, 'operations'>, ...more: typeof log): Transition =>
    changed(withEntry(desk, accountId, next, operationId, now), ...log, ...more);
  const said = { at: now, actor: accountId, subject: null };

  if (entry.status.kind === 'break') {
    const { before: former } = entry.status;
    switch (answer) {
      case 'here': {
        const back = { ...entry, status: former };
        const online = stretchesOf(back).find(
          ({ kind, from, to }) => kind === 'online' && from <= now && now < to,
        );
        if (!online) break;
        return change(back, { event: 'back-from-break', ...said, until: finite(online.to) });
      }
      case 'later':
        return change({ ...entry, status: { ...entry.status, until: wholeSecondAfter(now + LATER_MS) } });
      case 'notToday': {
        const status: Offline = { kind: 'offline', since: now };
        const today = calendarDay(entry.schedule?.zone ?? 'UTC', now);
        return change({ ...entry, status, notToday: today }, { event: 'not-today', ...said });
      }
    }
  }

  const call = askedCall(entry, now);
  if (!call) return nextCall(entry, now) ?? notAsked;
  const { slot } = call;
  switch (answer) {
    case 'here':
      return change(
        { ...entry, rollCall: { slot, hereAt: now } },
        { event: 'went-online', ...said, at: Math.max(now, call.from), until: call.to, bySchedule: true },
      );
    case 'later':
      return change({ ...entry, rollCall: { slot, calledAt: wholeSecondAfter(now + LATER_MS) } });
    case 'notToday':
      return change(
        { ...entry, notToday: calendarDay(entry.schedule?.zone ?? 'UTC', slot) },
        { event: 'not-today', ...said },
      );
  }
}

/** The roll call that an answer now is to. */
export function askedCall(entry: RosterEntry, now: number): CallStretch | null {
  const running = callAt(entry, now);
  if (running?.why === 'roll-call') return running;
  // One answer is kept: that to the next slot would take back the one that holds.
  if (hereUntil(entry, now) > now) return null;
  return rollCalls(entry).find(({ from, to }) => from - EARLY_ANSWER_MS <= now && now < to) ?? null;
}

function hereUntil(entry: RosterEntry, now: number): number {
  const presence = presenceAt(entry, now);
  return presence?.kind === 'online' && presence.why === 'by-schedule' ? presence.to : -Infinity;
}

const rollCalls = (entry: RosterEntry): CallStretch[] =>
  stretchesOf(entry)
    .filter((each) => each.kind === 'call')
    .filter(({ why }) => why === 'roll-call');

/** Nobody asks whether one is there. */
export const NOT_ASKED = refuse(
  'conflict',
  'No working hours of yours are waiting for an answer. Go online yourself.',
);

const notAsked: Transition = { kind: 'refused', error: NOT_ASKED.error };

function nextCall(entry: RosterEntry, now: number): Transition | null {
  const next = rollCalls(entry).find(({ from }) => from > now);
  if (!next || !entry.schedule) return null;
  const at = Math.max(next.from - EARLY_ANSWER_MS, hereUntil(entry, now));
  const wall = new Date(wallClockAt(zoneOffsets(entry.schedule.zone, at, at), at)).toISOString();
  return refused(
    'conflict',
    `It’s too early for this. You can answer from ${wall.slice(11, 16)} on ${wall.slice(0, 10)}, or go online yourself.`,
  );
}

const finite = (ms: number): number | null => (Number.isFinite(ms) ? ms : null);
