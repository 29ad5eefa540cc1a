import type { Summary } from './availability';
import { SUMMARY_EDGES } from './limits';
import { ANONYMOUS_POLICIES } from './settings';

/** A summary as it is stored: short names, because its bytes are paid on every poll (figure F2). */
export interface SummaryRecord {
  /** Version of this record's shape. */
  v: 1;
  o: 0 | 1;
  e: number[];
  k: number;
  a: number;
  h: 0 | 1;
  /** Absent in records that were stored before configs had a version. */
  c?: string;
}

export const encodeSummary = (summary: Summary): SummaryRecord => ({
  v: 1,
  o: summary.online ? 1 : 0,
  e: summary.edges.slice(0, SUMMARY_EDGES),
  // Edges beyond the last stored one are not known.
  k: Math.min(summary.horizon, summary.edges[SUMMARY_EDGES] ?? summary.horizon),
  a: ANONYMOUS_POLICIES.indexOf(summary.anonymous),
  h: summary.hideWhenOffline ? 1 : 0,
  ...(summary.config !== undefined && { c: summary.config }),
});

/** Nothing else of it reaches an answer (figure R6: corrupt stored records). */
const CONFIG_VERSION = /^[\w-]{1,16}$/;

const isBit = (value: unknown): value is 0 | 1 => value === 0 || value === 1;
/** The last second that a Date can hold. */
const LAST_SECOND = 8.64e12;

const isSecond = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= LAST_SECOND;

function isAscending(values: unknown): values is number[] {
  if (!Array.isArray(values) || values.length > SUMMARY_EDGES) return false;
  let last = -1;
  for (const value of values) {
    if (!isSecond(value) || value <= last) return false;
    last = value;
  }
  return true;
}

/** Null for a record that is broken or of a newer version: the caller answers "offline". */
export function decodeSummary(record: unknown): Summary | null {
  if (typeof record !== 'object' || record === null) return null;
  const { v, o, e, k, a, h, c } = record as Partial<Record<keyof SummaryRecord, unknown>>;
  if (v !== 1 || !isBit(o) || !isBit(h) || !isSecond(k) || !isAscending(e) || typeof a !== 'number')
    return null;
  const anonymous = ANONYMOUS_POLICIES[a];
  if (anonymous === undefined) return null;
  const summary: Summary = { online: o === 1, edges: e, horizon: k, anonymous, hideWhenOffline: h === 1 };
  return typeof c === 'string' && CONFIG_VERSION.test(c) ? { ...summary, config: c } : summary;
}
