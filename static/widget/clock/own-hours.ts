import { slotMinutes } from '../../../src/domain/clock/schedule';
import type { WidgetConfig } from '../../../src/contract/widget-config';

export type OwnHours = NonNullable<WidgetConfig['hours']>;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Slots that touch are one. Where a week has a gap, none of them reaches further. */
const AROUND_DAYS = 8;

/**
 * When the hours that hold at a moment end, in the visitor's own time (rule H3): epoch ms; Infinity: they have no gap. Null: none
 * holds. The rules of a slot are those that servers go by (`slotSpans`), by this browser's own knowledge of its zone.
 */
export function openUntil({ slots, holidays }: OwnHours, moment: number): number | null {
  const here = new Date(moment);
  const spans: { from: number; to: number }[] = [];
  for (let after = -AROUND_DAYS; after <= AROUND_DAYS; after++) {
    // Days are counted where none is longer than another.
    const day = new Date(Date.UTC(here.getFullYear(), here.getMonth(), here.getDate() + after));
    const date = day.toISOString().slice(0, 10);
    if (holidays.some(({ from, to }) => from <= date && date <= to)) continue;
    for (const slot of slots) {
      if (slot.day % 7 !== day.getUTCDay()) continue;
      const { from, to } = slotMinutes(slot);
      spans.push({ from: whenShown(day, from).first, to: whenShown(day, to).last });
    }
  }
  spans.sort((a, b) => a.from - b.from);
  let end: number | null = null;
  for (const { from, to } of spans) {
    if (from < to && from <= (end ?? moment) && to > (end ?? moment)) end = to;
  }
  return end !== null && end > moment + (AROUND_DAYS - 1) * DAY_MS ? Infinity : end;
}

/** A wall time that the visitor's clock skips is the moment of the skip; one may come twice. */
function whenShown(day: Date, minutes: number): { first: number; last: number } {
  let first = +new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 0, minutes);
  if (shownAt(first) !== minutes % (24 * 60)) {
    const offset = offsetAt(first);
    while (offsetAt(first - MINUTE_MS) === offset) first -= MINUTE_MS;
    return { first, last: first };
  }
  const again = first + (offsetAt(first + DAY_MS / 4) - offsetAt(first)) * MINUTE_MS;
  return { first, last: again > first && shownAt(again) === shownAt(first) ? again : first };
}

const offsetAt = (moment: number): number => new Date(moment).getTimezoneOffset();

/** Minutes since midnight. */
function shownAt(moment: number): number {
  const date = new Date(moment);
  return date.getHours() * 60 + date.getMinutes();
}
