import { badRequest, KvsError } from './kvs-error';
import { QUERY_CONDITIONS_MAX } from './limits';

export interface Condition {
  property: string;
  condition: string;
  values: unknown[];
}

export interface ConditionGroup {
  and?: Condition[] | undefined;
  or?: Condition[] | undefined;
}

type Scalar = string | number | boolean;
type Test = (actual: unknown, values: unknown[]) => boolean;

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Negative, zero or positive; values of different types have no order. */
export function compareScalars(a: unknown, b: unknown): number {
  if (!isScalar(a) || !isScalar(b) || typeof a !== typeof b) return Number.NaN;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function contains(actual: unknown, [value]: unknown[]): boolean {
  if (typeof actual === 'string') return typeof value === 'string' && actual.includes(value);
  return Array.isArray(actual) && actual.includes(value);
}

/** How many values a condition takes, and what it means. Those of `WHERE` work on keys and ranges too. */
const WHERE: Record<string, { values: number; test: Test }> = {
  BETWEEN: {
    values: 2,
    test: (actual, [from, to]) => compareScalars(actual, from) >= 0 && compareScalars(actual, to) <= 0,
  },
  BEGINS_WITH: {
    values: 1,
    test: (actual, [prefix]) =>
      typeof actual === 'string' && typeof prefix === 'string' && actual.startsWith(prefix),
  },
  EQUAL_TO: { values: 1, test: (actual, [value]) => compareScalars(actual, value) === 0 },
  GREATER_THAN: { values: 1, test: (actual, [value]) => compareScalars(actual, value) > 0 },
  GREATER_THAN_EQUAL_TO: { values: 1, test: (actual, [value]) => compareScalars(actual, value) >= 0 },
  LESS_THAN: { values: 1, test: (actual, [value]) => compareScalars(actual, value) < 0 },
  LESS_THAN_EQUAL_TO: { values: 1, test: (actual, [value]) => compareScalars(actual, value) <= 0 },
};

const FILTER: typeof WHERE = {
  ...WHERE,
  CONTAINS: { values: 1, test: contains },
  NOT_CONTAINS: { values: 1, test: (actual, values) => !contains(actual, values) },
  NOT_EQUAL_TO: { values: 1, test: (actual, [value]) => compareScalars(actual, value) !== 0 },
  EXISTS: { values: 0, test: (actual) => actual !== undefined },
  NOT_EXISTS: { values: 0, test: (actual) => actual === undefined },
};

function checkCondition(known: typeof WHERE, { condition, values }: Omit<Condition, 'property'>): Test {
  const definition = known[condition];
  if (!definition)
    throw badRequest('INVALID_FILTER_CONDITION', `Condition ${condition} is not supported here`);
  if (values.length < definition.values) {
    throw badRequest(
      'INSUFFICIENT_FILTER_VALUES',
      `Condition ${condition} needs ${definition.values} values`,
    );
  }
  if (!values.every(isScalar)) {
    throw badRequest('INVALID_FILTER_VALUES', `Condition ${condition} takes strings, numbers and booleans`);
  }
  return definition.test;
}

/** A test of a key or of an index's range attribute. */
export function whereTest(where: Omit<Condition, 'property'> | undefined): (actual: unknown) => boolean {
  if (!where) return () => true;
  const test = checkCondition(WHERE, where);
  return (actual) => test(actual, where.values);
}

/** A test of a record's attributes. A record that does not exist has none. */
export function groupTest(
  group: ConditionGroup | undefined,
  typeOf: (attribute: string) => string | undefined,
): (record: Record<string, unknown> | undefined) => boolean {
  if (!group) return () => true;
  const { and, or } = group;
  if (and && or) {
    throw badRequest('INVALID_FILTER_OPERATORS_COMBINATION', 'Filters cannot mix "and" with "or"');
  }
  const conditions = and ?? or ?? [];
  if (conditions.length === 0)
    throw badRequest('EMPTY_FILTER_OPERATOR', 'Filters need at least one condition');
  if (conditions.length > QUERY_CONDITIONS_MAX) {
    throw badRequest('INVALID_FILTER_VALUES', `Filters take at most ${QUERY_CONDITIONS_MAX} conditions`);
  }
  const tests = conditions.map((condition) => {
    const type = typeOf(condition.property);
    if (!type)
      throw badRequest('INVALID_ENTITY_ATTRIBUTE', `Attribute ${condition.property} is not declared`);
    if (type === 'any') {
      throw new KvsError(
        422,
        'INVALID_ENTITY_ATTRIBUTE',
        `Attribute ${condition.property} of type any cannot be filtered`,
      );
    }
    const test = checkCondition(FILTER, condition);
    return (record: Record<string, unknown> | undefined) =>
      test(record?.[condition.property], condition.values);
  });
  return (record) => (and ? tests.every((test) => test(record)) : tests.some((test) => test(record)));
}
