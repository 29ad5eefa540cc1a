import type { Span } from '../../src/domain/span';
import { dateFormat } from '../app/date-format';
import { dayNumber } from '../app/format-time';

const WEEK_DAYS = 7;

/** What comes at the same times of the same weekday is one thing to see to. */
export interface SpanGroup<Found extends Span = Span> {
  first: Found;
  /** The same, weeks later. */
  again: Found[];
}

/** `sameness` tells what else must be equal, such as the person. */
export function groupedByWeek<Found extends Span>(
  spans: readonly Found[],
  zone: string,
  sameness: (span: Found) => string = () => '',
): SpanGroup<Found>[] {
  const wall = dateFormat('en-US', { timeStyle: 'short', timeZone: zone });
  const groups = new Map<string, SpanGroup<Found>>();
  for (const span of spans) {
    const day = dayNumber(span.from, zone) % WEEK_DAYS;
    const lasts = dayNumber(span.to, zone) - dayNumber(span.from, zone);
    const key = [day, wall.format(span.from), lasts, wall.format(span.to), sameness(span)].join(' ');
    const group = groups.get(key);
    if (group) group.again.push(span);
    else groups.set(key, { first: span, again: [] });
  }
  return [...groups.values()];
}
