import type { ClosedSeconds, Summary } from './availability';
import { characterCount } from './character-count';
import { decodeVlq, encodeVlq } from './clock/base64-vlq';
import { spanNumber, spanOf } from './clock/span-number';
import { SHOWN, type Edge, type Promised, type Shown } from './clock/shown';
import { CLOSURE_MESSAGE_LENGTH } from './clock/clock-limits';
import { SUMMARY_BYTES, SUMMARY_BYTES_CLOSED, SUMMARY_REACH_MS } from './limits';
import { ANONYMOUS_POLICIES } from './settings';

/**
 * A summary as it is stored: short names, because its bytes are paid on every poll (figure F2). Times are told by what lies
 * between them, most often whole minutes.
 */
export interface SummaryRecord {
  /** Version of this record's shape. */
  v: 2;
  /** Seconds at which the first of the times begins. */
  b: number;
  /** What is shown, then edges and promises in the order of their times. */
  t: string;
  /** Horizon, as seconds after `b`. */
  k: number;
  /** Later promises are not in it, likewise; absent: all are. */
  x?: number;
  /** Closures: begin and end, likewise, and their words. */
  m?: [number, number, string][];
  a: number;
  h: 0 | 1;
  /** Absent in records that were stored before configs had a version. */
  c?: string;
}

const MINUTE_S = 60;

/**
 * What follows the time of a step: which of the other states is shown from then on, or a promise that holds so much longer; or
 * one that is over so much sooner, where the answer that it needs is due before the desk can be seen.
 */
const PROMISE = SHOWN.length - 1;
const SHORT_PROMISE = PROMISE + 1;
const KINDS = SHORT_PROMISE + 1;

type Step = ({ kind: 'edge' } & Edge) | ({ kind: 'promise' } & Promised);

/** As much of it as there is room for: the record is known less far then, and says so by its horizon. */
export function encodeSummary(summary: Summary): SummaryRecord {
  const steps: Step[] = [
    ...summary.edges.map((edge): Step => ({ kind: 'edge', ...edge })),
    ...summary.promised.map((each): Step => ({ kind: 'promise', ...each })),
  ].sort((a, b) => a.at - b.at);
  const whole = cutToSize(summary, steps);
  const least = baseOf(summary) + SUMMARY_REACH_MS / 1_000;
  if (whole.b + whole.k >= Math.min(summary.horizon, least)) return whole;
  // Rather less is promised than the state be unknown.
  const near = steps.filter(({ at }) => at < least);
  const edges = near.filter(({ kind }) => kind === 'edge');
  for (let kept = near.length - edges.length - 1; kept >= 0; kept--) {
    const promises = near.filter(({ kind }) => kind === 'promise');
    const some = [...edges, ...promises.slice(0, kept)].sort((a, b) => a.at - b.at);
    const promisedUntil = promises[kept]?.at ?? least;
    const record = recordOf({ ...summary, horizon: Math.min(summary.horizon, least), promisedUntil }, some);
    if (fits(record)) return record;
  }
  return whole;
}

/** The longest part of the steps that fits. */
function cutToSize(summary: Summary, steps: readonly Step[]): SummaryRecord {
  let [few, many] = [0, steps.length];
  const upTo = (count: number): SummaryRecord => {
    const horizon = Math.min(summary.horizon, steps[count]?.at ?? Infinity);
    return recordOf({ ...summary, horizon, promisedUntil: horizon }, steps.slice(0, count));
  };
  const all = upTo(steps.length);
  if (fits(all)) return all;
  while (few < many) {
    const middle = Math.ceil((few + many) / 2);
    if (fits(upTo(middle))) few = middle;
    else many = middle - 1;
  }
  return upTo(few);
}

function fits(record: SummaryRecord): boolean {
  const bytes = new TextEncoder().encode(JSON.stringify(record)).length;
  return bytes <= (record.m ? SUMMARY_BYTES_CLOSED : SUMMARY_BYTES);
}

