import { answer, type KvsAnswer } from './kvs-answer';
import { badRequest, KvsError } from './kvs-error';
import type { PointRequest, SetRequest } from './kvs-requests';
import { BATCH_KEYS, TRANSACTION_BYTES } from './limits';

/** Applies a call to each item; what one of them is refused, the others are not. */
export function answerBatch<T extends PointRequest>(items: T[], apply: (item: T) => KvsAnswer): KvsAnswer {
  if (items.length > BATCH_KEYS)
    throw badRequest('INVALID_BATCH', `A batch takes at most ${BATCH_KEYS} keys`);
  if (new Set(items.map(({ key, entityName }) => JSON.stringify([entityName, key]))).size < items.length) {
    throw badRequest('INVALID_BATCH', 'A key may occur only once in a batch');
  }
  const successful: string[] = [];
  const failed: unknown[] = [];
  let [bytesRead, bytesWritten] = [0, 0];
  for (const item of items) {
    const { key, entityName } = item;
    const identity = { key, ...(entityName === undefined ? {} : { entityName }) };
    try {
      const result = apply(item);
      bytesRead += result.bytesRead;
      bytesWritten += result.bytesWritten;
      successful.push(
        JSON.stringify({ ...identity, ...(result.body ? (JSON.parse(result.body) as object) : {}) }),
      );
    } catch (error) {
      if (!(error instanceof KvsError)) throw error;
      failed.push({ ...identity, error: { code: error.code, message: error.message } });
    }
  }
  return answer(
    `{"successfulKeys":[${successful.join(',')}],"failedKeys":${JSON.stringify(failed)}}`,
    bytesRead,
    bytesWritten,
  );
}

export function checkBatchSize(items: SetRequest[]): void {
  if (items.reduce((sum, { value }) => sum + JSON.stringify(value ?? null).length, 0) > TRANSACTION_BYTES) {
    throw badRequest('MAX_SIZE', `A batch must not be larger than ${TRANSACTION_BYTES} bytes`);
  }
}
