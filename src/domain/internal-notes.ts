import type { Conversation } from './conversation';
import { changed, unchanged, type Step } from './conversation-transitions';
import { fingerprint } from './fingerprint';
import { REMEMBERED_NOTES } from './limits';
import { NOTE_BYTES, NOTES_BYTES } from './inbox-limits';
import type { RequestComment, RequestReading } from './service-request';
import { storedBytes, withinBytes } from './stored-bytes';

/**
 * Internal notes stay in Jira: of them a chat keeps that there are some, and which state of them was heard of. What is
 * not stored here cannot reach a customer from here (rules T4, D6), and is never older than Jira's word (rule T5).
 */

/** Tells one state of a request's notes from another: which there are, and when each was changed last. '': there are none. */
export function notesMark(comments: RequestComment[]): string {
  const notes = comments.filter(({ isNote }) => isNote).sort((a, b) => Number(a.id) - Number(b.id));
  if (notes.length === 0) return '';
  return fingerprint(notes.map(({ id, updatedAt }) => `${id}@${String(updatedAt)}`).join());
}

/** The newest notes that one answer has room for, in the order written; of a long one the beginning. Jira has the rest. */
export function notesToShow(comments: RequestComment[]): RequestComment[] {
  const shown: RequestComment[] = [];
  let room = NOTES_BYTES;
  const newestFirst = comments
    .filter(({ isNote }) => isNote)
    .sort((a, b) => b.createdAt - a.createdAt || Number(b.id) - Number(a.id));
  for (const note of newestFirst) {
    const text = withinBytes(note.text, NOTE_BYTES);
    room -= storedBytes(text);
    if (room < 0) break;
    shown.unshift({ ...note, text, spoken: '' });
  }
  return shown;
}

/** The comment that was posted by this operation, or null. */
export const notePostedBy = ({ notes }: Pick<Conversation, 'notes'>, operation: string): string | null =>
  notes?.posted.find((each) => each.operation === operation)?.comment ?? null;

/** An agent's note is in Jira. `mark`: of all of them since then. Nobody's last word, and no answer. */
export function noteAdded(
  conversation: Conversation,
  { operation, comment, mark }: { operation: string; comment: string; mark: string },
): Step {
  if (notePostedBy(conversation, operation) !== null) return unchanged(conversation);
  const posted = [...(conversation.notes?.posted ?? []), { operation, comment }].slice(-REMEMBERED_NOTES);
  return changed({ ...conversation, notes: { mark, posted } });
}

/** Windows that show the chat are told when its notes are others than before. */
export function notesRead(
  conversation: Conversation,
  { comments, wholeFrom }: Pick<RequestReading, 'comments' | 'wholeFrom'>,
): Step {
  // An older one that was asked for by itself is not among those that an agent is shown.
  const mark = notesMark(comments.filter(({ id }) => Number(id) >= wholeFrom));
  const { notes } = conversation;
  if (mark === (notes?.mark ?? '')) return unchanged(conversation);
  return changed({ ...conversation, notes: { mark, posted: notes?.posted ?? [] } });
}
