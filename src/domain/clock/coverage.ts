import type { Desk } from '../desk';
import type { Span } from '../span';
import { closedPieces } from './closure';
import { openSpans } from './outlook';
import { isWithin, united } from './slot-spans';
import { shownIn } from './shown-table';
import { stretchesOf, type Stretch } from './stretches';

type CoverageShown = 'online' | 'expected' | 'offline' | 'hidden' | 'closed';

/** Between two changes: what customers see, and who is there or expected. */
interface CoverageSpan extends Span {
  shown: CoverageShown;
  agents: string[];
  /** Those of them who have yet to say that they are there. */
  toConfirm: string[];
}

export interface Coverage {
  spans: CoverageSpan[];
  /** Customers see the chat, it isn't closed, and nobody is there. */
  gaps: Span[];
  /** The same with one person. */
  singles: (Span & { agent: string })[];
}

interface Present extends Span {
  agent: string;
  isCertain: boolean;
}

/**
 * Everybody's times against what customers will see, from `from` (now, epoch ms) to `to` (rule H6). Who has to say that they
 * are there counts as expected for the whole of their slot.
 */
export function coverage(desk: Desk, from: number, to: number): Coverage {
  const { hours } = desk.settings;
  const open = openSpans(hours, from, to);
  const closed = united(closedPieces(desk.closures ?? []));
  const present = Object.entries(desk.roster)
    .flatMap(([agent, entry]) => stretchesOf(entry).flatMap((stretch) => presentBy(agent, stretch, from)))
    .filter((each) => each.to > from && each.from < to);
  const times = [...open, ...closed, ...present].flatMap((each) => [each.from, each.to]);
  const inside = [...new Set([from, ...times, to])]
    .filter((at) => at >= from && at <= to)
    .sort((a, b) => a - b);
  const spans: CoverageSpan[] = [];
  for (const [index, begin] of inside.entries()) {
    const end = inside[index + 1];
    if (end === undefined) break;
    const there = present.filter((each) => each.from <= begin && begin < each.to);
    const agents = [...new Set(there.map(({ agent }) => agent))].sort();
    const certain = new Set(there.filter(({ isCertain }) => isCertain).map(({ agent }) => agent));
    const toConfirm = agents.filter((agent) => !certain.has(agent));
    const state = shownIn(desk.settings, {
      inHours: isWithin(open, begin),
      closed: isWithin(closed, begin),
      online: there.length > 0,
    });
    const shown = state === 'online' && certain.size === 0 ? 'expected' : state;
    const last = spans.at(-1);
    const isSame =
      last?.shown === shown &&
      last.agents.join(' ') === agents.join(' ') &&
      last.toConfirm.join(' ') === toConfirm.join(' ');
    if (isSame) last.to = end;
    else spans.push({ from: begin, to: end, shown, agents, toConfirm });
  }
  const alone = spans.flatMap(({ shown, agents: [agent, other], ...span }) =>
    agent !== undefined && other === undefined && /online|expected/.test(shown)
      ? [{ from: span.from, to: span.to, agent }]
      : [],
  );
  const singles: Coverage['singles'] = [];
  for (const each of alone) {
    const last = singles.at(-1);
    if (last?.to === each.from && last.agent === each.agent) last.to = each.to;
    else singles.push({ ...each });
  }
  return { spans, gaps: united(spans.filter(({ shown }) => shown === 'offline').map(spanOf)), singles };
}

const spanOf = ({ from, to }: Span): Span => ({ from, to });

function presentBy(agent: string, stretch: Stretch, now: number): Present[] {
  const { from, to } = stretch;
  if (stretch.kind === 'online') return [{ agent, from, to, isCertain: true }];
  // Nobody answered in time: not expected any more.
  return stretch.why === 'roll-call' && stretch.until > now ? [{ agent, from, to, isCertain: false }] : [];
}
