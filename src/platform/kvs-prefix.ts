import { kvs, WhereConditions } from '@forge/kvs';
import type { Clock } from '../ports';
import { storageCall } from './storage';

/** Forge accepts 100 rows in a page of a query. */
const PAGE = 100;

/**
 * Every plain record whose key begins so; not many more than `most`. A query: it sees a write a little later. Throws
 * PlatformFault.
 */
export async function readPrefix<T>(
  clock: Clock,
  prefix: string,
  most = Infinity,
): Promise<{ key: string; value: T }[]> {
  const rows: { key: string; value: T }[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(PAGE);
    const from = cursor;
    const page = await storageCall(clock, () =>
      (from === undefined ? query : query.cursor(from)).getMany<T>(),
    );
    rows.push(...page.results);
    cursor = page.nextCursor;
  } while (cursor !== undefined && rows.length < most);
  return rows;
}
