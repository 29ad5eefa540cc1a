import { DateTime } from 'luxon';
import { weekMinutes, type WeeklyTimes } from '../../../src/domain/clock/schedule';
import { united } from '../../../src/domain/clock/slot-spans';
import type { Span } from '../../../src/domain/span';

const DAY = 86_400_000;
const HALF_DAY = DAY / 2;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/**
 * The same as `slotSpans`, written apart and on another library: each slot's wall times are looked for among the instants
 * around them, and what they show is compared.
 */
export function oracleSpans({ zone, slots, daysOff }: WeeklyTimes, from: number, to: number): Span[] {
  const spans: Span[] = [];
  const offsetAt = offsetsOf(zone);
  const first = DateTime.fromMillis(from, { zone }).minus({ days: 9 });
  const days = Math.ceil((to - from) / DAY) + 18;
  // Dates are counted in UTC: a zone may leave one out.
  const start = Date.UTC(first.year, first.month - 1, first.day);
  for (let index = 0; index <= days; index++) {
    const midnight = start + index * DAY;
    const date = DateTime.fromMillis(midnight, { zone: 'utc' });
    const name = date.toISODate() ?? '';
    if (daysOff.some((each) => each.from <= name && name <= each.to)) continue;
    for (const slot of slots.filter(({ day }) => day === date.weekday)) {
      const { from: begin, to: end } = weekMinutes(slot);
      const monday = (slot.day - 1) * 1_440;
      const span = {
        from: whenShown(offsetAt, midnight + (begin - monday) * MINUTE, 'first'),
        to: whenShown(offsetAt, midnight + (end - monday) * MINUTE, 'last'),
      };
      if (span.to > span.from) spans.push(span);
    }
  }
  return united(spans).filter((span) => span.to > from && span.from < to);
}

type OffsetAt = (at: number) => number;

/** `wall`: what the clock is to show, as if it were UTC. */
function whenShown(offsetAt: OffsetAt, wall: number, which: 'first' | 'last'): number {
  const around = Math.floor(wall / HOUR) * HOUR;
  const offsets = new Set([-48, -24, -12, 0, 12, 24, 48].map((hours) => offsetAt(around + hours * HOUR)));
  const shown = [...offsets].map((offset) => wall - offset).filter((at) => at + offsetAt(at) === wall);
  if (shown.length > 0) return which === 'first' ? Math.min(...shown) : Math.max(...shown);
  // Skipped: the moment at which the clock jumps over it, found by halving.
  let [before, after] = [wall - 48 * HOUR, wall + 48 * HOUR];
  while (after - before > 1_000) {
    const middle = Math.floor((before + after) / 2_000) * 1_000;
    if (middle + offsetAt(middle) < wall) before = middle;
    else after = middle;
  }
  return after;
}

/** What is said at noon and midnight in UTC, by zone, of the last few: no clock changes twice in between. */
const known = new Map<string, Map<number, number>>();
const ZONES_KEPT = 3;

function offsetsOf(zone: string): OffsetAt {
  const [oldest] = known.keys();
  if (!known.has(zone) && known.size >= ZONES_KEPT && oldest !== undefined) known.delete(oldest);
  const halves = known.get(zone) ?? new Map<number, number>();
  known.set(zone, halves);
  const said = (at: number): number => DateTime.fromMillis(at, { zone }).offset * MINUTE;
  const saidOnce = (half: number): number => {
    const offset = halves.get(half) ?? said(half);
    halves.set(half, offset);
    return offset;
  };
  return (at) => {
    const half = Math.floor(at / HALF_DAY) * HALF_DAY;
    const before = saidOnce(half);
    return before === saidOnce(half + HALF_DAY) ? before : said(at);
  };
}
