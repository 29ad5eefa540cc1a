import type { MySchedule } from '../../src/contract/clock';
import type { Schedule } from '../../src/domain/clock/schedule';
import { browserStore, type BrowserStore } from '../app/browser/browser-store';

/** What was typed and not saved, and the version that it was typed on top of. */
export interface KeptSchedule {
  base: Pick<MySchedule, 'schedule' | 'rev'>;
  draft: Schedule;
}

export interface ScheduleKeeper {
  /** Null: there is nothing, or the browser keeps nothing. */
  read(): KeptSchedule | null;
  write(kept: KeptSchedule | null): void;
}

const PREFIX = 'frontdesk.schedule.';

/**
 * In the browser, for as long as the tab lives: a click beside Jira's dialog closes it, and asks nobody. Whoever else was
 * logged in here before leaves nothing behind.
 */
export function scheduleKeeper(
  accountId: string,
  store: BrowserStore = browserStore('sessionStorage'),
): ScheduleKeeper {
  const key = `${PREFIX}${accountId}`;
  for (const other of store.keys(PREFIX)) if (other !== key) store.write(other, null);
  return {
    read: () => parse(store.read(key)),
    write: (kept) => void store.write(key, kept && JSON.stringify(kept)),
  };
}

function parse(stored: string | null): KeptSchedule | null {
  try {
    const kept = JSON.parse(stored ?? 'null') as KeptSchedule | null;
    return kept && typeof kept.base.rev === 'number' && isSchedule(kept.draft) ? kept : null;
  } catch {
    return null;
  }
}

/** By the version before, or by nobody of ours. */
const isSchedule = ({ zone, slots, daysOff, leftOut, rollCall }: Partial<Schedule>): boolean =>
  [zone, rollCall].every((each) => typeof each === 'string') &&
  [slots, daysOff, leftOut].every((each) => Array.isArray(each));
