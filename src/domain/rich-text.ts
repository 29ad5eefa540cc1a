import { saidLine, saidText } from './said-text';

/** Atlassian Document Format, as far as Frontdesk writes it. */
export interface RichText {
  type: 'doc';
  version: 1;
  content: Paragraph[];
}

interface Paragraph {
  type: 'paragraph';
  content: Inline[];
}

type Inline = { type: 'text'; text: string; marks?: { type: 'strong' | 'em' }[] } | { type: 'hardBreak' };

/**
 * The text exactly as it was typed: every line a text node, so that no mark-up, mention or link syntax in it means
 * anything. `before` is a line in bold of our own, such as who says it; `after` are lines in italics of our own.
 */
export function plainRichText(text: string, before: string | null, after: string[] = []): RichText {
  const content: Inline[] = saidText(text)
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'hardBreak' as const }] : []),
      ...(line === '' ? [] : [{ type: 'text' as const, text: line }]),
    ]);
  const head = before === null ? [] : ownLine(before, 'strong');
  const foot = after.flatMap((line) => ownLine(line, 'em'));
  return { type: 'doc', version: 1, content: [...head, { type: 'paragraph', content }, ...foot] };
}

/** Jira refuses a text without a character. */
function ownLine(line: string, mark: 'strong' | 'em'): Paragraph[] {
  const text = saidLine(line);
  return text === ''
    ? []
    : [{ type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: mark }] }] }];
}
