import { compareScalars, groupTest, whereTest, type Condition, type ConditionGroup } from './kvs-conditions';
import type { KvsEntities } from './kvs-entities';
import { badRequest } from './kvs-error';
import type { KvsSpace, Row } from './kvs-space';
import { QUERY_LIMIT_DEFAULT, QUERY_LIMIT_MAX } from './limits';

export interface Page {
  rows: Row[];
  cursor: string | undefined;
}

/** A record's place in an index: its range value and its key. */
type Place = [range: unknown, key: string];

interface Entry {
  place: Place;
  row: Row;
}

const byPlace = (a: Place, b: Place): number => {
  const order = compareScalars(a[0], b[0]);
  return order === 0 || Number.isNaN(order) ? compareScalars(a[1], b[1]) : order;
};

const writeCursor = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

function readCursor(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(place) && place.length === 2 && typeof place[1] === 'string')
      return [place[0], place[1]];
  } catch {
    // Answered below, like every other text that is not a cursor.
  }
  throw badRequest('INVALID_CURSOR', 'The cursor is not one that a query returned');
}

/**
 * The limit counts what is looked at, before filters: a page may be empty and have a cursor all the same, as on
 * the real platform.
 */
function page(
  entries: Entry[],
  options: { limit: number; cursor: string | undefined; descending: boolean; keep: (row: Row) => boolean },
): Page {
  const direction = options.descending ? -1 : 1;
  const sorted = entries.sort((a, b) => direction * byPlace(a.place, b.place));
  const after = options.cursor === undefined ? undefined : readCursor(options.cursor);
  const rest = after ? sorted.filter(({ place }) => direction * byPlace(place, after) > 0) : sorted;
  const looked = rest.slice(0, options.limit);
  const last = looked.at(-1);
  return {
    rows: looked.map(({ row }) => row).filter(options.keep),
    cursor: last && rest.length > looked.length ? writeCursor(last.place) : undefined,
  };
}

function checkLimit(limit: number | undefined, code: string): number {
  if (limit === undefined) return QUERY_LIMIT_DEFAULT;
  if (Number.isInteger(limit) && limit >= 1 && limit <= QUERY_LIMIT_MAX) return limit;
  throw badRequest(code, `Limit must be between 1 and ${QUERY_LIMIT_MAX}`);
}

export interface KeyQuery {
  limit?: number | undefined;
  after?: string | undefined;
  where?: Condition[] | undefined;
}

export function queryKeys(space: KvsSpace, { limit, after, where = [] }: KeyQuery): Page {
  const tests = where.map((condition) => {
    if (condition.property !== 'key') {
      throw badRequest('QUERY_WHERE_FIELD_INVALID', 'Queries can only be made by key');
    }
    if (condition.condition !== 'BEGINS_WITH') {
      throw badRequest('QUERY_WHERE_INVALID', `Condition ${condition.condition} is not supported for keys`);
    }
    return whereTest(condition);
  });
  const entries = space
    .allSeenByQueries()
    .filter(({ key }) => tests.every((test) => test(key)))
    .map((row): Entry => ({ place: [null, row.key], row }));
  return page(entries, {
    limit: checkLimit(limit, 'LIST_QUERY_LIMIT_EXCEEDED'),
    cursor: after,
    descending: false,
    keep: () => true,
  });
}

export interface EntityQuery {
  entityName: string;
  indexName: string;
  partition?: unknown[] | undefined;
  range?: Omit<Condition, 'property'> | undefined;
  filters?: ConditionGroup | undefined;
  sort?: 'ASC' | 'DESC' | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}

export function queryEntity(space: KvsSpace, entities: KvsEntities, query: EntityQuery): Page {
  const definition = entities.definition(query.entityName);
  const index = entities.index(definition, query.indexName);
  const partition = query.partition ?? [];
  if (partition.length !== index.partition.length) {
    throw badRequest(
      'INVALID_ENTITY_INDEX',
      `Index ${query.indexName} needs ${index.partition.length} partition values, in order; got ${partition.length}`,
    );
  }
  const inRange = whereTest(query.range);
  const keep = groupTest(query.filters, (attribute) => entities.typeOf(definition, attribute));
  const records = new Map<Row, Record<string, unknown>>();
  const entries = space.allSeenByQueries().flatMap((row): Entry[] => {
    const record = JSON.parse(row.json) as Record<string, unknown>;
    const place: Place = [index.range === null ? row.key : record[index.range], row.key];
    const belongs =
      place[0] !== undefined &&
      index.partition.every((attribute, i) => compareScalars(record[attribute], partition[i]) === 0) &&
      inRange(place[0]);
    if (!belongs) return [];
    records.set(row, record);
    return [{ place, row }];
  });
  return page(entries, {
    limit: checkLimit(query.limit, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'),
    cursor: query.cursor,
    descending: query.sort === 'DESC',
    keep: (row) => keep(records.get(row)),
  });
}
