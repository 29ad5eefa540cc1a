import {
  wallClockAt,
  whenWallClockShows,
  zoneOffsets,
  type ZoneOffset,
} from '../../src/domain/clock/zone-offsets';
import { dayOf } from '../../src/domain/clock/slot-spans';
import type { Span } from '../../src/domain/span';

const DAY = 24 * 60 * 60_000;

/** A calendar day of a zone, and where its moments lie on a line of 24 hours. */
export interface ScaledDay extends Span {
  /** 0 at midnight, 1 at the next one. Later moments are never further left. */
  placeOf(at: number): number;
  /** The clock is changed on this day. */
  change: 'forward' | 'back' | null;
}

/**
 * The days that have a moment between two instants (epoch ms). Places are those of the wall clock, so that noon is in the
 * middle of each day: where an hour is skipped nothing lies, and one that comes twice holds both, one beside the other.
 */
export function scaledDays(zone: string, { from, to }: Span): ScaledDay[] {
  const offsets = zoneOffsets(zone, from - 2 * DAY, to + 2 * DAY);
  const days: ScaledDay[] = [];
  for (let wall = dayOf(wallClockAt(offsets, from)); ; wall += DAY) {
    const day = dayAt(offsets, wall);
    if (day.from >= to) return days;
    if (day.to > from) days.push(day);
  }
}

function dayAt(offsets: readonly ZoneOffset[], wall: number): ScaledDay {
  const from = whenWallClockShows(offsets, wall).first;
  const to = whenWallClockShows(offsets, wall + DAY).first;
  const changes = offsets.flatMap(({ from: at, ms }, index) => {
    const before = offsets[index - 1];
    return before && at >= from && at < to ? [{ at, by: ms - before.ms }] : [];
  });
  const [change] = changes;
  return {
    from,
    to,
    placeOf: (at) => Math.min(1, Math.max(0, (wallPlace(offsets, at) - wall) / DAY)),
    change: change ? (change.by > 0 ? 'forward' : 'back') : null,
  };
}

/** The wall clock's time, which runs at half its pace while it shows what it shows twice. */
function wallPlace(offsets: readonly ZoneOffset[], at: number): number {
  for (const [index, { from, ms }] of offsets.entries()) {
    const before = offsets[index - 1];
    const by = before ? before.ms - ms : 0;
    if (by > 0 && from - by <= at && at < from + by) return from + ms + (at - (from - by)) / 2;
  }
  return wallClockAt(offsets, at);
}
