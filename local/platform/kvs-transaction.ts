import { groupTest } from './kvs-conditions';
import type { KvsEntities } from './kvs-entities';
import { badRequest, KvsError } from './kvs-error';
import type { TransactionRequest } from './kvs-requests';
import type { KvsSpace } from './kvs-space';
import { checkKey, encodeValue, expiryOf } from './kvs-values';
import { TRANSACTION_BYTES, TRANSACTION_OPERATIONS } from './limits';

export interface TransactionContext {
  entities: KvsEntities;
  /** The plain namespace, or an entity's. */
  spaceOf(entityName: string | undefined): KvsSpace;
  now: number;
  /** No condition holds for an entity that is absent. */
  absentRefused: boolean;
}

/** Checks everything, then applies everything or nothing. Returns the bytes written. */
export function transact(
  request: TransactionRequest,
  { entities, spaceOf, now, absentRefused }: TransactionContext,
): number {
  const operations = [...request.set, ...request.delete, ...request.check];
  if (operations.length === 0 || operations.length > TRANSACTION_OPERATIONS) {
    throw badRequest('INVALID_TRANSACTION', `A transaction takes 1 to ${TRANSACTION_OPERATIONS} operations`);
  }
  const seen = new Set<string>();
  for (const { key, entityName } of operations) {
    checkKey(key);
    const identity = JSON.stringify([entityName, key]);
    if (seen.has(identity))
      throw badRequest('INVALID_TRANSACTION', 'A key may occur only once in a transaction');
    seen.add(identity);
  }
  if (request.check.some(({ entityName, conditions }) => !entityName || !conditions)) {
    throw badRequest('INVALID_TRANSACTION', 'A check needs an entity and conditions');
  }

  const writes = request.set.map(({ key, entityName, value, options }) => {
    if (entityName !== undefined) entities.checkValue(entities.definition(entityName), value);
    return {
      key,
      space: spaceOf(entityName),
      json: encodeValue(value),
      expireAt: expiryOf(options?.ttl, now),
    };
  });
  const bytes = writes.reduce((sum, { json }) => sum + Buffer.byteLength(json), 0);
  if (bytes > TRANSACTION_BYTES) {
    throw badRequest('MAX_SIZE', `A transaction must not be larger than ${TRANSACTION_BYTES} bytes`);
  }

  for (const { key, entityName, conditions } of operations) {
    if (!conditions) continue;
    if (entityName === undefined) throw badRequest('INVALID_TRANSACTION', 'Conditions need an entity');
    const definition = entities.definition(entityName);
    const holds = groupTest(conditions, (attribute) => entities.typeOf(definition, attribute));
    const row = spaceOf(entityName).get(key);
    const isMet = row
      ? holds(JSON.parse(row.json) as Record<string, unknown>)
      : !absentRefused && holds(undefined);
    if (!isMet) {
      // Status and code are a guess, the documentation names none: apps must not depend on them.
      throw new KvsError(
        409,
        'TRANSACTION_CONDITION_FAILED',
        `A condition of the transaction is not met: ${key}`,
      );
    }
  }

  for (const { key, space, json, expireAt } of writes) space.put(key, json, expireAt);
  for (const { key, entityName } of request.delete) spaceOf(entityName).delete(key);
  return bytes;
}