/** A whole minute before everything. */
function baseOf({ edges, promised, closed, horizon }: Summary): number {
  const firsts = [edges[0]?.at, promised[0]?.at, closed[0]?.from].filter((at) => at !== undefined);
  const first = Math.min(horizon, ...firsts);
  return Math.floor(first / MINUTE_S) * MINUTE_S;
}

function recordOf(summary: Summary, steps: readonly Step[]): SummaryRecord {
  const base = baseOf(summary);
  const numbers = [SHOWN.indexOf(summary.shown)];
  let { shown } = summary;
  let last = base;
  for (const step of steps) {
    const time = spanNumber(step.at - last) * KINDS;
    last = step.at;
    if (step.kind === 'promise') {
      const length = step.until - step.at;
      numbers.push(time + (length < 0 ? SHORT_PROMISE : PROMISE), spanNumber(Math.abs(length)));
    } else {
      numbers.push(time + OTHERS[shown].indexOf(step.shown));
      ({ shown } = step);
    }
  }
  return {
    v: 2,
    b: base,
    t: encodeVlq(numbers),
    k: summary.horizon - base,
    ...(summary.promisedUntil < summary.horizon && { x: summary.promisedUntil - base }),
    ...(summary.closed.length > 0 && { m: wordsThatFit(summary, base) }),
    a: ANONYMOUS_POLICIES.indexOf(summary.anonymous),
    h: summary.hideWhenOffline ? 1 : 0,
    ...(summary.config !== undefined && { c: summary.config }),
  };
}

const othersOf = (shown: Shown): Shown[] => SHOWN.filter((each) => each !== shown);
const OTHERS: Record<Shown, Shown[]> = {
  online: othersOf('online'),
  offline: othersOf('offline'),
  hidden: othersOf('hidden'),
  closed: othersOf('closed'),
};

/**
 * Closures that are told of, and bytes of their words, of which one's have room whatever its alphabet; of the rest nothing is
 * told but that it is closed. Each change of the desk, and each sweep, tells of the next ones.
 */
const CLOSURES_TOLD = 6;
const WORDS_BYTES = 490;

function wordsThatFit({ closed }: Summary, base: number): [number, number, string][] {
  let left = WORDS_BYTES;
  return closed.slice(0, CLOSURES_TOLD).map(({ from, opensAt, message }) => {
    const bytes = new TextEncoder().encode(message ?? '').length;
    left -= bytes;
    return [from - base, opensAt - base, left < 0 ? '' : (message ?? '')];
  });
}

/** Nothing else of it reaches an answer (figure R6: corrupt stored records). */
const CONFIG_VERSION = /^[\w-]{1,16}$/;

const isBit = (value: unknown): value is 0 | 1 => value === 0 || value === 1;
/** The last second that a Date can hold. */
const LAST_SECOND = 8.64e12;

const isSecond = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= LAST_SECOND;

/** Null for a record that is broken or of a newer version: the caller answers "offline". */
export function decodeSummary(record: unknown): Summary | null {
  if (typeof record !== 'object' || record === null) return null;
  const { v, a, h, c } = record as Partial<Record<keyof SummaryRecord, unknown>>;
  const times = v === 2 ? decodeTimes(record) : v === 1 ? decodeFirstTimes(record) : null;
  const anonymous = typeof a === 'number' ? ANONYMOUS_POLICIES[a] : undefined;
  if (!times || !isBit(h) || anonymous === undefined) return null;
  const summary: Summary = { ...times, anonymous, hideWhenOffline: h === 1 };
  return typeof c === 'string' && CONFIG_VERSION.test(c) ? { ...summary, config: c } : summary;
}

type Times = Pick<Summary, 'shown' | 'edges' | 'promised' | 'promisedUntil' | 'closed' | 'horizon'>;
type Steps = Pick<Times, 'shown' | 'edges' | 'promised'>;

