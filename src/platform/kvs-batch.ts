import { kvs } from '@forge/kvs';
import { PlatformFault, type Clock } from '../ports';
import { storageCall } from './storage';

/** Forge accepts 25 keys in a batch. */
const BATCH = 25;

/** Forge's table of codes has the one, its package the other. */
const ABSENT: ReadonlySet<string> = new Set(['NOT_FOUND', 'KEY_NOT_FOUND']);

/** The values of those keys that exist: plain ones, or of an entity. Throws PlatformFault when any cannot be read. */
export async function readBatch(
  clock: Clock,
  keys: string[],
  entityName?: string,
): Promise<Map<string, unknown>> {
  const batches: string[][] = [];
  for (let start = 0; start < keys.length; start += BATCH) batches.push(keys.slice(start, start + BATCH));
  const answers = await Promise.all(
    batches.map((batch) =>
      storageCall(clock, () =>
        kvs.batchGet<unknown>(batch.map((key) => (entityName === undefined ? { key } : { key, entityName }))),
      ),
    ),
  );
  const failed = answers.flatMap(({ failedKeys }) => failedKeys).find(({ error }) => !ABSENT.has(error.code));
  if (failed) throw new PlatformFault(`storage failed: ${failed.error.code}`);
  return new Map(
    answers.flatMap(({ successfulKeys }) => successfulKeys.map(({ key, value }) => [key, value])),
  );
}
