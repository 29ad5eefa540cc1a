import { done, found, type KvsAnswer } from './kvs-answer';
import { answerBatch, checkBatchSize } from './kvs-batch';
import { parseBody } from './kvs-body';
import type { KvsEntities } from './kvs-entities';
import { queryEntity, queryKeys } from './kvs-query';
import { getRecord, removeRecord, setRecord } from './kvs-records';
import {
  batchPointRequest,
  batchSetRequest,
  entityPointRequest,
  entityQueryRequest,
  entitySetRequest,
  keyQueryRequest,
  pointRequest,
  setRequest,
  transactionRequest,
  type SetRequest,
} from './kvs-requests';
import type { KvsSpace } from './kvs-space';
import { transact } from './kvs-transaction';
import { checkKey } from './kvs-values';

type Call = (body: unknown) => KvsAnswer;

interface Spaces {
  plain: KvsSpace;
  secret: KvsSpace;
  entities: KvsEntities;
  /** The plain namespace, or an entity's. */
  spaceOf(entityName: string | undefined): KvsSpace;
  now: () => number;
  absentRefused: () => boolean;
}

/** The calls of the wire, by path. */
export function createKvsCalls(spaces: Spaces): Record<string, Call> {
  const { plain, secret, entities, spaceOf, now, absentRefused } = spaces;
  const set = (space: KvsSpace, request: SetRequest): KvsAnswer => setRecord(space, request, entities, now());

  /** The hot path: no schema, only what the call needs. */
  const getPlain: Call = (body) => getRecord(plain, (body as { key?: unknown } | null)?.key);

  return {
    '/api/v1/get': getPlain,
    '/api/v1/set': (body) => set(plain, { ...parseBody(setRequest, body), entityName: undefined }),
    '/api/v1/delete': (body) => removeRecord(plain, parseBody(pointRequest, body).key),
    '/api/v1/query': (body) => found(queryKeys(plain, parseBody(keyQueryRequest, body))),
    '/api/v1/secret/get': (body) => getRecord(secret, parseBody(pointRequest, body).key),
    '/api/v1/secret/set': (body) => set(secret, { ...parseBody(setRequest, body), entityName: undefined }),
    '/api/v1/secret/delete': (body) => removeRecord(secret, parseBody(pointRequest, body).key),
    '/api/v1/entity/get': (body) => {
      const { key, entityName } = parseBody(entityPointRequest, body);
      return getRecord(spaceOf(entityName), key);
    },
    '/api/v1/entity/set': (body) => {
      const request = parseBody(entitySetRequest, body);
      return set(spaceOf(request.entityName), request);
    },
    '/api/v1/entity/delete': (body) => {
      const { key, entityName } = parseBody(entityPointRequest, body);
      return removeRecord(spaceOf(entityName), key);
    },
    '/api/v1/entity/query': (body) => {
      const query = parseBody(entityQueryRequest, body);
      return found(queryEntity(spaceOf(query.entityName), entities, query));
    },
    '/api/v1/batch/get': (body) =>
      answerBatch(parseBody(batchPointRequest, body), ({ key, entityName }) =>
        getRecord(spaceOf(entityName), key),
      ),
    '/api/v1/batch/set': (body) => {
      const items = parseBody(batchSetRequest, body);
      checkBatchSize(items);
      return answerBatch(items, (item) => set(spaceOf(item.entityName), item));
    },
    '/api/v1/batch/delete': (body) =>
      answerBatch(parseBody(batchPointRequest, body), ({ key, entityName }) => {
        const space = spaceOf(entityName);
        checkKey(key);
        space.delete(key);
        return done(0);
      }),
    '/api/v1/transaction': (body) =>
      done(
        transact(parseBody(transactionRequest, body), {
          entities,
          spaceOf,
          now: now(),
          absentRefused: absentRefused(),
        }),
      ),
  };
}
