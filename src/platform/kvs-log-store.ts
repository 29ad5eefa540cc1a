import { kvs, MetadataField, Sort, WhereConditions } from '@forge/kvs';
import type { Desk } from '../domain/desk';
import { LOG_PAGE, LOG_PAGE_MANY } from '../domain/limits';
import { ERASED_PERSON, type LogEntry } from '../domain/log-entry';
import type { Clock } from '../ports';
import type { LogStore } from '../storage-ports';
import { isExpired } from './expiry';
import { storageCall, storagePage } from './storage';

/** What one commit wrote to the log. `at` sorts as text. */
export interface HistoryRow {
  project: string;
  at: string;
  entry: LogEntry[];
}

/** The revision makes the key: a commit that is repeated writes the same row. */
export const historyRow = (desk: Desk, log: LogEntry[], now: number): { key: string; row: HistoryRow } => ({
  key: `${desk.projectId}:${String(desk.rev)}`,
  row: { project: desk.projectId, at: new Date(now).toISOString(), entry: log },
});

interface StoredRow {
  key: string;
  value: HistoryRow;
  expireTime?: string;
}

/** Newest first. */
const entriesOf = (rows: StoredRow[]): LogEntry[] => rows.flatMap(({ value }) => value.entry.toReversed());

/** The log in Forge's storage: rows expire by themselves, read as gone at once (the platform takes up to 48 h). */
export function kvsLogStore(clock: Clock): LogStore {
  async function rows(
    projectId: string,
    cursor: string | null,
    limit = LOG_PAGE,
    since: number | null = null,
  ): Promise<{ rows: StoredRow[]; cursor: string | null }> {
    const every = kvs
      .entity<HistoryRow>('history')
      .query({ metadataFields: [MetadataField.EXPIRE_TIME] })
      .index('by-project', { partition: [projectId] })
      .sort(Sort.DESC)
      .limit(limit);
    const query =
      since === null ? every : every.where(WhereConditions.greaterThanEqualTo(new Date(since).toISOString()));
    const page = await storagePage(clock, cursor, () =>
      (cursor === null ? query : query.cursor(cursor)).getMany(),
    );
    const now = clock.now();
    const alive = page.results.filter(({ expireTime }) => !isExpired(expireTime, now));
    return { rows: alive, cursor: page.nextCursor ?? null };
  }

  async function* all(projectId: string): AsyncGenerator<StoredRow> {
    let cursor: string | null = null;
    do {
      const page: { rows: StoredRow[]; cursor: string | null } = await rows(projectId, cursor);
      yield* page.rows;
      cursor = page.cursor;
    } while (cursor !== null);
  }

  return {
    async page(projectId, cursor, isLarge = false) {
      const page = await rows(projectId, cursor, isLarge ? LOG_PAGE_MANY : LOG_PAGE);
      return { entries: entriesOf(page.rows), cursor: page.cursor };
    },
    async since(projectId, from, pages) {
      const found: StoredRow[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < pages; page++) {
        const next: { rows: StoredRow[]; cursor: string | null } = await rows(
          projectId,
          cursor,
          LOG_PAGE_MANY,
          from,
        );
        found.push(...next.rows);
        ({ cursor } = next);
        if (cursor === null) break;
      }
      const oldest = found.at(-1)?.value.at;
      const isCut = cursor !== null && oldest !== undefined;
      return { entries: entriesOf(found), from: isCut ? Date.parse(oldest) : from };
    },
    async accounts(projectId) {
      const found = new Set<string>();
      for await (const { value } of all(projectId)) {
        for (const { actor, subject } of value.entry) {
          if (actor !== null && actor !== ERASED_PERSON) found.add(actor);
          if (subject !== null && subject !== ERASED_PERSON) found.add(subject);
        }
      }
      return found;
    },
    async erase(projectId, accountId) {
      for await (const row of all(projectId)) await eraseIn(clock, row, accountId);
    },
  };
}

/** The row lives as long as it would have. */
async function eraseIn(
  clock: Clock,
  { key, value, expireTime }: StoredRow,
  accountId: string,
): Promise<void> {
  if (!value.entry.some(({ actor, subject }) => actor === accountId || subject === accountId)) return;
  const without = (id: string | null): string | null => (id === accountId ? ERASED_PERSON : id);
  const entry = value.entry.map((each) => ({
    ...each,
    actor: without(each.actor),
    subject: without(each.subject),
    ...(each.actor === accountId && each.reason != null && { reason: null }),
  }));
  const left = expireTime === undefined ? null : Math.ceil((Date.parse(expireTime) - clock.now()) / 1_000);
  const options = left === null ? undefined : { ttl: { value: Math.max(1, left), unit: 'SECONDS' as const } };
  await storageCall(clock, () => kvs.entity<HistoryRow>('history').set(key, { ...value, entry }, options));
}
