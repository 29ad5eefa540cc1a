import { COMMENT_LENGTH, EVENT_TEXT_BYTES } from '../limits';
import { saidText } from '../said-text';
import { showsNothing } from '../shows-nothing';
import { withinBytes } from '../stored-bytes';
import { adfNode, textAttr, type AdfNode } from './adf-node';
import { cardText, inlineText, isInline } from './inline-text';
import { LEFT_OUT } from './left-out';
import { indented, linesOf, marked, type Line } from './line';
import { mediaText } from './media-text';

/** Nodes in nodes that are read. Jira's editor nests some six lists in each other. */
const DEPTH = 60;

const PANEL_SIGNS: Record<string, string> = {
  info: 'ℹ️',
  note: '📝',
  tip: '💡',
  success: '✅',
  warning: '⚠️',
  error: '⛔',
};

/**
 * What a comment says, without its looks, for pages that show text only: nothing that can be said in a text is left
 * out, and for everything else there is a sign. Accepts anything; never empty.
 */
export function plainTextOf(document: unknown): string {
  const lines = flow([adfNode(document)], 0);
  const text = saidText(lines.map((line) => line.text).join('\n'));
  if (showsNothing(text)) return LEFT_OUT;
  const kept = withinBytes(text.slice(0, COMMENT_LENGTH), EVENT_TEXT_BYTES);
  if (kept.length === text.length) return text;
  // No character is cut in two.
  return `${kept.replace(/[\ud800-\udbff]$/, '')}\n${LEFT_OUT}`;
}

/** Neighbours that stand in a line are one text; every other node has lines of its own. */
function flow(nodes: readonly AdfNode[], depth: number): Line[] {
  const groups: AdfNode[][] = [];
  for (const node of nodes) {
    const last = groups.at(-1);
    if (last?.[0] && isInline(last[0]) && isInline(node)) last.push(node);
    else groups.push([node]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    return first && !isInline(first) ? blockLines(first, depth) : linesOf(inlineText(group));
  });
}

function blockLines(node: AdfNode, depth: number): Line[] {
  if (depth > DEPTH) return [{ text: LEFT_OUT }];
  const { type, attrs, content } = node;
  const inside = (): Line[] => flow(content, depth + 1);
  switch (type) {
    case 'paragraph':
    case 'heading':
      return content.length > 0 ? inside() : [{ text: '' }];
    case 'codeBlock':
      return inside().map(({ text }) => ({ text, code: true }));
    case 'blockquote':
      return inside().map(({ text }) => ({ text: `> ${text}`.trimEnd() }));
    case 'panel': {
      const sign = PANEL_SIGNS[textAttr(node, 'panelType')] ?? textAttr(node, 'panelIconText');
      const lines = inside();
      const [first, ...rest] = lines;
      return first && !first.code && sign ? [{ text: `${sign} ${first.text}` }, ...rest] : lines;
    }
    case 'expand':
    case 'nestedExpand':
      return [{ text: `▾ ${textAttr(node, 'title')}`.trimEnd() }, ...inside()];
    case 'bulletList':
      return listLines(content, depth, () => '• ');
    case 'orderedList': {
      const first = typeof attrs.order === 'number' && attrs.order >= 0 ? Math.floor(attrs.order) : 1;
      return listLines(content, depth, (_item, index) => `${String(first + index)}. `);
    }
    case 'taskList':
      return listLines(content, depth, (item) => (item.attrs.state === 'DONE' ? '☑ ' : '☐ '));
    case 'decisionList':
      return listLines(content, depth, () => '◆ ');
    case 'table':
      return tableLines(node, depth);
    case 'rule':
      return [{ text: '———' }];
    case 'media':
      return [{ text: mediaText(node, 'picture') }];
    case 'mediaGroup':
      return content.flatMap((child) =>
        child.type === 'media' ? [{ text: mediaText(child, 'file') }] : flow([child], depth + 1),
      );
    case 'blockCard':
    case 'embedCard':
      return [{ text: cardText(node) }];
    case 'doc':
    case 'caption':
      return inside();
    default:
      if (content.length > 0) return inside();
      // Of a kind that is not known here, such as an app's: its own words, or a sign that there is something.
      return linesOf(node.text || textAttr(node, 'text', 'title') || LEFT_OUT);
  }
}

/** What is in a part of a list or a table; in nonsense, something else may stand in its place. */
const partsOf = (node: AdfNode, type: RegExp): readonly AdfNode[] =>
  type.test(node.type) ? node.content : [node];

/** A list in a list is further in. */
const listLines = (
  items: readonly AdfNode[],
  depth: number,
  signOf: (item: AdfNode, index: number) => string,
): Line[] =>
  items.flatMap((item, index) =>
    item.type.endsWith('List')
      ? indented(blockLines(item, depth + 1), '  ')
      : marked(signOf(item, index), flow(partsOf(item, /Item$/), depth + 1)),
  );

/** A row is a line, so that it is seen what belongs together. */
function tableLines({ attrs, content: rows }: AdfNode, depth: number): Line[] {
  let count = 0;
  return rows.map((row) => {
    const parts = partsOf(row, /^tableRow$/);
    const cells = parts.map((cell) =>
      flow(partsOf(cell, /^table(?:Cell|Header)$/), depth + 2)
        .map(({ text }) => text)
        .filter((text) => !showsNothing(text))
        .join(' / '),
    );
    if (attrs.isNumberColumnEnabled === true) {
      const isHead = parts.every(({ type }) => type === 'tableHeader');
      cells.unshift(isHead ? '' : String(++count));
    }
    return { text: cells.join(' | ') };
  });
}
