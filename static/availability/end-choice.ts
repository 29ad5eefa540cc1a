import type { Panel } from '../../src/contract/panel';
import { nextOccurrences } from './next-occurrences';

const MINUTE = 60_000;
const OFFERED_MINUTES = [30, 60, 120, 240];

/** "For how long" (rule S3), in minutes: open = until I go offline, or the site's longest time where there is one. */
export type EndChoice = 'open' | number;

type Bounds = Pick<Panel, 'longestMinutes' | 'preferences'>;

/** What to offer, shortest first; nothing that the site's longest time forbids. */
export function endChoices({ longestMinutes, preferences }: Bounds): EndChoice[] {
  const minutes = new Set(OFFERED_MINUTES);
  if (preferences.minutes !== null) minutes.add(preferences.minutes);
  const allowed = [...minutes]
    .filter((each) => longestMinutes === null || each < longestMinutes)
    .sort((a, b) => a - b);
  return [...allowed, 'open'];
}

/** What is chosen before the agent chooses: what they took last time, if it is still allowed. */
export function firstChoice(bounds: Bounds): EndChoice {
  const { minutes } = bounds.preferences;
  return minutes !== null && endChoices(bounds).includes(minutes) ? minutes : 'open';
}

/** When an online time with this end (epoch ms; null: until I go offline) is over, were it begun at `now`. */
export const effectiveEnd = (end: number | null, longestMinutes: number | null, now: number): number | null =>
  end ?? latestEnd(longestMinutes, now);

/** When a choice of "for how long" would be over, were it made at `now`; null: no end. */
export const endOfChoice = (choice: EndChoice, now: number): number | null =>
  choice === 'open' ? null : now + choice * MINUTE;

/** The end of my working hours (epoch ms), where I have some and the site allows to stay as long; null: not to be offered. */
export function workingHoursEnd(
  { me, longestMinutes }: Pick<Panel, 'me' | 'longestMinutes'>,
  now: number,
): number | null {
  const end = me.workEnds === undefined ? NaN : Date.parse(me.workEnds);
  const longest = latestEnd(longestMinutes, now) ?? Infinity;
  return end > now && end <= longest ? end : null;
}

export type PickedEnd =
  /**
   * Epoch ms. `tomorrow`: that time is over for today, so it is to be asked about. `again`: clocks go back and show it
   * once more, so which of the two is to be asked.
   */
  | { ok: true; end: number; tomorrow: boolean; again: number | null }
  /** `passed`: over for today, and tomorrow is longer than the site allows. */
  | { ok: false; problem: 'no-time' | 'too-late' | 'passed' };

/** When a wall clock next shows `time` ("17:00"), unless that is longer than the site allows. */
export function pickedEnd(time: string, now: number, longestMinutes: number | null): PickedEnd {
  const [end, second] = nextOccurrences(time, now);
  if (end === undefined) return { ok: false, problem: 'no-time' };
  const tomorrow = new Date(end).toDateString() !== new Date(now).toDateString();
  const longest = latestEnd(longestMinutes, now);
  if (longest !== null && end > longest) return { ok: false, problem: tomorrow ? 'passed' : 'too-late' };
  const again = second !== undefined && (longest === null || second <= longest) ? second : null;
  return { ok: true, end, tomorrow, again };
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
