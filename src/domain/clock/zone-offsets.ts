import { Temporal } from 'temporal-polyfill';

/** From this instant on (epoch ms; the first: since ever), a zone's wall clock is ahead of UTC by `ms`. */
export interface ZoneOffset {
  from: number;
  ms: number;
}

/** What is known of zones is the same for everybody, and asking takes milliseconds. */
const known = new Map<string, readonly ZoneOffset[]>();
const KNOWN_MOST = 200;

/** Asked about in whole such spans, so that questions a minute later find the answer. */
const SPAN_MS = 128 * 24 * 60 * 60_000;

/**
 * The offsets of an IANA zone that hold at some time between two instants (epoch ms), ascending. Throws RangeError for
 * what is no zone.
 */
export function zoneOffsets(zone: string, from: number, to: number): readonly ZoneOffset[] {
  const first = Math.floor(from / SPAN_MS) * SPAN_MS;
  const last = Math.ceil(to / SPAN_MS) * SPAN_MS;
  const key = `${zone} ${String(first)} ${String(last)}`;
  let offsets = known.get(key);
  if (!offsets) {
    if (known.size >= KNOWN_MOST) known.clear();
    known.set(key, (offsets = readOffsets(zone, first, last)));
  }
  return offsets;
}

function readOffsets(zone: string, from: number, to: number): ZoneOffset[] {
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  const offsets = [{ from: -Infinity, ms: at.offsetNanoseconds / 1e6 }];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds > to) return offsets;
    const ms = next.offsetNanoseconds / 1e6;
    if (offsets.at(-1)?.ms !== ms) offsets.push({ from: next.epochMilliseconds, ms });
    at = next;
  }
}

/** What the zone's wall clock shows at an instant, as if it were UTC: epoch ms. */
export function wallClockAt(offsets: readonly ZoneOffset[], at: number): number {
  const offset = offsets.filter(({ from }) => from <= at).at(-1) ?? offsets[0];
  return at + (offset?.ms ?? 0);
}

/**
 * When the wall clock shows a time (as if it were UTC, epoch ms). Of one that comes twice, `first` and `last`; one that is
 * skipped is the moment of the skip.
 */
export function whenWallClockShows(
  offsets: readonly ZoneOffset[],
  wall: number,
): { first: number; last: number } {
  let first: number | null = null;
  let last: number | null = null;
  let skip: number | null = null;
  for (const [index, { from, ms }] of offsets.entries()) {
    const end = offsets[index + 1]?.from ?? Infinity;
    const at = wall - ms;
    if (at >= from && at < end) {
      first ??= at;
      last = at;
    }
    // Before the change it is not reached yet, after it it is over.
    const before = offsets[index - 1];
    if (before && from + before.ms <= wall && wall < from + ms) skip ??= from;
  }
  return { first: first ?? skip ?? wall, last: last ?? skip ?? wall };
}
