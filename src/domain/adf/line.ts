/** A line of a text that is made of a document. */
export interface Line {
  text: string;
  /** To be copied as it is: nothing is put before it. */
  code?: true;
}

export const linesOf = (text: string): Line[] => text.split('\n').map((line) => ({ text: line }));

/** The same lines further in. Code stays where it is, or it could not be copied. */
export const indented = (lines: readonly Line[], by: string): Line[] =>
  lines.map((line) => (line.code || line.text === '' ? line : { text: `${by}${line.text}` }));

/** With a sign before the first line, and the others as far in. */
export function marked(sign: string, lines: readonly Line[]): Line[] {
  const [first, ...rest] = lines;
  if (!first || first.code) return [{ text: sign.trimEnd() }, ...lines];
  return [{ text: `${sign}${first.text}` }, ...indented(rest, ' '.repeat(sign.length))];
}