function decodeTimes(record: Partial<Record<keyof SummaryRecord, unknown>>): Times | null {
  const { b, t, k, x, m = [] } = record;
  if (!isSecond(b) || !isSecond(k) || !isSecond(b + k) || typeof t !== 'string' || t.length > SUMMARY_BYTES)
    return null;
  if (x !== undefined && !isSecond(x)) return null;
  const steps = stepsOf(t, b);
  const closed = decodeClosed(m, b);
  const horizon = b + k;
  return steps && closed && { ...steps, closed, horizon, promisedUntil: x === undefined ? horizon : b + x };
}

/** Desks whose times a process keeps decoded: some 5 KB each at most. */
const DECODED = 500;
const decoded = new Map<string, { base: number; steps: Steps | null }>();

/**
 * Decoded once, not at every poll, which would cost the more the more people have schedules (figure F3). They follow from the
 * text and its base alone, so nothing of a desk can be told of another.
 */
function stepsOf(text: string, base: number): Steps | null {
  const known = decoded.get(text);
  if (known?.base === base) return known.steps;
  const steps = decodeSteps(decodeVlq(text), base);
  if (decoded.size >= DECODED) decoded.clear();
  decoded.set(text, { base, steps });
  return steps;
}

function decodeSteps(numbers: number[] | null, base: number): Steps | null {
  const first = SHOWN[numbers?.[0] ?? -1];
  if (!numbers || !first) return null;
  const edges: Edge[] = [];
  const promised: Promised[] = [];
  let shown = first;
  let at = base;
  for (let index = 1; index < numbers.length; index++) {
    const number = numbers[index] ?? 0;
    const kind = number % KINDS;
    at += spanOf((number - kind) / KINDS);
    if (at > LAST_SECOND) return null;
    if (kind === PROMISE || kind === SHORT_PROMISE) {
      const length = numbers[++index];
      if (length === undefined) return null;
      const until = kind === PROMISE ? at + spanOf(length) : at - spanOf(length);
      if (!isSecond(until)) return null;
      promised.push({ at, until });
      continue;
    }
    const next = OTHERS[shown][kind];
    if (!next) return null;
    edges.push({ at, shown: next });
    shown = next;
  }
  return { shown: first, edges, promised };
}

function decodeClosed(rows: unknown, base: number): ClosedSeconds[] | null {
  if (!Array.isArray(rows) || rows.length > CLOSURES_TOLD) return null;
  const closed: ClosedSeconds[] = [];
  for (const row of rows as unknown[]) {
    if (!Array.isArray(row)) return null;
    const [from, opensAt, message] = row as unknown[];
    if (!isSecond(from) || !isSecond(opensAt) || !isSecond(base + opensAt) || typeof message !== 'string')
      return null;
    if (characterCount(message) > CLOSURE_MESSAGE_LENGTH) return null;
    closed.push({ from: base + from, opensAt: base + opensAt, message: message === '' ? null : message });
  }
  return closed;
}

/** As it was before there were schedules: whether somebody is online, and at which seconds that turns round. */
function decodeFirstTimes(record: object): Times | null {
  const { o, e, k } = record as { o?: unknown; e?: unknown; k?: unknown };
  if (!isBit(o) || !isSecond(k) || !isAscending(e)) return null;
  const states: [Shown, Shown] = o === 1 ? ['online', 'offline'] : ['offline', 'online'];
  const [shown] = states;
  const edges = e.map((at, index): Edge => ({ at, shown: states[(index + 1) % 2] ?? shown }));
  return { shown, edges, promised: [], promisedUntil: k, closed: [], horizon: k };
}

/** Edges of a record of that form. */
const FIRST_EDGES = 12;

function isAscending(values: unknown): values is number[] {
  if (!Array.isArray(values) || values.length > FIRST_EDGES) return false;
  let last = -1;
  for (const value of values) {
    if (!isSecond(value) || value <= last) return false;
    last = value;
  }
  return true;
}
