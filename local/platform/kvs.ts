import type { ZodType } from 'zod';
import type { EntityDefinition } from '../manifest-schema';
import { KvsEntities } from './kvs-entities';
import { badRequest, keyNotFound, KvsError } from './kvs-error';
import { queryEntity, queryKeys, type Page } from './kvs-query';
import {
  batchPointRequest,
  batchSetRequest,
  entityQueryRequest,
  keyQueryRequest,
  pointRequest,
  setRequest,
  transactionRequest,
  type PointRequest,
  type SetRequest,
} from './kvs-requests';
import { readSnapshot, writeSnapshot, type KvsSnapshot } from './kvs-snapshot';
import { KvsSpace, type Row } from './kvs-space';
import { transact } from './kvs-transaction';
import { checkKey, encodeValue, expiryOf } from './kvs-values';
import { BATCH_KEYS, TRANSACTION_BYTES } from './limits';

/** An answer on the wire, and the bytes of values that it cost. */
export interface KvsAnswer {
  status: number;
  body: string;
  bytesRead: number;
  bytesWritten: number;
}

/** The storage service behind @forge/kvs, for one installation. */
export interface Kvs {
  /** One call of the wire; `path` is like "/api/v1/get". */
  handle(path: string, body: string): KvsAnswer;
  /** Called whenever something stored changes. Returns what stops it. */
  onChange(listener: () => void): () => void;
  /** Lets queries see every write made so far, as after a quiet moment. */
  catchUp(): void;
  snapshot(): KvsSnapshot;
  restore(snapshot: KvsSnapshot): void;
  reset(): void;
}

type Call = (body: unknown) => KvsAnswer;

const answer = (body: string, bytesRead = 0, bytesWritten = 0, status = 200): KvsAnswer => ({
  status,
  body,
  bytesRead,
  bytesWritten,
});
const done = (bytesWritten: number): KvsAnswer => answer('', 0, bytesWritten, 204);

function parse<T>(schema: ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw badRequest(
    'INVALID_REQUEST',
    `${issue?.path.join('.') ?? 'body'}: ${issue?.message ?? 'is not understood'}`,
  );
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw badRequest('INVALID_REQUEST', 'The body is not JSON');
  }
}

const bytesOf = (rows: Row[]): number => rows.reduce((sum, { bytes }) => sum + bytes, 0);

