import type { Conversation, ConversationEvent, Pulse, Speaker } from '../domain/conversation';
import { heardAt } from '../domain/conversation';
import { listingOf } from '../domain/conversation-listing';
import { CONVERSATION_DAYS, PULSE_BYTES } from '../domain/limits';
import { UnreadableRecord } from '../ports';

/**
 * A conversation as it is stored: what transactions compare, and what queries find and sort by, are attributes of
 * their own. Instants are ISO: text sorts, and has no year 2038. The body alone says what is; the rest follows from it.
 */
export interface ConversationRecord {
  project: string;
  updated: string;
  rev: number;
  state: string;
  spoke: string;
  assignee: string;
  delivery: string;
  tried: string;
  body: unknown;
}

/** Frontdesk's copy goes some time after the last word; Jira keeps the request. */
export const KEPT = { ttl: { value: CONVERSATION_DAYS, unit: 'DAYS' as const } };

const VERSION = 1;

const KINDS: ReadonlySet<unknown> = new Set(['anonymous', 'registered', 'signed', 'portal']);

const SPEAKERS: ReadonlySet<unknown> = new Set<Speaker>(['visitor', 'agent', 'customer', 'app']);

/** Whether a stored body is of this version and whole. By hand: the web trigger's bundle has no zod. */
function isBody(value: unknown): value is Omit<Conversation, 'id' | 'projectId' | 'rev'> & { version: 1 } {
  if (!isObject(value) || value.version !== VERSION) return false;
  const { visitor, issue, pending, comments, recentIds, sentAt, last, registration } = value;
  return (
    isObject(visitor) &&
    KINDS.has(visitor.kind) &&
    isObject(last) &&
    isInstant(last.at) &&
    isObject(comments) &&
    (issue === null || (isObject(issue) && typeof issue.id === 'string' && typeof issue.key === 'string')) &&
    (registration === undefined || isRegistration(registration)) &&
    [pending, recentIds, sentAt].every(Array.isArray) &&
    ['tokenHash', 'serviceDeskId', 'firstLine'].every((name) => typeof value[name] === 'string') &&
    ['createdAt', 'n', 'typingUntil'].every((name) => isInstant(value[name])) &&
    typeof value.ended === 'boolean'
  );
}

const isRegistration = (value: unknown): boolean =>
  isObject(value) &&
  isInstant(value.triedAt) &&
  (typeof value.by === 'string' || value.by === undefined || value.by === null) &&
  (value.attempt === undefined || (isObject(value.attempt) && isInstant(value.attempt.at)));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Epoch milliseconds that a Date can hold. */
const isInstant = (value: unknown): boolean =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= 8.64e15;

export function encodeConversation(conversation: Conversation): ConversationRecord {
  const { id: _key, projectId, rev, ...rest } = conversation;
  const listing = listingOf(conversation);
  return {
    project: projectId,
    updated: new Date(heardAt(conversation)).toISOString(),
    rev,
    ...listing,
    tried: new Date(listing.tried).toISOString(),
    body: { version: VERSION, ...rest },
  };
}

/** Throws UnreadableRecord for a record that is broken or of a newer version. */
export function decodeConversation(id: string, stored: unknown): Conversation {
  if (
    !isObject(stored) ||
    typeof stored.project !== 'string' ||
    !isInstant(stored.rev) ||
    !isBody(stored.body)
  ) {
    throw new UnreadableRecord(`conversation ${id}`);
  }
  const { version: _version, ...rest } = stored.body;
  const { authors } = rest as { authors?: unknown };
  return {
    id,
    projectId: stored.project,
    rev: Number(stored.rev),
    ...rest,
    // Absent in records that were stored before they were kept.
    authors: Array.isArray(authors) ? authors.filter((each) => typeof each === 'string') : [],
  };
}

/** One that cannot be read is left out of a list, and stays as it is. */
export function readable(id: string, stored: unknown): Conversation[] {
  try {
    return [decodeConversation(id, stored)];
  } catch (error) {
    if (error instanceof UnreadableRecord) return [];
    throw error;
  }
}

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
  /** The project. Absent: there was no room, or the record was stored before it was told. */
  p?: string;
  /** Held back. */
  q?: 1;
  /** When Jira was read last; 0: there is nothing to read. Absent: no room, or the record was stored before that was told. */
  r?: number;
}

export function encodePulse(pulse: Pulse): PulseRecord {
  const { tokenHash, n, ended, held, typingUntil, lastAt, lastFrom, account, projectId, readAt } = pulse;
  const record: PulseRecord = {
    v: 1,
    h: tokenHash,
    n,
    e: ended ? 1 : 0,
    t: typingUntil,
    l: lastAt,
    ...(lastFrom === 'agent' && { a: 1 }),
    ...(account !== null && { w: account }),
    ...(held && { q: 1 }),
  };
  const read: PulseRecord = { ...record, r: readAt ?? 0 };
  const whole: PulseRecord = { ...read, ...(projectId !== null && { p: projectId }) };
  // All of it is ASCII. Only the longest account ids there may be leave no room.
  return [whole, read].find((each) => JSON.stringify(each).length <= PULSE_BYTES) ?? record;
}

/** Events are written by this version or an older one; of a newer one, those of unknown kinds are passed over. */
export function isEvent(value: unknown): value is ConversationEvent {
  if (!isObject(value) || !isInstant(value.at) || !Number.isSafeInteger(value.n)) return false;
  const { kind, of, text, from, author } = value;
  switch (kind) {
    case 'message':
      return (
        typeof text === 'string' && SPEAKERS.has(from) && (author === null || typeof author === 'string')
      );
    case 'edited':
      return typeof text === 'string' && Number.isSafeInteger(of);
    case 'delivered':
    case 'deleted':
    case 'failed':
      return Number.isSafeInteger(of);
    case 'registered':
      return typeof value.byMail === 'boolean';
    case 'ended':
    case 'reopened':
      return true;
    default:
      return false;
  }
}
