import { textAttr, type AdfNode } from './adf-node';
import { LEFT_OUT } from './left-out';
import { linkText } from './link-text';
import { mediaText } from './media-text';

const INLINE = new Set([
  'text',
  'hardBreak',
  'mention',
  'emoji',
  'date',
  'status',
  'placeholder',
  'inlineCard',
  'inlineExtension',
  'mediaInline',
]);

export const isInline = ({ type }: AdfNode): boolean => INLINE.has(type);

/** What stands in a line, as text. What is struck out is shown to be, or it would read as said. */
export function inlineText(nodes: readonly AdfNode[]): string {
  const alike = (mark: (node: AdfNode) => string, group: readonly AdfNode[]): AdfNode[][] =>
    group.reduce<AdfNode[][]>((groups, node) => {
      const last = groups.at(-1);
      if (last?.[0] && mark(last[0]) === mark(node)) last.push(node);
      else groups.push([node]);
      return groups;
    }, []);
  const struck = (group: readonly AdfNode[]): string =>
    alike(isStruck, group)
      .map((part) => {
        const text = part.map(nodeText).join('');
        return part[0] && isStruck(part[0]) ? around(text, '~~') : text;
      })
      .join('');
  return alike(hrefOf, nodes)
    .map((group) => linkText(struck(group), group[0] ? hrefOf(group[0]) : ''))
    .join('');
}

/** A card: a link that says by itself what it leads to. */
export function cardText(node: AdfNode): string {
  const data = typeof node.attrs.data === 'object' ? { attrs: { ...node.attrs.data } } : { attrs: {} };
  const url = textAttr(node, 'url') || textAttr(data, 'url');
  return linkText(textAttr(data, 'name'), url) || LEFT_OUT;
}

const markOf = ({ marks }: AdfNode, type: string): AdfNode | undefined =>
  marks.find((mark) => mark.type === type);

function hrefOf(node: AdfNode): string {
  const link = node.type === 'mediaInline' ? undefined : markOf(node, 'link');
  return link ? textAttr(link, 'href') : '';
}

const isStruck = (node: AdfNode): string => (markOf(node, 'strike') ? 'struck' : '');

/** The marks go close around the words. */
const around = (text: string, mark: string): string =>
  text.replace(/^(\s*)(\S(?:.*\S)?)(\s*)$/s, `$1${mark}$2${mark}$3`);

function nodeText(node: AdfNode): string {
  switch (node.type) {
    case 'text':
      return markedText(node);
    case 'hardBreak':
      return '\n';
    case 'mention':
      return `@${textAttr(node, 'text').replace(/^@/, '') || '…'}`;
    case 'emoji':
      return textAttr(node, 'text', 'shortName') || LEFT_OUT;
    case 'date':
      return dateText(node.attrs.timestamp);
    case 'status':
    case 'placeholder':
      return textAttr(node, 'text');
    case 'inlineCard':
      return cardText(node);
    case 'mediaInline':
      return mediaText(node, node.attrs.type === 'image' ? 'picture' : 'file');
    default:
      return textAttr(node, 'text') || LEFT_OUT;
  }
}

function markedText(node: AdfNode): string {
  const { text } = node;
  if (markOf(node, 'code')) return around(text, '`');
  // 10³ is not 103.
  const isRaised = markOf(node, 'subsup')?.attrs.type === 'sup';
  return isRaised ? text.replace(/^\S.*$/s, text.length > 1 ? '^($&)' : '^$&') : text;
}

/** A day, which Jira keeps as its first millisecond in UTC; as everybody reads it alike. */
function dateText(timestamp: unknown): string {
  const date = new Date(/^-?\d+$/.test(String(timestamp)) ? Number(timestamp) : Number.NaN);
  return Number.isNaN(date.getTime()) ? LEFT_OUT : date.toISOString().replace(/T.*/, '');
}
