import { kvs } from '@forge/kvs';
import {
  REFUSAL_READS_PER_MINUTE,
  REFUSALS_KEPT_MS,
  REFUSALS_NOTED_MS,
  SEEN_MS,
} from '../domain/start-limits';
import type { Clock, Log } from '../ports';
import type { RefusalMemory, SeenWidget } from '../protection-ports';
import { readPrefix } from './kvs-prefix';
import { perInstallation, remember } from './per-installation';
import { storageCall, storageKey } from './storage';
import { systemRandom } from './system';

const HOUR = 60 * 60_000;

/** Widgets, and projects, of which one process remembers anything. */
const REMEMBERED = 200;

/** Starts that were taken, of which one process remembers that they were. */
const TAKEN = 1_000;

/** Records of refusals that are read for a day: 24 hours of some tens of processes. */
const REFUSAL_ROWS = 1_000;

interface Recent<T> {
  at: number;
  value: T;
}

interface Memory {
  /** Part of a key: processes count apart. */
  process: string;
  widgets: Map<string, Recent<SeenWidget>>;
  secrets: Map<string, Recent<string | null>>;
  spent: { minute: number; reads: number };
  /** By id: of which minute, and how often. */
  taken: Map<string, { minute: number; count: number }>;
  /** By project: of which hour, how many, and when that was written down last. */
  refused: Map<string, { hour: number; count: number; notedAt: number }>;
}

const memory = perInstallation((): Memory => ({
  process: systemRandom.id(),
  widgets: new Map(),
  secrets: new Map(),
  spent: { minute: 0, reads: 0 },
  taken: new Map(),
  refused: new Map(),
}));

function recent<T>(known: Map<string, Recent<T>>, key: string, now: number): T | undefined {
  const found = known.get(key);
  return found && now >= found.at && now - found.at < SEEN_MS ? found.value : undefined;
}

/** In the memory of a process, apart by installation; of refusals a count is written down, as one key for each process. */
export const refusalMemory = (clock: Clock, report: Pick<Log, 'failure'>): RefusalMemory => ({
  seen: (widgetId, now) => recent(memory().widgets, widgetId, now) ?? null,
  see: (widgetId, value, now) => remember(memory().widgets, widgetId, { at: now, value }, REMEMBERED),
  secret: (projectId, now) => recent(memory().secrets, projectId, now),
  seeSecret: (projectId, value, now) => remember(memory().secrets, projectId, { at: now, value }, REMEMBERED),
  maySpend(reads, now) {
    const kept = memory();
    const minute = Math.floor(now / 60_000);
    if (kept.spent.minute !== minute) kept.spent = { minute, reads: 0 };
    if (kept.spent.reads + reads > REFUSAL_READS_PER_MINUTE) return false;
    kept.spent.reads += reads;
    return true;
  },
  noteTaken(startId, now) {
    const { taken } = memory();
    const count = taken.get(startId) ?? { minute: Math.floor(now / 60_000), count: 0 };
    remember(taken, startId, count, TAKEN);
  },
  again(startId, now) {
    const known = memory().taken.get(startId);
    if (!known) return 0;
    const minute = Math.floor(now / 60_000);
    if (known.minute !== minute) Object.assign(known, { minute, count: 0 });
    known.count += 1;
    return known.count;
  },
  async count(projectId, now) {
    const { process, refused } = memory();
    const hour = Math.floor(now / HOUR);
    const before = refused.get(projectId);
    const entry = before?.hour === hour ? before : { hour, count: 0, notedAt: before?.notedAt ?? 0 };
    entry.count += 1;
    remember(refused, projectId, entry, REMEMBERED);
    if (now - entry.notedAt < REFUSALS_NOTED_MS) return;
    entry.notedAt = now;
    const key = storageKey.refused(projectId, hour, process);
    const ttl = { value: REFUSALS_KEPT_MS / HOUR, unit: 'HOURS' as const };
    try {
      await storageCall(clock, () => kvs.set(key, entry.count, { ttl }));
    } catch (fault) {
      report.failure('a count of refused starts was not written down', fault);
    }
  },
  async refusedByHour(projectId) {
    const prefix = storageKey.refused(projectId, '', '');
    const counts = new Map<number, number>();
    for (const { key, value } of await readPrefix<unknown>(clock, prefix, REFUSAL_ROWS)) {
      const hour = Number(key.slice(prefix.length).split(':')[0]) * HOUR;
      if (typeof value === 'number' && Number.isSafeInteger(hour))
        counts.set(hour, (counts.get(hour) ?? 0) + value);
    }
    return counts;
  },
});
