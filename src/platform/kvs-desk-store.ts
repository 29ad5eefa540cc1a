import { kvs } from '@forge/kvs';
import type { Desk } from '../domain/desk';
import type { LogEntry } from '../domain/log-entry';
import { UnreadableRecord, type Clock, type Log } from '../ports';
import type { DeskListing, DeskStore } from '../storage-ports';
import { decodeDesk, encodeDesk, type DeskRecord } from './desk-record';
import { ofEntity, readBatch } from './kvs-batch';
import { historyRow } from './kvs-log-store';
import { readPrefix } from './kvs-prefix';
import { perInstallation } from './per-installation';
import { publicChanges, type ProjectRecord } from './public-records';
import { PROJECT_PREFIX, storageCall, storageCommit, storageKey } from './storage';
import { isAbsent, unchangedSince } from './unchanged-since';

/** Desks in Forge's storage: one custom entity each, changed by compare-and-set in a transaction. */
export function kvsDeskStore(clock: Clock, report: Pick<Log, 'error'>): DeskStore {
  const readable = (projectId: string, stored: unknown): Desk => {
    try {
      return decodeDesk(projectId, stored);
    } catch (error) {
      reportOnce(report, projectId, error);
      throw error;
    }
  };

  async function read(projectId: string): Promise<Desk | null> {
    const stored = await storageCall(clock, () => kvs.entity<DeskRecord>('desk').get(projectId));
    return isAbsent(stored) ? null : readable(projectId, stored);
  }

  const listed = async (key: string): Promise<string | null> => {
    const found = await storageCall(clock, () => kvs.get<ProjectRecord>(key));
    return found?.chatEnabled ? found.widgetId : null;
  };

  return {
    read,
    async readMany(projectIds) {
      const desks = new Map<string, Desk>();
      for (const [projectId, stored] of await readBatch(clock, ofEntity('desk', projectIds))) {
        if (isAbsent(stored)) continue;
        try {
          desks.set(projectId, readable(projectId, stored));
        } catch (error) {
          if (!(error instanceof UnreadableRecord)) throw error;
        }
      }
      return desks;
    },
    commit: (before, after, log, logDays) => commit(clock, before, after, log, logDays),
    list: () => list(clock),
    widgetOfProject: (projectId) => listed(storageKey.project(projectId)),
    widgetOfServiceDesk: (serviceDeskId) => listed(storageKey.serviceDesk(serviceDeskId)),
  };
}

async function commit(
  clock: Clock,
  before: Desk | null,
  after: Desk,
  log: LogEntry[],
  logDays: number,
): ReturnType<DeskStore['commit']> {
  const { set, remove } = publicChanges(before, after, clock.now());
  const place = { entityName: 'desk', key: after.projectId, rev: before?.rev ?? null };
  const seen = await unchangedSince(clock, place);
  const transaction = kvs.transact().set(after.projectId, encodeDesk(after), seen);
  for (const [key, value] of set) transaction.set(key, value);
  for (const key of remove) transaction.delete(key);
  if (log.length > 0) {
    const { key, row } = historyRow(after, log, clock.now());
    transaction.set(key, row, { entityName: 'history' }, { ttl: { value: logDays, unit: 'DAYS' } });
  }
  return storageCommit(clock, () => transaction.execute());
}

async function list(clock: Clock): Promise<DeskListing[]> {
  const rows = await readPrefix<ProjectRecord>(clock, PROJECT_PREFIX);
  return rows.map(({ value: { projectId, chatEnabled } }) => ({ projectId, chatEnabled }));
}

const reportedBefore = perInstallation(() => new Set<string>());

/** An unreadable record is read again and again: one line a process is enough. */
function reportOnce(report: Pick<Log, 'error'>, projectId: string, error: unknown): void {
  const reported = reportedBefore();
  if (reported.has(projectId)) return;
  reported.add(projectId);
  report.error('a stored desk cannot be read: broken, or of a newer version; it stays as it is', {
    projectId,
    cause: String(error instanceof Error ? error.cause : error).slice(0, 500),
  });
}
