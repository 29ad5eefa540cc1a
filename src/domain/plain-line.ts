import { saidLine, saidText } from './said-text';
import { showsNothing } from './shows-nothing';

/**
 * What has no look, or turns the direction of writing, has no place in a name: it makes one name look like another, or
 * like more than a name. But Persian, Indic scripts and emoji join characters by U+200C and U+200D.
 */
const UNSEEN = /(?![\u200c\u200d])\p{Cf}|[\u2800\u3164]/gu;

/** A line of what can be seen and nothing else, of so many characters at most; empty when nothing of it can be read. */
export function plainLine(typed: string, most: number): string {
  const line = saidLine(saidText(typed).replace(UNSEEN, '').normalize('NFC'), most);
  return showsNothing(line) ? '' : line;
}
