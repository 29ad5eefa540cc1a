import { plainTextOf } from './plain-text-of';

interface Node {
  type?: unknown;
  content?: unknown;
}

/** What a comment says without the lines of our own that `plainRichText` puts before and after a visitor's words. */
export function spokenTextOf(document: unknown): string {
  const { content } = (document ?? {}) as Node;
  if (!Array.isArray(content)) return plainTextOf(document);
  const words = [...(content as Node[])];
  if (isOwnLine(words[0], 'strong')) words.shift();
  while (isOwnLine(words.at(-1), 'em')) words.pop();
  return plainTextOf({ type: 'doc', content: words });
}

function isOwnLine(node: Node | undefined, mark: 'strong' | 'em'): boolean {
  const [line, ...more] = (Array.isArray(node?.content) ? node.content : []) as (Node & {
    marks?: unknown;
  })[];
  const [only, ...others] = (Array.isArray(line?.marks) ? line.marks : []) as Node[];
  return (
    node?.type === 'paragraph' &&
    more.length + others.length === 0 &&
    line?.type === 'text' &&
    only?.type === mark
  );
}
