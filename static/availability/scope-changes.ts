import type { MyProject, Panel } from '../../src/contract/panel';
import { effectiveEnd } from './end-choice';

/** What going online in all of my projects would do. */
export interface ScopeChanges {
  /** Where I am offline. */
  starts: MyProject[];
  /** Where I am online until another time. */
  moves: MyProject[];
  /** When it all ends, epoch ms; null: no end is set. */
  end: number | null;
}

/** Ends are kept in whole seconds, and shown in minutes. */
const SAME_END_MS = 60_000;

export function scopeChanges(
  panel: Pick<Panel, 'projects' | 'longestMinutes'>,
  chosen: number | null,
  now: number,
): ScopeChanges {
  const end = effectiveEnd(chosen, panel.longestMinutes, now);
  const mine = panel.projects.filter(({ isAgent }) => isAgent);
  return {
    starts: mine.filter(({ online }) => !online),
    moves: mine.filter(({ online, until }) => online && !isSameEnd(until, end)),
    end,
  };
}

function isSameEnd(until: string | null, end: number | null): boolean {
  if (until === null || end === null) return until === end;
  return Math.abs(Date.parse(until) - end) < SAME_END_MS;
}
