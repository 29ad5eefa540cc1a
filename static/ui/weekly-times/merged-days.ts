import type { DayOff } from '../../../src/domain/clock/schedule';

/** What is there and those that are not yet, by their first day. */
export function mergedDays(there: readonly DayOff[], more: readonly DayOff[]): DayOff[] {
  const known = new Set(there.map(({ from, to }) => `${from} ${to}`));
  const fresh = more.filter(({ from, to }) => !known.has(`${from} ${to}`));
  if (fresh.length === 0) return [...there];
  return [...there, ...fresh].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
