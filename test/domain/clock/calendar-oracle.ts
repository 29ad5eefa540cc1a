import { DateTime } from 'luxon';
import type { PresenceAnswer } from '../../../src/domain/clock/roll-call';
import { isRoundTheClock, type WeeklyTimes } from '../../../src/domain/clock/schedule';
import type { Edge, Shown } from '../../../src/domain/clock/shown';
import type { Span } from '../../../src/domain/span';
import { oracleSpans } from './zones-oracle';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ASKED = 10 * MINUTE;
const QUARTER = 15 * MINUTE;
/** As far as anything may be promised. */
const AHEAD = 16 * DAY;

interface Calendar {
  /** Somebody who says nothing but answers, and saved this at `from`. */
  schedule: WeeklyTimes & { isAutomatic: boolean };
  /** Null: the desk can be seen at any time. */
  hours: WeeklyTimes | null;
  closures: Span[];
  from: number;
  to: number;
}

/** A slot as it stands after what was said to it: online within it, or asked from when to when. */
type Part = (Span & { asked: false }) | (Span & { asked: true; until: number });

/**
 * What customers are to be shown and promised, by the words of the rules alone (H1 to H5, R15), on what another library says
 * of the calendar; written apart from `stretches` and `outlook`. Instants are epoch ms.
 */
export function calendarOracle({ schedule, hours, closures, from, to }: Calendar) {
  const slots = slotsInForce(schedule, from, to + AHEAD);
  const open = hours ? oracleSpans(hours, from - AHEAD, to + AHEAD) : null;
  const seen = spansWhere(
    [from - AHEAD, ...[...(open ?? []), ...closures].flatMap((each) => [each.from, each.to]), to + AHEAD],
    (at) => (open === null || covers(around(open, at, at + 1), at)) && !covers(closures, at),
  );
  const dates = new Map<number, string | null>();
  const localDate = (at: number): string | null => {
    const known = dates.get(at) ?? DateTime.fromMillis(at, { zone: schedule.zone }).toISODate();
    dates.set(at, known);
    return known;
  };
  const said = new Map<number, { answer: 'here' | 'later'; at: number }>();
  const daysNot = new Set<string | null>();

  const partOf = (slot: Span): Part[] => {
    if (daysNot.size > 0 && daysNot.has(localDate(slot.from))) return [];
    const word = said.get(slot.from);
    if (schedule.isAutomatic) return [{ ...slot, asked: false }];
    if (word?.answer === 'here') return [{ from: Math.max(slot.from, word.at), to: slot.to, asked: false }];
    const asks = word ? word.at + QUARTER : slot.from;
    if (asks >= slot.to) return [];
    return [{ from: asks, to: slot.to, asked: true, until: Math.min(asks + ASKED, slot.to) }];
  };
  /** What holds between two moments, of what changes within. */
  const circumstances = (begin: number, end: number) => {
    const around = (spans: Span[]): Span[] => spans.filter((each) => each.to > begin && each.from < end);
    const online = around(slots)
      .flatMap(partOf)
      .filter(({ asked }) => !asked);
    const [opened, shut] = [open && around(open), around(closures)];
    const shownAt = (at: number): Shown => {
      if (opened && !covers(opened, at)) return 'hidden';
      if (covers(shut, at)) return 'closed';
      return covers(online, at) ? 'online' : 'offline';
    };
    return {
      shownAt,
      times: [...online, ...(opened ?? []), ...shut].flatMap((each) => [each.from, each.to]),
    };
  };

  return {
    /** Whether such an answer is taken. */
    say(answer: PresenceAnswer, at: number): boolean {
      const near = around(slots, at, at + QUARTER + 1);
      const asked = near.filter((slot) =>
        partOf(slot).some((part) => part.asked && part.from - QUARTER <= at),
      );
      const runs = asked.find((slot) =>
        partOf(slot).some((part) => part.asked && part.from <= at && at < part.until),
      );
      // While an answer holds, the next slot is not answered.
      const isHere = covers(
        near.flatMap(partOf).filter((part) => !part.asked),
        at,
      );
      const slot = runs ?? (isHere ? undefined : asked[0]);
      if (!slot) return false;
      if (answer === 'notToday') daysNot.add(localDate(slot.from));
      else said.set(slot.from, { answer, at });
      return true;
    },

    /** What is shown at `begin`, and every change of it until `end`. */
    shownBetween(begin: number, end: number): { shown: Shown; edges: Edge[] } {
      const { shownAt, times } = circumstances(begin, end);
      const within = times.filter((at) => begin < at && at < end).sort((a, b) => a - b);
      const shown = shownAt(begin);
      const edges: Edge[] = [];
      for (const at of within) {
        const next = shownAt(at);
        if (next !== (edges.at(-1)?.shown ?? shown)) edges.push({ at, shown: next });
      }
      return { shown, edges };
    },

    shownAt: (at: number): Shown => circumstances(at, at + 1).shownAt(at),

    /** Until when customers are told that it is closed. */
    closedUntil(at: number): number {
      let until = at;
      for (;;) {
        const running = closures.find((each) => each.from <= until && until < each.to);
        if (!running) return until;
        until = running.to;
      }
    },

    /** When somebody is there again, and whether that depends on their answer; Infinity: nobody as far as is known. */
    promisedAt(at: number): { at: number; expected: boolean } {
      const parts = around(slots, at, at + AHEAD).flatMap(partOf);
      const ahead = around(seen, at - AHEAD, at + 2 * AHEAD);
      const certain = parts.filter(({ asked }) => !asked).map((part) => firstSeen(ahead, part, at));
      const hoped = parts.map((part) => {
        if (!part.asked || part.until <= at) return Infinity;
        const first = firstSeen(ahead, part, at);
        const span = ahead.find((each) => each.from <= first && first < each.to);
        return span ? Math.max(part.from, span.from) : Infinity;
      });
      const [sure, likely] = [Math.min(Infinity, ...certain), Math.min(Infinity, ...hoped)];
      return { at: Math.min(sure, likely), expected: likely < sure };
    },
  };
}

