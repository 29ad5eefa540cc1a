import type { Conversation } from '../domain/conversation';
import { UNLISTED } from '../domain/conversation-listing';
import { isObject } from './stored-value';

/**
 * What of a conversation lists do not need, in a record of its own (docs/decisions/018-what-grows-is-kept-apart.md):
 * written in the transaction that writes the conversation, and of its revision.
 */
export interface LedgerRecord {
  v: 1;
  rev: number;
  authors: string[];
  /** Comment id → event, moment, event of its last edit or 0, 1 if erased: the most there is of anything, so in few bytes. */
  comments: Record<string, number[]>;
  rest: Omit<Ledger, 'comments' | 'authors'>;
}

type Ledger = Pick<Conversation, (typeof UNLISTED)[number] | 'authors'>;

export function encodeLedger(conversation: Conversation): LedgerRecord {
  const { rev, authors, comments } = conversation;
  const known = UNLISTED.filter((name) => name !== 'comments' && conversation[name] !== undefined);
  return {
    v: 1,
    rev,
    authors,
    comments: Object.fromEntries(
      Object.entries(comments).map(([id, { n, at, edit = 0, erased }]) => [
        id,
        erased ? [n, at, edit, 1] : edit === 0 ? [n, at] : [n, at, edit],
      ]),
    ),
    rest: Object.fromEntries(known.map((name) => [name, conversation[name]])) as LedgerRecord['rest'],
  };
}

/** What a stored ledger holds, of the form in which a whole body holds it; null: it is broken, or of a newer version. */
export function decodeLedger(stored: unknown): { rev: number; ledger: Record<string, unknown> } | null {
  if (!isObject(stored) || stored.v !== 1) return null;
  const { rev, authors, comments, rest } = stored;
  if (typeof rev !== 'number' || !isObject(comments) || !isObject(rest)) return null;
  const whole: Conversation['comments'] = {};
  for (const [id, known] of Object.entries(comments)) {
    if (!isComment(known)) return null;
    const [n, at, edit = 0, erased] = known;
    whole[id] = { n, at, ...(edit !== 0 && { edit }), ...(erased === 1 && { erased: true }) };
  }
  return { rev, ledger: { ...rest, authors, comments: whole } };
}

const isComment = (value: unknown): value is [number, number, number?, number?] =>
  Array.isArray(value) && value.length >= 2 && value.every(Number.isSafeInteger);
