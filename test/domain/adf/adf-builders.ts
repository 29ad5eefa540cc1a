/** Documents in Atlassian Document Format, as short as they can be written. */

export const node = (type: string, attrs: object, ...content: unknown[]): object => ({
  type,
  attrs,
  content,
});

export const doc = (...content: unknown[]): object => ({ type: 'doc', version: 1, content });

export const text = (words: string, ...marks: object[]): object => ({ type: 'text', text: words, marks });

export const p = (...content: unknown[]): object =>
  node('paragraph', {}, ...content.map((each) => (typeof each === 'string' ? text(each) : each)));

export const link = (href: string): object => ({ type: 'link', attrs: { href } });
