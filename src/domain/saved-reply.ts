import { characterCount } from './character-count';
import { SAVED_REPLIES, SAVED_REPLIES_BYTES } from './inbox-limits';
import { storedBytes } from './stored-bytes';

/** A text that agents of a project insert into their replies (rule D7). */
export interface SavedReply {
  id: string;
  /** Unique in its project, whatever the case. */
  name: string;
  text: string;
}

/** All of a project. `rev` grows with every change; 0: there never were any. */
export interface SavedReplies {
  rev: number;
  replies: SavedReply[];
}

export const REPLY_VARIABLES = ['customer', 'agent', 'key'] as const;
export type ReplyVariable = (typeof REPLY_VARIABLES)[number];

/** What stands for the variables of one chat; null: nobody knows. */
export type ReplyValues = Readonly<Record<ReplyVariable, string | null>>;

/** `{customer}`, and `{?what to fill in}`, which a person fills each time. */
const GAP = /\{(?:(customer|agent|key)|\?[^{}\n]{1,60})\}/g;

/**
 * The text with everything in place of its variables that is known; what is not stays as it is. In one pass: a customer
 * called `{key}` is called that.
 */
export const filledReply = (text: string, values: ReplyValues): string =>
  text.replace(GAP, (gap, name: ReplyVariable | undefined) => (name && values[name]) ?? gap);

/** The first gap of a text that nobody has filled, and where it is; null: none. */
export function unfilledGap(text: string): { gap: string; from: number; to: number } | null {
  GAP.lastIndex = 0;
  const found = GAP.exec(text);
  GAP.lastIndex = 0;
  return found && { gap: found[0], from: found.index, to: found.index + found[0].length };
}

/** Parts of a text in order: what is said, and gaps. */
export function replyParts(text: string): { text: string; isGap: boolean }[] {
  const parts: { text: string; isGap: boolean }[] = [];
  let end = 0;
  for (const { 0: gap, index } of text.matchAll(GAP)) {
    if (index > end) parts.push({ text: text.slice(end, index), isGap: false });
    parts.push({ text: gap, isGap: true });
    end = index + gap.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isGap: false });
  return parts;
}

export type SavedReplyProblem = 'too-many' | 'too-large' | 'same-name' | 'same-id';

/** What keeps these from being stored together; null: nothing. */
export function savedRepliesProblem(replies: readonly SavedReply[]): SavedReplyProblem | null {
  if (replies.length > SAVED_REPLIES) return 'too-many';
  if (new Set(replies.map(({ name }) => nameKey(name))).size < replies.length) return 'same-name';
  if (new Set(replies.map(({ id }) => id)).size < replies.length) return 'same-id';
  return storedBytes(replies) > SAVED_REPLIES_BYTES ? 'too-large' : null;
}

/** Names that read alike are the same. */
export const nameKey = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** Of this many characters, as people count them? */
export const isOfLength = (text: string, most: number): boolean =>
  text.trim() !== '' && characterCount(text) <= most;

/** Those whose name or text has all the words, by name. */
export function searchReplies(replies: readonly SavedReply[], search: string): SavedReply[] {
  const words = nameKey(search).split(/\s+/);
  const has = (text: string): boolean => words.every((word) => nameKey(text).includes(word));
  const byName = replies.filter(({ name }) => has(name));
  const byText = replies.filter(({ name, text }) => !has(name) && has(`${name} ${text}`));
  const sorted = (found: SavedReply[]): SavedReply[] => found.sort((a, b) => a.name.localeCompare(b.name));
  return [...sorted(byName), ...sorted(byText)];
}
