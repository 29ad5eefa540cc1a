import type { SavedReply } from '../../../../src/domain/saved-reply';

/** One change that somebody makes to the list. */
export interface ReplyEdit {
  id: string;
  /** As the person saw it; null: it is new. */
  before: SavedReply | null;
  /** Null: it goes. */
  after: SavedReply | null;
}

/** The list with it, whatever else is in the list. */
export function withEdit(replies: readonly SavedReply[], { id, after }: ReplyEdit): SavedReply[] {
  if (after === null) return replies.filter((reply) => reply.id !== id);
  if (!replies.some((reply) => reply.id === id)) return [...replies, after];
  return replies.map((reply) => (reply.id === id ? after : reply));
}

/**
 * What somebody else made of the same reply meanwhile; null: they deleted it; undefined: nothing that this would undo unseen.
 */
export function clashOf(
  replies: readonly SavedReply[],
  { id, before, after }: ReplyEdit,
): SavedReply | null | undefined {
  const stored = replies.find((reply) => reply.id === id) ?? null;
  return isSame(stored, before) || isSame(stored, after) ? undefined : stored;
}

const isSame = (a: SavedReply | null, b: SavedReply | null): boolean =>
  a === null || b === null ? a === b : a.name === b.name && a.text === b.text;
