import type { AdfDocument, AdfNode } from './adf';

/**
 * Jira Service Management's own API speaks wiki markup, not ADF: `*`, `_`, `[text|address]` and `[~accountid:…]` in a
 * comment are formatting, links and mentions there. The part of it that plain text runs into.
 */
const INLINE = new RegExp(
  [
    String.raw`\\(?<escaped>[\\*_[\]{}|!#^~+?-])`,
    String.raw`\[~accountid:(?<mention>[^\]\n]+)\]`,
    String.raw`\[(?<label>[^|\]\n]+)\|(?<address>https?:[^\]\s]+)\]`,
    String.raw`(?<![\w*])\*(?<strong>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])`,
    String.raw`(?<![\w_])_(?<em>[^\s_](?:[^_\n]*[^\s_])?)_(?![\w_])`,
  ].join('|'),
  'g',
);

const marked = (text: string, type: string, attrs?: Record<string, unknown>): AdfNode => ({
  type: 'text',
  text,
  marks: [{ type, ...(attrs && { attrs }) }],
});

function nodeOf(groups: Record<string, string | undefined>): AdfNode {
  const { escaped, mention, label, address, strong, em } = groups;
  if (mention !== undefined) return { type: 'mention', attrs: { id: mention, text: `@${mention}` } };
  if (label !== undefined) return marked(label, 'link', { href: address });
  if (strong !== undefined) return marked(strong, 'strong');
  if (em !== undefined) return marked(em, 'em');
  return { type: 'text', text: escaped ?? '' };
}

function inlineNodes(line: string): AdfNode[] {
  const nodes: AdfNode[] = [];
  let end = 0;
  for (const match of line.matchAll(INLINE)) {
    if (match.index > end) nodes.push({ type: 'text', text: line.slice(end, match.index) });
    nodes.push(nodeOf(match.groups ?? {}));
    end = match.index + match[0].length;
  }
  if (end < line.length) nodes.push({ type: 'text', text: line.slice(end) });
  return nodes;
}

export function adfOfWiki(markup: string): AdfDocument {
  const lines = markup.split(/\r?\n/);
  const content = lines.flatMap((line, index) => [
    ...(index > 0 ? [{ type: 'hardBreak' }] : []),
    ...inlineNodes(line),
  ]);
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content: joined(content) }] };
}

/** Neighbouring texts without marks are one text, as Jira keeps them. */
function joined(nodes: AdfNode[]): AdfNode[] {
  const result: AdfNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    const isPlain = (one: AdfNode | undefined): boolean => one?.type === 'text' && !one.marks;
    if (last && isPlain(last) && isPlain(node)) last.text = `${last.text ?? ''}${node.text ?? ''}`;
    else result.push({ ...node });
  }
  return result;
}

export function wikiOfAdf(node: AdfNode): string {
  const { type, text = '', content = [], attrs = {}, marks = [] } = node;
  switch (type) {
    case 'text': {
      const plain = text.replace(/[\\*_[\]{}]/g, String.raw`\$&`);
      return marks.reduce((inner, mark) => around(inner, mark), plain);
    }
    case 'hardBreak':
      return '\n';
    case 'mention':
      return `[~accountid:${String(attrs.id)}]`;
    default:
      return content.map(wikiOfAdf).join(type === 'doc' ? '\n\n' : '');
  }
}

function around(inner: string, { type, attrs }: NonNullable<AdfNode['marks']>[number]): string {
  if (type === 'strong') return `*${inner}*`;
  if (type === 'em') return `_${inner}_`;
  if (type === 'link' && typeof attrs?.href === 'string') return `[${inner}|${attrs.href}]`;
  return inner;
}
