import { z } from 'zod';

/** Atlassian Document Format: how Jira keeps descriptions and comments. */
export interface AdfNode {
  type: string;
  text?: string | undefined;
  content?: AdfNode[] | undefined;
  attrs?: Record<string, unknown> | undefined;
  marks?: { type: string; attrs?: Record<string, unknown> | undefined }[] | undefined;
  [more: string]: unknown;
}

export interface AdfDocument extends AdfNode {
  type: 'doc';
  version: 1;
  content: AdfNode[];
}

const INLINE = [
  'text',
  'hardBreak',
  'mention',
  'emoji',
  'inlineCard',
  'date',
  'status',
  'mediaInline',
] as const;
const BLOCKS = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'codeBlock',
  'panel',
  'rule',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'taskList',
  'taskItem',
  'decisionList',
  'decisionItem',
  'expand',
  'nestedExpand',
  'blockCard',
  'embedCard',
  'mediaSingle',
  'mediaGroup',
  'media',
  'caption',
] as const;

const attributes = z.record(z.string(), z.unknown());
const node: z.ZodType<AdfNode> = z.lazy(() =>
  z
    .looseObject({
      type: z.enum([...INLINE, ...BLOCKS]),
      text: z.string().min(1).optional(),
      content: z.array(node).optional(),
      attrs: attributes.optional(),
      marks: z.array(z.looseObject({ type: z.string(), attrs: attributes.optional() })).optional(),
    })
    .refine(({ type, text }) => (type === 'text') === (text !== undefined)),
);

/** Refuses what Jira's own check of documents refuses: unknown nodes, empty texts, other versions. */
export const adfSchema: z.ZodType<AdfDocument> = z.looseObject({
  type: z.literal('doc'),
  version: z.literal(1),
  content: z.array(node),
});

/** The text as it was typed: nothing in it is markup. */
export function adfOfText(text: string): AdfDocument {
  const content = text
    .split(/\r?\n/)
    .flatMap((line, index): AdfNode[] => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line }]),
    ]);
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content }] };
}

/** What a reader sees, without formatting. */
export function textOfAdf(document: AdfNode): string {
  const { type, text = '', content = [], attrs = {} } = document;
  switch (type) {
    case 'text':
      return text;
    case 'hardBreak':
      return '\n';
    case 'mention':
    case 'emoji':
    case 'status':
      return wordOf(attrs.text);
    case 'inlineCard':
      return wordOf(attrs.url);
    case 'media':
    case 'mediaInline':
      // As in wiki markup: a comment that is a picture alone is not empty.
      return `!${wordOf(attrs.alt) || wordOf(attrs.id)}!`;
    default:
      return content.map(textOfAdf).join(content.some(isInline) ? '' : '\n');
  }
}

export function isInline({ type }: AdfNode): boolean {
  return (INLINE as readonly string[]).includes(type);
}

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');
