import { kvs } from '@forge/kvs';
import * as z from 'zod';
import type { SavedReply } from '../domain/saved-reply';
import { UnreadableRecord, type Clock } from '../ports';
import type { SavedRepliesStore } from '../storage-ports';
import { storageCall, storageCommit, storageKey } from './storage';
import { unchangedSince } from './unchanged-since';

const record = z.object({
  rev: z.number().int().positive(),
  replies: z.array(
    z.object({ id: z.string(), name: z.string(), text: z.string() }) satisfies z.ZodType<SavedReply>,
  ),
});

/** One record of a project; its revision beside it takes the condition (docs/decisions/009-revisions-of-plain-records.md). */
export function kvsSavedReplies(clock: Clock): SavedRepliesStore {
  return {
    async read(projectId) {
      const stored = await storageCall(clock, () => kvs.get(storageKey.savedReplies(projectId)));
      if (stored === undefined) return { rev: 0, replies: [] };
      const parsed = record.safeParse(stored);
      if (!parsed.success) throw new UnreadableRecord(`saved replies of ${projectId}`);
      return parsed.data;
    },
    async commit(projectId, saved) {
      const key = storageKey.savedReplies(projectId);
      const { rev } = saved;
      const before = rev === 1 ? null : rev - 1;
      const seen = await unchangedSince(clock, { entityName: 'revision', key, rev: before });
      const transaction = kvs.transact().set(key, { rev }, seen).set(key, saved);
      return storageCommit(clock, () => transaction.execute());
    },
  };
}
