import type { Schedule } from '../../src/domain/clock/schedule';
import { slotSpans } from '../../src/domain/clock/slot-spans';

/** When the slot ends in which a moment lies (epoch ms); null: it lies in none, or that slot never ends. */
export function slotEndAt(schedule: Schedule, now: number): number | null {
  const span = slotSpans(schedule, now, now + 1).find(({ from, to }) => from <= now && now < to);
  return span && Number.isFinite(span.to) ? span.to : null;
}
