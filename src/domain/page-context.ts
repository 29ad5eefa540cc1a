import { characterCount } from './character-count';
import { CONTEXT_KEY_LENGTH, CONTEXT_VALUE_LENGTH, CONTEXT_VALUES } from './limits';
import { plainLine } from './plain-line';

/** What a web page declares when a chat is started on it, key by key: the page's claim, which nobody vouches for (rule T1). */
export type PageContext = Record<string, string>;

/** May a page declare this? Widget and server ask the same, so that no start is refused for what the widget lets through. */
export const isDeclarable = (key: string, value: unknown): value is string =>
  typeof value === 'string' &&
  characterCount(key) <= CONTEXT_KEY_LENGTH &&
  characterCount(value) <= CONTEXT_VALUE_LENGTH;

/**
 * As it is kept: lines of plain text, without those of which nothing can be read. Null: not of the form, or too much.
 */
export function pageContext(declared: unknown): PageContext | null {
  if (typeof declared !== 'object' || declared === null || Array.isArray(declared)) return null;
  const entries = Object.entries(declared as Record<string, unknown>);
  if (entries.length > CONTEXT_VALUES) return null;
  const kept: [key: string, value: string][] = [];
  for (const [key, value] of entries) {
    if (!isDeclarable(key, value)) return null;
    const line = [plainLine(key, CONTEXT_KEY_LENGTH), plainLine(value, CONTEXT_VALUE_LENGTH)] as const;
    if (!line.includes('')) kept.push([...line]);
  }
  return Object.fromEntries(kept);
}

/** For the request in Jira, a line each: none can be taken for a line of Frontdesk's own. */
export const contextInWords = (context: PageContext): string[] =>
  Object.entries(context).map(([key, value]) => `Said by the page, not confirmed · ${key}: ${value}`);
