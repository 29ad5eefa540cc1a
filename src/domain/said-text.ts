/** Whatever ends a line somewhere; Jira refuses some of these in a text and takes others for a character. */
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/**
 * What nobody types and no text needs: control characters, code points that are no characters, and what overrides the
 * direction of writing and so shows another text than the one that is there. Marks of direction, as right-to-left
 * scripts need them, stay.
 */
const UNSAYABLE = /(?![\t\n])[\p{Cc}\p{NChar}\u202a-\u202e\u2066-\u206f]/gu;

/** Halves of characters, which no file and no request can hold. */
const HALF = /\p{Cs}/gu;

const EMPTY_LINES_BEFORE = /^(?:[^\S\n]*\n)+/;

/**
 * A text as it is kept and as it goes to Jira, so that what was accepted can be delivered: as it was typed, with `\n`
 * at the end of each line, and without what Jira refuses. Empty lines before it, and space after it, count for nothing.
 */
export const saidText = (typed: string): string =>
  typed
    .replace(HALF, '\ufffd')
    .replace(LINE_END, '\n')
    .replace(UNSAYABLE, '')
    .replace(EMPTY_LINES_BEFORE, '')
    .trimEnd();

/** The same in one line, of so many characters at most. */
export const saidLine = (typed: string, most = Infinity): string =>
  [...saidText(typed).replace(/\s+/g, ' ').trim()].slice(0, most).join('').trimEnd();
