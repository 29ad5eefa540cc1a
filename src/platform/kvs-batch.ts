import { kvs, MetadataField, type SetOptions } from '@forge/kvs';
import { PlatformFault, type Clock } from '../ports';
import { isExpired } from './expiry';
import { storageCall } from './storage';

/** Forge accepts 25 keys in a batch. */
const BATCH = 25;

/** Forge's table of codes has the one, its package the other. */
const ABSENT: ReadonlySet<string> = new Set(['NOT_FOUND', 'KEY_NOT_FOUND']);

const WITH_EXPIRY = { metadataFields: [MetadataField.EXPIRE_TIME] };

/** Of an entity, or a plain record. */
export interface StoredAt {
  key: string;
  entityName?: string;
}

export const ofEntity = (entityName: string, keys: string[]): StoredAt[] =>
  keys.map((key) => ({ key, entityName }));

export const plain = (keys: string[]): StoredAt[] => keys.map((key) => ({ key }));

/**
 * The values of those that exist and have not expired, by their keys: no two places may have the same. Up to 25 are one
 * call. Throws PlatformFault when any cannot be read.
 */
export async function readBatch(clock: Clock, places: StoredAt[]): Promise<Map<string, unknown>> {
  const answers = await Promise.all(
    inBatches(places).map((batch) =>
      storageCall(clock, () =>
        kvs.batchGet<unknown>(batch.map((place) => ({ ...place, options: WITH_EXPIRY }))),
      ),
    ),
  );
  const failed = answers.flatMap(({ failedKeys }) => failedKeys).find(({ error }) => !ABSENT.has(error.code));
  if (failed) throw new PlatformFault(`storage failed: ${failed.error.code}`);
  const now = clock.now();
  return new Map(
    answers
      .flatMap(({ successfulKeys }) => successfulKeys)
      .filter(({ expireTime }) => !isExpired(expireTime, now))
      .map(({ key, value }) => [key, value]),
  );
}

/** Stores plain records, 25 in a call; throws PlatformFault when any was not. */
export async function writeBatch(
  clock: Clock,
  records: { key: string; value: object }[],
  options: SetOptions,
): Promise<void> {
  for (const batch of inBatches(records)) {
    const { failedKeys } = await storageCall(clock, () =>
      kvs.batchSet(batch.map((record) => ({ ...record, options }))),
    );
    const [failed] = failedKeys;
    if (failed) throw new PlatformFault(`storage failed: ${failed.error.code}`);
  }
}

const inBatches = <T>(items: T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );
