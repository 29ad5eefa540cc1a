import { heardAt, type Conversation } from '../domain/conversation';
import { listedOf, listingOf, type ListedConversation } from '../domain/conversation-listing';
import { CONVERSATION_DAYS } from '../domain/limits';
import { UnreadableRecord } from '../ports';
import { decodeLedger } from './conversation-ledger';
import { isInstant, isObject } from './stored-value';

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
  since: string;
  body: unknown;
}

/** Frontdesk's copy goes some time after the last word; Jira keeps the request. */
export const KEPT = { ttl: { value: CONVERSATION_DAYS, unit: 'DAYS' as const } };

/** 1: all of it in one record. 2: what lists do not need is in its ledger. */
const WHOLE = 1;
const SPLIT = 2;

const KINDS: ReadonlySet<unknown> = new Set(['anonymous', 'registered', 'signed', 'portal']);

type Body<T> = Omit<T, 'id' | 'projectId' | 'rev'>;

/** Whether what lists show is whole. By hand: the web trigger's bundle has no zod. */
function isListed(value: unknown): value is Body<ListedConversation> {
  if (!isObject(value)) return false;
  const { visitor, issue, last, registration } = value;
  return (
    isObject(visitor) &&
    KINDS.has(visitor.kind) &&
    isObject(last) &&
    isInstant(last.at) &&
    (issue === null || (isObject(issue) && typeof issue.id === 'string' && typeof issue.key === 'string')) &&
    (registration === undefined || isRegistration(registration)) &&
    ['serviceDeskId', 'firstLine'].every((name) => typeof value[name] === 'string') &&
    ['createdAt', 'n', 'typingUntil'].every((name) => isInstant(value[name])) &&
    typeof value.ended === 'boolean'
  );
}

/** The same of all of it. */
function isBody(value: unknown): value is Body<Conversation> {
  if (!isListed(value)) return false;
  const { pending, comments, recentIds, sentAt, tokenHash } = value as unknown as Record<string, unknown>;
  return (
    isObject(comments) && [pending, recentIds, sentAt].every(Array.isArray) && typeof tokenHash === 'string'
  );
}

const isRegistration = (value: unknown): boolean =>
  isObject(value) &&
  isInstant(value.triedAt) &&
  (typeof value.by === 'string' || value.by === undefined || value.by === null) &&
  (value.attempt === undefined || (isObject(value.attempt) && isInstant(value.attempt.at)));

/** Its ledger is stored with it. */
export function encodeConversation(conversation: Conversation): ConversationRecord {
  const { id: _key, projectId, rev, ...rest } = listedOf(conversation);
  const listing = listingOf(conversation);
  return {
    project: projectId,
    updated: new Date(heardAt(conversation)).toISOString(),
    rev,
    ...listing,
    tried: new Date(listing.tried).toISOString(),
    since: new Date(listing.since).toISOString(),
    body: { version: SPLIT, ...rest },
  };
}

/** What is stored beside the revision, and of which version. */
function openRecord(id: string, stored: unknown): { projectId: string; rev: number; body: StoredBody } {
  const isRecord = isObject(stored) && typeof stored.project === 'string' && isInstant(stored.rev);
  if (!isRecord || !isObject(stored.body)) throw new UnreadableRecord(`conversation ${id}`);
  return { projectId: String(stored.project), rev: Number(stored.rev), body: stored.body };
}

type StoredBody = Record<string, unknown>;

/**
 * Null: record and ledger are of different moments, and are to be read again. Throws UnreadableRecord for what is broken
 * or of a newer version.
 */
export function decodeConversation(id: string, stored: unknown, storedLedger: unknown): Conversation | null {
  const { projectId, rev, body } = openRecord(id, stored);
  const { version, waiting: _w, deliverableAt: _d, moreAuthors: _m, ...listed } = body;
  let whole: unknown = version === WHOLE ? listed : undefined;
  if (version === SPLIT) {
    const found = decodeLedger(storedLedger);
    if (found && found.rev !== rev) return null;
    whole = found && { ...listed, ...found.ledger };
  }
  if (!isBody(whole)) throw new UnreadableRecord(`conversation ${id}`);
  return { id, projectId, rev, ...whole, authors: textsIn(whole.authors) };
}

/** As lists have it; throws UnreadableRecord. */
function decodeListed(id: string, stored: unknown): ListedConversation {
  const { projectId, rev, body } = openRecord(id, stored);
  if (body.version === WHOLE) {
    const whole = decodeConversation(id, stored, undefined);
    if (whole) return listedOf(whole);
  }
  const { version, ...listed } = body;
  if (version !== SPLIT || !isListed(listed)) throw new UnreadableRecord(`conversation ${id}`);
  return {
    id,
    projectId,
    rev,
    ...listed,
    authors: textsIn(listed.authors),
    waiting: Number(listed.waiting) || 0,
  };
}

/** Absent in records that were stored before they were kept. */
const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** One that cannot be read is left out of a list, and stays as it is. */
export function readable(id: string, stored: unknown): ListedConversation[] {
  try {
    return [decodeListed(id, stored)];
  } catch (error) {
    if (error instanceof UnreadableRecord) return [];
    throw error;
  }
}
