import { DateTime } from 'luxon';
import { weekMinutes, type WeeklyTimes } from '../../../src/domain/clock/schedule';
import { united } from '../../../src/domain/clock/slot-spans';
import type { Span } from '../../../src/domain/span';

/**
 * The same as `slotSpans`, written apart and on another library: each slot's wall times are looked for among the instants
 * around them, and what they show is compared.
 */
export function oracleSpans({ zone, slots, daysOff }: WeeklyTimes, from: number, to: number): Span[] {
  const spans: Span[] = [];
  const first = DateTime.fromMillis(from, { zone }).minus({ days: 9 });
  const days = Math.ceil((to - from) / 86_400_000) + 18;
  // Dates are counted in UTC: a zone may leave one out.
  const start = DateTime.utc(first.year, first.month, first.day);
  for (let index = 0; index <= days; index++) {
    const date = start.plus({ days: index });
    const name = date.toISODate() ?? '';
    if (daysOff.some((each) => each.from <= name && name <= each.to)) continue;
    for (const slot of slots.filter(({ day }) => day === date.weekday)) {
      const { from: begin, to: end } = weekMinutes(slot);
      const monday = (slot.day - 1) * 1_440;
      const span = {
        from: whenShown(zone, date.plus({ minutes: begin - monday }), 'first'),
        to: whenShown(zone, date.plus({ minutes: end - monday }), 'last'),
      };
      if (span.to > span.from) spans.push(span);
    }
  }
  return united(spans).filter((span) => span.to > from && span.from < to);
}

/** `wall`: what the clock is to show, as if it were UTC. */
function whenShown(zone: string, wall: DateTime, which: 'first' | 'last'): number {
  const ms = wall.toMillis();
  const offsets = new Set(
    [-48, -24, -12, 0, 12, 24, 48].map((hours) => offsetAt(zone, ms + hours * 3_600_000)),
  );
  const shown = [...offsets].map((offset) => ms - offset).filter((at) => at + offsetAt(zone, at) === ms);
  if (shown.length > 0) return which === 'first' ? Math.min(...shown) : Math.max(...shown);
  // Skipped: the moment at which the clock jumps over it, found by halving.
  let [before, after] = [ms - 48 * 3_600_000, ms + 48 * 3_600_000];
  while (after - before > 1_000) {
    const middle = Math.floor((before + after) / 2_000) * 1_000;
    if (middle + offsetAt(zone, middle) < ms) before = middle;
    else after = middle;
  }
  return after;
}

const offsetAt = (zone: string, at: number): number => DateTime.fromMillis(at, { zone }).offset * 60_000;
