import type { Span } from '../span';
import { united } from './slot-spans';

/** The desk is closed for a time, whoever is there (rule H4). Instants are epoch ms, whole seconds. */
export interface Closure extends Span {
  id: string;
  /** For customers; null: nothing beyond that it is closed, and until when. */
  message: string | null;
  by: string;
}

/** While nothing else begins or ends: the words of the closure that began last, until the desk is open again. */
export interface Closed extends Span {
  /** The end of all closures that run into each other. */
  opensAt: number;
  message: string | null;
}

/** When the desk is closed, ascending, each piece with what customers are told of it. */
export function closedPieces(closures: readonly Closure[]): Closed[] {
  const pieces: Closed[] = [];
  for (const whole of united(closures)) {
    const inside = closures.filter(({ from, to }) => from < whole.to && to > whole.from);
    const times = [...new Set(inside.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
    for (const [index, from] of times.entries()) {
      const to = times[index + 1];
      if (to === undefined) break;
      const [told] = inside
        .filter((each) => each.from <= from && each.to > from)
        .sort((a, b) => b.from - a.from || b.id.localeCompare(a.id));
      const message = told?.message ?? null;
      const last = pieces.at(-1);
      if (last?.to === from && last.message === message) last.to = to;
      else pieces.push({ from, to, opensAt: whole.to, message });
    }
  }
  return pieces;
}
