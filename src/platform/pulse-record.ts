import type { Pulse } from '../domain/pulse';
import { PULSE_BYTES } from '../domain/limits';

/** Read on every poll, by a bundle that has no zod: short names, checked by hand. */
export interface PulseRecord {
  v: 1;
  h: string;
  n: number;
  e: 0 | 1;
  t: number;
  l: number;
  /** An agent spoke last. Absent: the visitor did, or the record was stored before this was told apart. */
  a?: 1;
  /** Whose account opens the conversation. Absent: nobody's, or the record was stored before any did. */
  w?: string;
  /** The account of its visitor, where that opens nothing by itself. Absent: none, no room, or stored before that was told. */
  c?: string;
  /** The signed person whose conversation it is. Absent: nobody's, or the record was stored before that was told. */
  s?: string;
  /** The project. Absent: there was no room, or the record was stored before it was told. */
  p?: string;
  /** Held back. */
  q?: 1;
  /** When Jira was read last; 0: there is nothing to read. Absent: no room, or the record was stored before that was told. */
  r?: number;
  /** Since when a message waits that nobody has tried to deliver. Absent: none does, or no room. */
  u?: number;
}

export function encodePulse(pulse: Pulse): PulseRecord {
  const {
    tokenHash,
    n,
    ended,
    held,
    typingUntil,
    lastAt,
    lastFrom,
    account,
    subject,
    projectId,
    readAt,
    untriedSince,
    person,
  } = pulse;
  const record: PulseRecord = {
    v: 1,
    h: tokenHash,
    n,
    e: ended ? 1 : 0,
    t: typingUntil,
    l: lastAt,
    ...(lastFrom === 'agent' && { a: 1 }),
    ...(account !== null && { w: account }),
    ...(subject !== undefined && { s: subject }),
    ...(held && { q: 1 }),
  };
  const read: PulseRecord = { ...record, r: readAt ?? 0 };
  const whole: PulseRecord = { ...read, ...(projectId !== null && { p: projectId }) };
  const all: PulseRecord = { ...whole, ...(untriedSince !== undefined && { u: untriedSince }) };
  const named: PulseRecord = { ...all, ...(person !== undefined && { c: person }) };
  // All of it is ASCII. Only the longest account ids there may be leave no room.
  return [named, all, whole, read].find((each) => JSON.stringify(each).length <= PULSE_BYTES) ?? record;
}
