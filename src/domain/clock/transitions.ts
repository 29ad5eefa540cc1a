import type { RosterEntry } from '../desk';
import { stretchesOf } from './stretches';

/** What an agent sees of their schedule: the next changes that will really happen if they do nothing. */
export interface PresenceChange {
  at: number;
  to: 'online' | 'expected' | 'offline';
}

const SHOWN = 4;

/** The next four, after `now` (epoch ms), ascending; of two at one moment only what holds then. */
export function nextTransitions(entry: RosterEntry, now: number): PresenceChange[] {
  const changes = stretchesOf(entry).flatMap((stretch): PresenceChange[] =>
    stretch.kind === 'online'
      ? [
          { at: stretch.from, to: 'online' },
          { at: stretch.to, to: 'offline' },
        ]
      : [
          { at: stretch.from, to: 'expected' },
          { at: stretch.until, to: 'offline' },
        ],
  );
  const later = changes.filter(({ at }) => at > now && Number.isFinite(at)).sort((a, b) => a.at - b.at);
  // Where something begins, what ended then is not an end.
  const holding = later.filter(
    (change) => change.to !== 'offline' || !later.some(({ at, to }) => at === change.at && to !== 'offline'),
  );
  return holding.slice(0, SHOWN);
}
