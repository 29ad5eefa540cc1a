import { customerName } from './conversation';
import type { ListedConversation } from './conversation-listing';

/** Words as they are compared: without accents, and without regard to case. */
const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** What Jira's search takes for more than a word; it has no way to mean them as they are. */
const NO_WORD = /[^\p{L}\p{N}\p{M}]+/u;

/** The words of a search, for Jira's; none: there is nothing that it could find. */
export const wordsOf = (query: string): string[] => query.split(NO_WORD).filter((word) => word !== '');

/** The key of a request that a search may be; null: it is none. */
export const keyIn = (query: string): string | null =>
  /^[a-z][a-z0-9_]*-[1-9]\d{0,9}$/i.test(query.trim()) ? query.trim().toUpperCase() : null;

/**
 * Whether a search finds a chat by what lists know of it: every word in the customer's name or address, the first or the
 * last line, or the request's key.
 */
export function isFoundBy(
  query: string,
  chat: Pick<ListedConversation, 'visitor' | 'firstLine' | 'last' | 'issue'>,
  people: ReadonlyMap<string, { name: string | null }>,
): boolean {
  const { visitor, firstLine, last, issue } = chat;
  const name = customerName(chat, people);
  const known = folded(
    [name, visitor.name, visitor.email, firstLine, last.line, issue?.key].filter(Boolean).join('\n'),
  );
  return folded(query)
    .split(/\s+/)
    .every((word) => known.includes(word));
}
