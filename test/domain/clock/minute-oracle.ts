import { isWithin, slotSpans } from '../../../src/domain/clock/slot-spans';
import { stretchesOf } from '../../../src/domain/clock/stretches';
import type { Desk } from '../../../src/domain/desk';
import { onlineSession } from '../../../src/domain/presence';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What customers are to be told, by looking at each later minute. */
export function minuteOracle(desk: Desk, at: number) {
  const { hours: set } = desk.settings;
  const open =
    set.mode === 'project' ? slotSpans({ ...set, daysOff: set.holidays }, at - 9 * DAY, at + 9 * DAY) : null;
  const isClosed = (time: number): boolean => isWithin(desk.closures ?? [], time);
  const isOpen = (time: number): boolean => open === null || isWithin(open, time);
  const seen = (time: number): boolean => isOpen(time) && !isClosed(time);
  const entries = Object.values(desk.roster);
  const isOnline = (time: number): boolean => entries.some((each) => onlineSession(each, time) !== null);
  const calls = entries
    .flatMap(stretchesOf)
    .filter((each) => each.kind === 'call')
    .filter((call) => at < call.until);
  const state = !isOpen(at) ? 'hidden' : isClosed(at) ? 'closed' : isOnline(at) ? 'online' : 'offline';
  if (state === 'online') return { state, next: null, expected: false };
  let certain = at;
  while (!(seen(certain) && isOnline(certain)) && certain < at + 8 * DAY) certain += MINUTE;
  const promises = calls.flatMap(({ from, to }) => {
    let time = Math.max(at, from);
    while (!seen(time) && time < to) time += MINUTE;
    if (time >= to) return [];
    // Since when it has been so.
    while (time > from && seen(time - MINUTE)) time -= MINUTE;
    return [time];
  });
  const expected = Math.min(Infinity, ...promises);
  return { state, next: Math.min(certain, expected), expected: expected < certain };
}
