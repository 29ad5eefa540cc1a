import type { Coverage } from '../../src/contract/clock';
import type { Span } from '../../src/domain/span';
import { scaledDays, type ScaledDay } from './day-scale';

export type CoverageSpan = Coverage['spans'][number];

/** A part of a span that lies in one day; instants are epoch ms. */
export interface Piece extends Span {
  span: CoverageSpan;
  /** Where it begins and ends on the line of the day, 0 to 1. */
  start: number;
  end: number;
  isGap: boolean;
}

export interface CoverageDay {
  day: ScaledDay;
  pieces: Piece[];
}

export const spanOf = ({ from, to }: { from: string; to: string }): Span => ({
  from: Date.parse(from),
  to: Date.parse(to),
});

/** Customers see the chat, and there is nobody. */
const isGap = ({ shown }: CoverageSpan): boolean => shown === 'offline';

/** Coverage as rows of a zone's days, the first and the last of them in part. */
export function coverageDays(coverage: Coverage, zone: string): CoverageDay[] {
  return scaledDays(zone, spanOf(coverage)).map((day) => ({
    day,
    pieces: coverage.spans.flatMap((span) => {
      const whole = spanOf(span);
      const from = Math.max(whole.from, day.from);
      const to = Math.min(whole.to, day.to);
      if (from >= to) return [];
      // The day's last moment, not the next day's first.
      const end = to === day.to ? 1 : day.placeOf(to);
      return [{ span, from, to, start: day.placeOf(from), end, isGap: isGap(span) }];
    }),
  }));
}

/** As many as any moment has, so that all days are drawn on one scale; a few at least. */
export const highestCount = ({ spans }: Coverage): number =>
  Math.max(LOW_SCALE, ...spans.map(({ count }) => count));

/** A single person is not to look like a full desk. */
const LOW_SCALE = 3;
