import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteAdded, notePostedBy, notesMark, notesRead, notesToShow } from '../../src/domain/internal-notes';
import { NOTES_BYTES } from '../../src/domain/inbox-limits';
import type { RequestComment } from '../../src/domain/service-request';
import { storedBytes } from '../../src/domain/stored-bytes';
import { aStoredChat } from '../support/stored-chats';

const aComment = (id: number, overrides: Partial<RequestComment> = {}): RequestComment => ({
  id: String(id),
  author: { accountId: 'ann', kind: 'person' },
  text: `note ${String(id)}`,
  spoken: '',
  isPublic: false,
  isNote: true,
  createdAt: id,
  updatedAt: id,
  ...overrides,
});

const chat = aStoredChat('Vera');
const read = (comments: RequestComment[], wholeFrom = 0) => notesRead(chat, { comments, wholeFrom });

describe('T5: what a chat keeps of its notes', () => {
  it('is another mark whenever one is added, edited or gone, whatever the order in which Jira says them', () => {
    const [one, two] = [aComment(1), aComment(2)];
    const marks = [[], [one], [two], [one, two], [one, aComment(2, { updatedAt: 3 })]].map(notesMark);
    expect(new Set(marks).size).toBe(5);
    expect(notesMark([two, one])).toBe(notesMark([one, two]));
    expect(notesMark([aComment(1, { isNote: false, isPublic: true })])).toBe('');
  });

  it('changes nothing of who waits, what was said last, and what customers are told', () => {
    const step = read([aComment(1)]);
    if (step.kind !== 'changed') throw new Error('the chat has not heard of the note');
    const { notes: _notes, ...rest } = step.conversation;
    expect(rest).toEqual(chat);
    expect(step.events).toEqual([]);
    expect(step.quiet).toBeUndefined();
  });

  it('is heard of once; an older note that was asked for by itself is none of those that are shown', () => {
    expect(read([]).kind).toBe('unchanged');
    expect(read([aComment(1)], 2).kind).toBe('unchanged');
    const heard = { ...chat, notes: { mark: notesMark([aComment(1)]), posted: [] } };
    expect(notesRead(heard, { comments: [aComment(1)], wholeFrom: 0 }).kind).toBe('unchanged');
    expect(notesRead(heard, { comments: [], wholeFrom: 0 })).toMatchObject({
      conversation: { notes: { mark: '' } },
    });
  });

  it('knows its last twenty operations', () => {
    let known = chat;
    for (let n = 1; n <= 21; n++) {
      const step = noteAdded(known, { operation: `o${String(n)}`, comment: String(n), mark: 'm' });
      if (step.kind === 'changed') known = step.conversation;
    }
    expect(notePostedBy(known, 'o21')).toBe('21');
    expect(notePostedBy(known, 'o1')).toBeNull();
    expect(noteAdded(known, { operation: 'o21', comment: '9', mark: 'n' }).kind).toBe('unchanged');
  });
});

describe('F17: the notes of one answer', () => {
  it('are the newest that it has room for, in the order written, whatever their number and length', () => {
    const texts = fc.array(fc.string({ maxLength: 40_000, unit: 'binary' }), { maxLength: 30 });
    fc.assert(
      fc.property(texts, (all) => {
        const comments = all.map((text, index) => aComment(index + 1, { text }));
        const shown = notesToShow(comments.toReversed());
        const bytes = shown.reduce((sum, { text }) => sum + storedBytes(text), 0);
        expect(bytes).toBeLessThanOrEqual(NOTES_BYTES);
        expect(shown.map(({ id }) => Number(id))).toEqual(
          comments.slice(comments.length - shown.length).map(({ id }) => Number(id)),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('are all of them on an ordinary day', () => {
    const comments = Array.from({ length: 100 }, (_, index) => aComment(index));
    expect(notesToShow(comments)).toHaveLength(100);
    expect(notesToShow([aComment(1, { isNote: false })])).toEqual([]);
  });
});
