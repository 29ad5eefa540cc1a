import type { ByHand, RollCallAnswer, RosterEntry, Status } from '../desk';
import { BREAK_QUESTION_MS, ROLL_CALL_MS } from '../limits';
import type { Span } from '../span';
import { FOREVER } from './forever';

/** What makes an agent be online, or asked whether they are there. Instants are epoch ms; `to` may be Infinity. */
export type Stretch = OnlineStretch | CallStretch;

/** Online, if nobody does anything. */
export interface OnlineStretch extends Span {
  kind: 'online';
  why: 'by-hand' | 'by-schedule';
  session: string;
  /** When the session began: an online time is one, however its end was changed. */
  since: number;
}

/** Asked from `from` until `until`; who says they are there is online to `to`. Never online by itself. */
export interface CallStretch extends Span {
  kind: 'call';
  why: 'roll-call' | 'break';
  until: number;
  /** The slot that asks began then: what an answer is to. Of a break, when it began. */
  slot: number;
}

/** Names an online session that a slot makes: the same for whoever computes it. */
const slotSession = (slot: number): string => `slot-${String(slot / 1_000)}`;

/**
 * What follows for an agent from what they did last and from their schedule (rules S8, S9, H2, H8), ascending, as far as
 * the schedule is compiled. Computed from instants alone: nothing has to run for it to be right.
 */
export function stretchesOf(entry: RosterEntry): Stretch[] {
  const { status } = entry;
  const stretches: Stretch[] = [];
  let free = freeFrom(status);
  if (status.kind === 'online') {
    const { end, carriesOn } = handEnd(status, entry);
    if (end > status.since) {
      const { session, since } = status;
      stretches.push({ kind: 'online', why: 'by-hand', from: since, to: end, session, since });
    }
    const slot = slotsInForce(entry, -Infinity).find(({ from, to }) => from < end && end < to);
    if (slot && carriesOn) stretches.push(...ofSlot(entry, slot, end));
    free = { from: end, including: true };
  }
  const following = slotsInForce(entry, free.from)
    .filter((slot) => slot.from !== free.from || free.including)
    .flatMap((slot) => ofSlot(entry, slot, slot.from));
  if (status.kind === 'break') stretches.push(...questionAfter(entry, status, following));
  return [...stretches, ...following];
}

/** From when on slots that begin are heeded. */
function freeFrom(status: Status): { from: number; including: boolean } {
  switch (status.kind) {
    case 'break':
      return { from: status.until, including: true };
    case 'offline':
      return { from: status.since, including: status.ended === true };
    default:
      return { from: status.since, including: false };
  }
}

/**
 * When an online time by hand ends, and whether a slot that runs then carries on: not after an end that was chosen inside
 * a slot, which means what it says, nor where the slot's own end is the end.
 */
function handEnd(status: ByHand, { schedule }: RosterEntry): { end: number; carriesOn: boolean } {
  const bound = status.until ?? Infinity;
  if (!status.isOpen) return { end: bound, carriesOn: !status.inSlot };
  const openAt = status.openAt ?? status.since;
  const slotEnd = schedule?.spans.find(({ to }) => to > openAt)?.to ?? Infinity;
  return { end: Math.min(bound, slotEnd), carriesOn: bound < slotEnd };
}

/** Slots that begin at `from` or later and may bring somebody online. */
function slotsInForce(
  { schedule, notToday, outSince = -Infinity, rollCall }: RosterEntry,
  from: number,
): Span[] {
  if (!schedule) return [];
  return schedule.spans.filter((slot) => {
    if (slot.from < from || slot.from <= outSince) return false;
    if (notToday && notToday.from <= slot.from && slot.from < notToday.to) return false;
    // Who was there, or was asked, when the schedule was saved, still is.
    return slot.from >= schedule.savedAt || isAnswerTo(rollCall, slot);
  });
}

/** Does a slot that may bring them online hold at this moment? */
export const isSlotRunning = (entry: RosterEntry, now: number): boolean =>
  slotsInForce(entry, -Infinity).some(({ from, to }) => from <= now && now < to);

const isAnswerTo = (rollCall: RollCallAnswer | undefined, { from, to }: Span): boolean =>
  rollCall !== undefined && from <= rollCall.slot && rollCall.slot < to;

/** What a slot makes of an agent from `at` on, which is its start, or the end of an online time by hand. */
function ofSlot({ schedule, rollCall }: RosterEntry, slot: Span, at: number): Stretch[] {
  const end = slot.to === FOREVER ? Infinity : slot.to;
  const answer = isAnswerTo(rollCall, slot) ? rollCall : undefined;
  const hereAt = answer && 'hereAt' in answer ? answer.hereAt : schedule?.isAutomatic ? at : null;
  if (hereAt !== null) {
    const from = Math.max(at, hereAt);
    const session = slotSession(slot.from);
    return from < end ? [{ kind: 'online', why: 'by-schedule', from, to: end, session, since: from }] : [];
  }
  const from = Math.max(at, answer && 'calledAt' in answer ? answer.calledAt : at);
  const until = Math.min(from + ROLL_CALL_MS, end);
  return from < end ? [{ kind: 'call', why: 'roll-call', from, until, to: end, slot: slot.from }] : [];
}

/** The question at the end of a break, where there is still something to come back to. */
function questionAfter(
  entry: RosterEntry,
  { since, until, before }: Extract<Status, { kind: 'break' }>,
  following: readonly Stretch[],
): CallStretch[] {
  const back = stretchesOf({ ...entry, status: before }).find(
    (stretch) => stretch.kind === 'online' && stretch.from <= until && until < stretch.to,
  );
  // Whom a slot brings online is not asked any more whether they are back.
  const start = following.find(({ kind }) => kind === 'online')?.from ?? Infinity;
  if (!back || start <= until) return [];
  return [
    {
      kind: 'call',
      why: 'break',
      from: until,
      until: Math.min(until + BREAK_QUESTION_MS, back.to, start),
      to: back.to,
      slot: since,
    },
  ];
}
