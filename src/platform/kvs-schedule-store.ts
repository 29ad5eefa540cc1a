import { kvs } from '@forge/kvs';
import * as z from 'zod';
import { ROLL_CALLS, type Schedule } from '../domain/clock/schedule';
import { UnreadableRecord, type Clock } from '../ports';
import type { SavedSchedule, ScheduleStore } from '../storage-ports';
import { plain, readBatch } from './kvs-batch';
import { readPrefix } from './kvs-prefix';
import { SCHEDULE_PREFIX, storageCall, storageCommit, storageKey } from './storage';
import { slotRecord, dayOffRecord } from './stored-times';
import { unchangedSince } from './unchanged-since';

const schedule = z.object({
  zone: z.string(),
  slots: z.array(slotRecord),
  daysOff: z.array(dayOffRecord),
  rollCall: z.enum(ROLL_CALLS),
  leftOut: z.array(z.string()),
}) satisfies z.ZodType<Schedule>;

const record = z.object({
  rev: z.number().int().positive(),
  savedAt: z.number().int().nonnegative(),
  schedule,
}) satisfies z.ZodType<SavedSchedule>;

function readable(accountId: string, stored: unknown): SavedSchedule {
  const parsed = record.safeParse(stored);
  if (!parsed.success) throw new UnreadableRecord(`schedule of ${accountId}`, { cause: parsed.error });
  return parsed.data;
}

/** One record of an agent; its revision beside it takes the condition (docs/decisions/009-revisions-of-plain-records.md). */
export function kvsScheduleStore(clock: Clock): ScheduleStore {
  return {
    async read(accountId) {
      const stored = await storageCall(clock, () => kvs.get(storageKey.schedule(accountId)));
      return stored === undefined ? null : readable(accountId, stored);
    },
    async readMany(accountIds) {
      const found = await readBatch(clock, plain(accountIds.map(storageKey.schedule)));
      return new Map(
        [...found].map(([key, stored]) => {
          const accountId = key.slice(SCHEDULE_PREFIX.length);
          return [accountId, readable(accountId, stored)];
        }),
      );
    },
    async commit(accountId, saved) {
      const key = storageKey.schedule(accountId);
      const { rev } = saved;
      const before = rev === 1 ? null : rev - 1;
      const seen = await unchangedSince(clock, { entityName: 'revision', key, rev: before });
      const transaction = kvs.transact().set(key, { rev }, seen).set(key, saved);
      return storageCommit(clock, () => transaction.execute());
    },
    async accounts() {
      return (await readPrefix(clock, SCHEDULE_PREFIX)).map(({ key }) => key.slice(SCHEDULE_PREFIX.length));
    },
    async erase(accountId) {
      const key = storageKey.schedule(accountId);
      await storageCall(clock, () => kvs.delete(key));
      await storageCall(clock, () => kvs.entity('revision').delete(key));
    },
  };
}