export function createKvs(options: {
  entities: EntityDefinition[];
  now: () => number;
  queryLagMs: number;
}): Kvs {
  const { now } = options;
  const entities = new KvsEntities(options.entities);
  const listeners = new Set<() => void>();
  const changed = (): void => listeners.forEach((listener) => listener());
  const newSpace = (): KvsSpace => new KvsSpace(now, options.queryLagMs, changed);
  const plain = newSpace();
  const secret = newSpace();
  const ofEntity = new Map(entities.names().map((name) => [name, newSpace()]));
  const allSpaces = [plain, secret, ...ofEntity.values()];

  function spaceOf(entityName: string | undefined): KvsSpace {
    if (entityName === undefined) return plain;
    const space = ofEntity.get(entities.definition(entityName).name);
    if (!space)
      throw badRequest('INVALID_ENTITY_TYPE', `Entity ${entityName} is not declared in the manifest`);
    return space;
  }

  function get(space: KvsSpace, key: unknown): KvsAnswer {
    const row = typeof key === 'string' ? space.get(key) : undefined;
    // What is stored has a key that can be.
    if (row) return answer(row.answer, row.bytes);
    checkKey(key);
    throw keyNotFound();
  }

  function set(space: KvsSpace, { key, entityName, value, options: setOptions }: SetRequest): KvsAnswer {
    checkKey(key);
    if (entityName !== undefined) entities.checkValue(entities.definition(entityName), value);
    const json = encodeValue(value);
    const expireAt = expiryOf(setOptions?.ttl, now());
    const previous = space.get(key);
    // An expired record that is not deleted yet still is in the way: a TTL makes no lock that opens by itself.
    if (setOptions?.keyPolicy === 'FAIL_IF_EXISTS' && previous) {
      throw new KvsError(409, 'KEY_CONFLICT', 'Key already exists');
    }
    const row = space.put(key, json, expireAt);
    const written = row.bytes;
    const returned = setOptions?.returnValue === 'PREVIOUS' ? previous : row;
    return setOptions?.returnValue && returned ? answer(returned.answer, 0, written) : done(written);
  }

  function remove(space: KvsSpace, key: string): KvsAnswer {
    checkKey(key);
    if (!space.delete(key)) throw keyNotFound();
    return done(0);
  }

  function found({ rows, cursor }: Page): KvsAnswer {
    const after = cursor === undefined ? '' : `,"cursor":${JSON.stringify(cursor)}`;
    return answer(`{"data":[${rows.map((row) => row.answer).join(',')}]${after}}`, bytesOf(rows));
  }

  function batch<T extends PointRequest>(
    items: T[],
    apply: (item: T, space: KvsSpace) => KvsAnswer,
  ): KvsAnswer {
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
        const result = apply(item, spaceOf(entityName));
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

  function setBatch(body: unknown): KvsAnswer {
    const items = parse(batchSetRequest, body);
    if (items.reduce((sum, { value }) => sum + JSON.stringify(value ?? null).length, 0) > TRANSACTION_BYTES) {
      throw badRequest('MAX_SIZE', `A batch must not be larger than ${TRANSACTION_BYTES} bytes`);
    }
    return batch(items, (item, space) => set(space, item));
  }

  const removeInBatch = (item: PointRequest, space: KvsSpace): KvsAnswer => {
    checkKey(item.key);
    space.delete(item.key);
    return done(0);
  };

  /** The hot path: no schema, only what the call needs. */
  const getPlain: Call = (body) => get(plain, (body as { key?: unknown } | null)?.key);

  const calls: Record<string, Call> = {
    '/api/v1/get': getPlain,
    '/api/v1/set': (body) => set(plain, { ...parse(setRequest, body), entityName: undefined }),
    '/api/v1/delete': (body) => remove(plain, parse(pointRequest, body).key),
    '/api/v1/query': (body) => found(queryKeys(plain, parse(keyQueryRequest, body))),
    '/api/v1/secret/get': (body) => get(secret, parse(pointRequest, body).key),
    '/api/v1/secret/set': (body) => set(secret, { ...parse(setRequest, body), entityName: undefined }),
    '/api/v1/secret/delete': (body) => remove(secret, parse(pointRequest, body).key),
    '/api/v1/entity/get': (body) => {
      const { key, entityName } = parse(pointRequest.required(), body);
      return get(spaceOf(entityName), key);
    },
    '/api/v1/entity/set': (body) => {
      const request = parse(setRequest.required({ entityName: true }), body);
      return set(spaceOf(request.entityName), request);
    },
    '/api/v1/entity/delete': (body) => {
      const { key, entityName } = parse(pointRequest.required(), body);
      return remove(spaceOf(entityName), key);
    },
    '/api/v1/entity/query': (body) => {
      const query = parse(entityQueryRequest, body);
      return found(queryEntity(spaceOf(query.entityName), entities, query));
    },
    '/api/v1/batch/get': (body) => batch(parse(batchPointRequest, body), ({ key }, space) => get(space, key)),
    '/api/v1/batch/set': setBatch,
    '/api/v1/batch/delete': (body) => batch(parse(batchPointRequest, body), removeInBatch),
    '/api/v1/transaction': (body) =>
      done(transact(parse(transactionRequest, body), { entities, spaceOf, now: now() })),
  };

  return {
    handle(path, body) {
      try {
        const call = calls[path];
        if (!call) throw new KvsError(404, 'NOT_FOUND', `The storage service has no ${path}`);
        return call(parseJson(body));
      } catch (error) {
        if (!(error instanceof KvsError)) throw error;
        return answer(JSON.stringify({ code: error.code, message: error.message }), 0, 0, error.status);
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    catchUp() {
      for (const space of allSpaces) space.catchUp();
    },
    snapshot: () => writeSnapshot({ plain, secret, entities: ofEntity }),
    restore: (snapshot) => readSnapshot(snapshot, { plain, secret, entities: ofEntity }),
    reset() {
      for (const space of allSpaces) space.clear();
    },
  };
}
