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

interface Node {
  type?: unknown;
  text?: unknown;
  attrs?: unknown;
  content?: unknown;
}

const BLOCKS = new Set([
  'paragraph',
  'heading',
  'blockquote',
  'codeBlock',
  'listItem',
  'tableRow',
  'mediaSingle',
  'rule',
]);

/** What a comment says, without its looks: for a page that shows text only. Accepts anything. */
export function plainTextOf(document: unknown): string {
  return textOf(document as Node)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function textOf(node: Node | null | undefined): string {
  if (typeof node !== 'object' || node === null) return '';
  const attrs = (typeof node.attrs === 'object' && node.attrs !== null ? node.attrs : {}) as Record<
    string,
    unknown
  >;
  switch (node.type) {
    case 'text':
      return typeof node.text === 'string' ? node.text : '';
    case 'hardBreak':
      return '\n';
    case 'mention':
    case 'emoji':
    case 'date':
    case 'status':
    case 'inlineCard':
      return [attrs.text, attrs.shortName, attrs.url].find((value) => typeof value === 'string') ?? '';
    default: {
      const inner = Array.isArray(node.content)
        ? node.content.map((child) => textOf(child as Node)).join('')
        : '';
      return BLOCKS.has(String(node.type)) ? `${inner}\n` : inner;
    }
  }
}
