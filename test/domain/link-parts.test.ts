import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkParts } from '../../src/domain/link-parts';

const links = (text: string): string[] =>
  linkParts(text).flatMap((part) => (part.href === undefined ? [] : [part.text]));

/** Texts in which addresses, and what looks like them, are likely. */
const pieces = fc.constantFrom(
  'http://',
  'HTTPS://',
  'https://a.example/b',
  'javascript:alert(1)//',
  'data:text/html,',
  'user:secret@',
  '(',
  ')',
  ']',
  '.',
  '…',
  ' ',
  '\n',
  '\u202e',
  '"',
  '<',
  '👋',
  'ü',
);
const texts = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 20 })
  .map((parts) => parts.join(''));

describe('Web addresses in what somebody typed', () => {
  it.each([
    ['See https://example.com/help.', ['https://example.com/help']],
    ['(https://example.com/a?b=c&d=e#f)', ['https://example.com/a?b=c&d=e#f']],
    ['https://en.example.org/wiki/Chat_(software), or', ['https://en.example.org/wiki/Chat_(software)']],
    ['Really https://example.com/?!…', ['https://example.com/']],
    ['HTTP://EXAMPLE.COM and\nhttps://example.org', ['HTTP://EXAMPLE.COM', 'https://example.org']],
    ['詳細は「https://example.com/ja」。', ['https://example.com/ja']],
    ['詳細はhttps://example.com/ja、です', ['https://example.com/ja']],
    ['<a href="https://example.com/x">', ['https://example.com/x']],
    ['http://localhost:4100/', ['http://localhost:4100/']],
    ['the guide (https://example.com/a_(b)).', ['https://example.com/a_(b)']],
  ])('are links: %s', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  it.each([
    'example.com',
    'javascript:alert(1)',
    'data:text/html,hello',
    'mailto:cara@example.com',
    'ftp://example.com',
    'xhttps://example.com',
    'https://',
    'http://...',
    'https://bank.example@elsewhere.example/',
    'https://example.com:99999/',
    'https:///bank.example@elsewhere.example/',
  ])('are nothing but text where they are none that a browser should follow: %s', (text) => {
    expect(linkParts(text)).toEqual([{ text }]);
  });

  it('end where a mark turns the direction of writing, which would make one look like another', () => {
    expect(links('https://example.com/\u202emoc.elpmaxe')).toEqual(['https://example.com/']);
  });

  it('leave the text as it was typed: joined, the parts are the text, and none is empty', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parts = linkParts(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.filter((part) => part.text === '')).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('lead to http and https only, and to where they say', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { text: shown, href } of linkParts(text)) {
          if (href === undefined) continue;
          // What is shown is where it leads.
          expect(href).toBe(shown);
          const { protocol, username, password } = new URL(href);
          expect([protocol === 'http:' || protocol === 'https:', username, password]).toEqual([true, '', '']);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('are found in one pass, however long a text of brackets and stops is', () => {
    const text = `https://example.com/${'.)'.repeat(50_000)}`;
    expect(links(text)).toEqual(['https://example.com/']);
    for (const piece of ['(', '()', '(.', 'http://', 'http://.', 'https://@', '[', "'"]) {
      const parts = linkParts(`https://example.com/${piece.repeat(50_000)}`);
      expect(parts.map((part) => part.text).join('')).toHaveLength(20 + piece.length * 50_000);
    }
  });
});
