/** A node of a document in Atlassian Document Format, whatever it is: what is missing or of a wrong type is empty. */
export interface AdfNode {
  type: string;
  text: string;
  attrs: Readonly<Record<string, unknown>>;
  marks: readonly AdfNode[];
  content: readonly AdfNode[];
}

/** Of anything. A text by itself is a text node. */
export function adfNode(value: unknown): AdfNode {
  if (typeof value === 'string') return { type: 'text', text: value, attrs: {}, marks: [], content: [] };
  const { type, text, attrs, marks, content } = membersOf(value);
  return {
    type: typeof type === 'string' ? type : '',
    text: typeof text === 'string' ? text : '',
    attrs: membersOf(attrs),
    get marks() {
      return nodesOf(marks);
    },
    // Only when it is asked for: whoever reads decides how deep to go.
    get content() {
      return nodesOf(content);
    },
  };
}

/** The first of these attributes that is a text with something in it. */
export const textAttr = ({ attrs }: Pick<AdfNode, 'attrs'>, ...names: string[]): string =>
  names
    .map((name) => attrs[name])
    .find((value): value is string => typeof value === 'string' && value.trim() !== '') ?? '';

const nodesOf = (value: unknown): AdfNode[] => (Array.isArray(value) ? value.map(adfNode) : []);

const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
