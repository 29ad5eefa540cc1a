/** A piece of a text; with an address, it is to be a link. */
export interface TextPart {
  text: string;
  /** http or https, nothing else. Absent: not a link. */
  href?: string;
}

/**
 * What no address has in it as it is: punctuation of Chinese and Japanese, and marks of direction and other characters
 * without a look, which make one address look like another.
 */
const STOP = '\\s\\p{C}<>"`{}|\\\\^、-〟！-＠';

/** What it may end with: full stops, quotes and the like end the sentence. */
const LAST = String.raw`\p{L}\p{M}\p{N}/#%&=+$@_\-`;

/** A bracket is part of an address that opens it, as many encyclopaedias have them. */
const BRACKETS = String.raw`\([^${STOP}()]*\)`;

/** Not with a name before the host, which looks like another's. */
const ADDRESS = new RegExp(
  String.raw`(\bhttps?://(?!/|[^\s/?#]*@)(?:${BRACKETS}|[^${STOP}()])*(?:${BRACKETS}|[${LAST}]))`,
  'iu',
);

/** As `URL.canParse`, which customers' browsers have only since 2023 (docs/widget.md). */
function isAddress(text: string): boolean {
  try {
    return !!new URL(text);
  } catch {
    return false;
  }
}

/**
 * Splits a text that somebody typed at the web addresses in it. Joined, the parts are the text: nothing of it is
 * changed, left out or taken for mark-up.
 */
export const linkParts = (text: string): TextPart[] =>
  // Every other piece is what the expression's one group found.
  text.split(ADDRESS).flatMap((piece, index) => {
    if (piece === '') return [];
    return [index % 2 > 0 && isAddress(piece) ? { text: piece, href: piece } : { text: piece }];
  });
