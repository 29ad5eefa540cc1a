import type { Desk } from '../desk';
import type { Span } from '../span';
import { closedPieces, type Closed } from './closure';
import type { Hours } from './schedule';
import { inBoth, isWithin, slotSpans, united, without } from './slot-spans';
import type { Edge, Promised, Shown } from './shown';
import { shownIn } from './shown-table';
import { stretchesOf, type CallStretch } from './stretches';

/** What a desk will show if nobody does anything, between two instants (epoch ms). */
export interface Outlook {
  shown: Shown;
  /** Ascending: what is shown from then on. */
  edges: Edge[];
  /** What depends on somebody’s answer, ascending; what another one makes needless is left out. */
  promised: Promised[];
  closed: Closed[];
}

/** When hours let the chat be seen; in the mode `customer` pages decide it. */
export const openSpans = ({ mode, zone, slots, holidays }: Hours, from: number, to: number): Span[] =>
  mode === 'project'
    ? slotSpans({ zone, slots, daysOff: holidays }, from, to)
    : [{ from: -Infinity, to: Infinity }];

export function outlook(
  desk: Pick<Desk, 'roster' | 'closures'> & { settings: { hours?: Hours } },
  from: number,
  until: number,
): Outlook {
  const stretches = Object.values(desk.roster).flatMap(stretchesOf);
  const people = united(stretches.filter(({ kind, to }) => kind === 'online' && to > from));
  const calls = stretches.filter((each) => each.kind === 'call').filter((call) => call.until > from);
  const closed = closedPieces(desk.closures ?? []).filter(({ to }) => to > from);
  const { hours } = desk.settings;
  const open = hours ? openSpans(hours, from, until) : [{ from: -Infinity, to: Infinity }];
  const seen = without(open, united(closed));
  const online = inBoth(seen, people);
  const shownAt = (at: number): Shown =>
    shownIn(PEOPLE_ALONE, {
      inHours: isWithin(open, at),
      closed: isWithin(closed, at),
      online: isWithin(people, at),
    });
  const times = new Set(
    [...open, ...closed, ...people]
      .flatMap((span) => [span.from, span.to])
      .filter((at) => at > from && at < until),
  );
  const edges: Edge[] = [];
  const first = shownAt(from);
  for (const at of [...times].sort((a, b) => a - b)) {
    const shown = shownAt(at);
    if (shown !== (edges.at(-1)?.shown ?? first)) edges.push({ at, shown });
  }
  const promised = calls.flatMap((call) => promisedBy(call, seen));
  return { shown: first, edges, promised: needed(promised, online), closed };
}

/** Whether nobody is there or nothing is drawn is told apart when it is read. */
const PEOPLE_ALONE = { hideWhenOffline: false };

/** A call is kept from when the desk can be seen: each time it is, until the call is over, or it can't be seen again. */
function promisedBy({ from, until, to }: CallStretch, seen: readonly Span[]): Promised[] {
  const promised: Promised[] = [];
  for (const span of seen) {
    if (span.to <= from) continue;
    if (span.from >= to) break;
    promised.push({ at: Math.max(from, span.from), until: Math.min(until, span.to) });
    if (span.to >= until) break;
  }
  return promised;
}

/** Without those that never are the first: another is promised no later and for no shorter, or somebody certain is there. */
function needed(promised: readonly Promised[], online: readonly Span[]): Promised[] {
  const kept: Promised[] = [];
  for (const each of [...promised].sort((a, b) => a.at - b.at || b.until - a.until)) {
    if ((kept.at(-1)?.until ?? -Infinity) >= each.until) continue;
    if (online.some(({ from, to }) => from <= each.at && each.at < to && each.until <= to)) continue;
    kept.push(each);
  }
  return kept;
}
