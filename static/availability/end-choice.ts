import type { Panel } from '../../src/contract/panel';
import { nextOccurrence } from './next-occurrence';

const MINUTE = 60_000;
const OFFERED_MINUTES = [30, 60, 120, 240];

/** "For how long" (rule S3): open = until I go offline, or the site's longest time where there is one. */
export type EndChoice = 'open' | 'at-time' | number;

type Bounds = Pick<Panel, 'longestMinutes' | 'preferences'>;

/** What to offer, shortest first; nothing that the site's longest time forbids. */
export function endChoices({ longestMinutes, preferences }: Bounds): EndChoice[] {
  const minutes = new Set(OFFERED_MINUTES);
  if (preferences.minutes !== null) minutes.add(preferences.minutes);
  const allowed = [...minutes]
    .filter((each) => longestMinutes === null || each < longestMinutes)
    .sort((a, b) => a - b);
  return longestMinutes === null ? ['open', ...allowed, 'at-time'] : [...allowed, 'open', 'at-time'];
}

/** What is chosen before the agent chooses: what they took last time, if it is still allowed. */
export function firstChoice(bounds: Bounds): EndChoice {
  const { minutes } = bounds.preferences;
  return minutes !== null && endChoices(bounds).includes(minutes) ? minutes : 'open';
}

export type ChosenEnd =
  | { ok: true; /** Epoch ms; null: open. */ end: number | null }
  | { ok: false; problem: 'no-time' | 'too-late' };

/** When the online time would end if it began now. `time` is the picked wall time, "17:00". */
export function chosenEnd(
  choice: EndChoice,
  time: string,
  now: number,
  longestMinutes: number | null,
): ChosenEnd {
  if (choice === 'open') return { ok: true, end: null };
  if (choice !== 'at-time') return { ok: true, end: now + choice * MINUTE };
  const end = nextOccurrence(time, now);
  if (end === null) return { ok: false, problem: 'no-time' };
  const longest = latestEnd(longestMinutes, now);
  return longest !== null && end > longest ? { ok: false, problem: 'too-late' } : { ok: true, end };
}

export const latestEnd = (longestMinutes: number | null, now: number): number | null =>
  longestMinutes === null ? null : now + longestMinutes * MINUTE;

/** One hour more, or null where that is not to be had: without an end, or past the longest time. */
export function oneHourMore(until: string | null, now: number, longestMinutes: number | null): number | null {
  if (until === null) return null;
  const end = Date.parse(until) + 60 * MINUTE;
  const longest = latestEnd(longestMinutes, now);
  return longest !== null && end > longest ? null : end;
}
