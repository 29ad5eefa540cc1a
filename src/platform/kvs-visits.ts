import { kvs, Sort, WhereConditions } from '@forge/kvs';
import type { Visits } from '../conversation-ports';
import { HERE_PAGE } from '../domain/inbox-limits';
import type { Clock } from '../ports';
import type { ConversationRecord } from './conversation-record';
import { ofEntity, readBatch } from './kvs-batch';
import { storageCall, storagePage } from './storage';

/** When the page of a conversation's visitor was last heard of. */
interface VisitRecord {
  project: string;
  /** ISO: text sorts. */
  heard: string;
}

/** Who is here now is a list of its own: a visitor's page says so every minute, and its chat does not change by it. */
export const kvsVisits = (clock: Clock): Visits => ({
  async here(ids) {
    const found = await readBatch(clock, ofEntity('visit', ids));
    return new Map(
      [...found].flatMap(([id, stored]) => {
        const at = heardAt(stored);
        return at === null ? [] : [[id, at] as const];
      }),
    );
  },
  async hereSince(projectId, since, cursor) {
    const query = kvs
      .entity<VisitRecord>('visit')
      .query()
      .index('by-project', { partition: [projectId] })
      .where(WhereConditions.greaterThan(new Date(since).toISOString()))
      .sort(Sort.DESC)
      .limit(HERE_PAGE);
    const page = await storagePage(clock, cursor, () =>
      (cursor === null ? query : query.cursor(cursor)).getMany(),
    );
    return { ids: page.results.map(({ key }) => key), cursor: page.nextCursor ?? null };
  },
  async saveHere(id, at, projectId) {
    const project = projectId ?? (await projectOf(clock, id));
    if (project === null) return;
    const visit = { project, heard: new Date(at).toISOString() };
    await storageCall(clock, () =>
      kvs.entity<VisitRecord>('visit').set(id, visit, { ttl: { value: 1, unit: 'DAYS' } }),
    );
  },
});

/** What a poll has read did not say it. */
async function projectOf(clock: Clock, id: string): Promise<string | null> {
  const stored = await storageCall(clock, () =>
    kvs.entity<Partial<ConversationRecord>>('conversation').get(id),
  );
  return typeof stored?.project === 'string' ? stored.project : null;
}

/** When a stored visit says that the page was heard of; null: it says nothing. */
export function heardAt(stored: unknown): number | null {
  if (typeof stored !== 'object' || stored === null || !('heard' in stored)) return null;
  const at = typeof stored.heard === 'string' ? Date.parse(stored.heard) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
