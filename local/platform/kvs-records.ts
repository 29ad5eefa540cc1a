import { answer, done, type KvsAnswer } from './kvs-answer';
import type { KvsEntities } from './kvs-entities';
import { keyNotFound, KvsError } from './kvs-error';
import type { SetRequest } from './kvs-requests';
import type { KvsSpace } from './kvs-space';
import { checkKey, encodeValue, expiryOf } from './kvs-values';

/** What is done with one record. */

export function getRecord(space: KvsSpace, key: unknown): KvsAnswer {
  const row = typeof key === 'string' ? space.get(key) : undefined;
  // What is stored has a key that can be.
  if (row) return answer(row.answer, row.bytes);
  checkKey(key);
  throw keyNotFound();
}

export function setRecord(
  space: KvsSpace,
  request: SetRequest,
  entities: KvsEntities,
  now: number,
): KvsAnswer {
  const { key, entityName, value, options } = request;
  checkKey(key);
  if (entityName !== undefined) entities.checkValue(entities.definition(entityName), value);
  const json = encodeValue(value);
  const expireAt = expiryOf(options?.ttl, now);
  const previous = space.get(key);
  // An expired record that is not deleted yet still is in the way: a TTL makes no lock that opens by itself.
  if (options?.keyPolicy === 'FAIL_IF_EXISTS' && previous) {
    throw new KvsError(409, 'KEY_CONFLICT', 'Key already exists');
  }
  const row = space.put(key, json, expireAt);
  const written = row.bytes;
  const returned = options?.returnValue === 'PREVIOUS' ? previous : row;
  return options?.returnValue && returned ? answer(returned.answer, 0, written) : done(written);
}

export function removeRecord(space: KvsSpace, key: string): KvsAnswer {
  checkKey(key);
  if (!space.delete(key)) throw keyNotFound();
  return done(0);
}
