import { saidText } from './said-text';
import { showsNothing } from './shows-nothing';

/** A character that surely has a look, in every font. */
const SEEN = /(?![\p{DI}\u2800])[^\p{C}\p{Z}]/u;

/** The first line of a text that somebody can see, for lists and titles; never empty. */
export function firstLine(text: string): string {
  const lines = saidText(text)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim());
  return lines.find((line) => SEEN.test(line)) ?? lines.find((line) => !showsNothing(line)) ?? '…';
}

/** Characters of a line in a list. */
const LINE_LENGTH = 140;

/** The first line of a text, as lists show it. */
export function lineOf(text: string): string {
  const line = firstLine(text);
  const characters = [...line];
  return characters.length <= LINE_LENGTH ? line : `${characters.slice(0, LINE_LENGTH - 1).join('')}…`;
}