/** Saving a schedule starts nobody; one round the clock has no other start. */
function slotsInForce(schedule: WeeklyTimes, savedAt: number, to: number): Span[] {
  return oracleSpans(schedule, savedAt, to).flatMap((span) => {
    if (span.from >= savedAt) return [span];
    return isRoundTheClock(schedule.slots) ? [{ ...span, from: savedAt }] : [];
  });
}

const covers = (spans: readonly Span[], at: number): boolean =>
  spans.some(({ from, to }) => from <= at && at < to);

/** Of ascending spans those that have a moment in common with a time; there are hundreds in a year. */
function around(spans: readonly Span[], begin: number, end: number): Span[] {
  let [first, last] = [0, spans.length];
  while (first < last) {
    const middle = (first + last) >> 1;
    if ((spans[middle]?.to ?? Infinity) <= begin) first = middle + 1;
    else last = middle;
  }
  const found: Span[] = [];
  for (let span = spans[first]; span && span.from < end; span = spans[++first]) found.push(span);
  return found;
}

/** The first moment of `part` from `at` on that is in one of the spans. */
function firstSeen(seen: readonly Span[], part: Span, at: number): number {
  const begin = Math.max(part.from, at);
  const span = seen.find(({ to }) => to > begin);
  const first = span ? Math.max(begin, span.from) : Infinity;
  return first < part.to ? first : Infinity;
}

/** Where something holds that changes at these times only. */
function spansWhere(times: readonly number[], holds: (at: number) => boolean): Span[] {
  const spans: Span[] = [];
  const ascending = [...new Set(times)].sort((a, b) => a - b);
  for (const [index, from] of ascending.entries()) {
    const to = ascending[index + 1];
    if (to === undefined || !holds(from)) continue;
    const last = spans.at(-1);
    if (last?.to === from) last.to = to;
    else spans.push({ from, to });
  }
  return spans;
}
