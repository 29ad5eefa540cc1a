import { noEntry, type RosterEntry } from '../desk';
import type { LogEntry } from '../log-entry';
import { stretchesOf } from './stretches';

/**
 * What the log has not told yet of somebody who came online by schedule, for which nothing has to run; told with their next
 * change, or by the sweep.
 */
export function noteStarts(
  entry: RosterEntry | undefined,
  accountId: string,
  now: number,
): { entry: RosterEntry; log: LogEntry[] } {
  if (!entry?.schedule) return { entry: entry ?? noEntry(now), log: [] };
  const { notedAt = entry.schedule.savedAt } = entry;
  const log = stretchesOf(entry)
    .filter((each) => each.kind === 'online' && each.why === 'by-schedule')
    .filter(({ from }) => notedAt < from && from <= now)
    .map(({ from, to }): LogEntry => ({
      event: 'went-online',
      at: from,
      actor: accountId,
      subject: null,
      until: to,
      bySchedule: true,
    }));
  return { entry: log.length === 0 ? entry : { ...entry, notedAt: now }, log };
}
