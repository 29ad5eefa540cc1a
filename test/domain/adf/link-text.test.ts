import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkText } from '../../../src/domain/adf/link-text';
import { linkParts } from '../../../src/domain/link-parts';

describe('T5: a link in a comment', () => {
  it.each([
    ['the guide', 'https://a.example/x?y=1#z', 'the guide (https://a.example/x?y=1#z)'],
    ['the guide ', 'https://a.example/', 'the guide (https://a.example/) '],
    ['', 'https://a.example/', 'https://a.example/'],
    ['https://a.example/', 'https://a.example/', 'https://a.example/'],
    ['https://a.example', 'https://a.example/', 'https://a.example/'],
    ['a.example', 'https://a.example/', 'https://a.example/'],
    ['https://a.example/ü', 'https://a.example/%C3%BC', 'https://a.example/%C3%BC'],
    ['https://bank.example/', 'https://a.example/', 'https://bank.example/ (https://a.example/)'],
    ['Chat', 'https://a.example/Chat_(software)', 'Chat (https://a.example/Chat_(software))'],
    ['odd', 'https://a.example/(b c!', 'odd (https://a.example/%28b%20c%21)'],
    ['write to us', 'mailto:help%2Bde@a.example?subject=Hello', 'write to us (help+de@a.example)'],
    ['help@a.example', 'mailto:help@a.example', 'help@a.example'],
    ['call us', 'tel:+49-30-123', 'call us (+49-30-123)'],
    ['half', 'mailto:100%', 'half (100%)'],
    ['the request', '/browse/SUP-1', 'the request (/browse/SUP-1)'],
    ['above', '#top', 'above'],
    ['click', 'javascript:alert(1)', 'click'],
    ['click', ' JAVA\tscript:alert(1)', 'click'],
    ['click', 'java\u200b\u0000script:alert(1)', 'click'],
    ['click', 'data:text/html,<script>', 'click'],
    ['click', '', 'click'],
  ])('%j to %s', (words, href, expected) => {
    expect(linkText(words, href)).toBe(expected);
  });

  it('can be followed where texts with links are shown, to where it leads and no bracket further', () => {
    const tail = fc.string({
      unit: fc.constantFrom(...'ab1()[]!.,;:?*~\'"<>`{}|^\\ü界/&=+ %'),
      maxLength: 12,
    });
    const hrefs = fc.tuple(fc.webUrl(), tail).map(([url, end]) => `${url}/${end}`);
    fc.assert(
      fc.property(hrefs, (href) => {
        // Node 20 leaves steps such as "/." in addresses such as https://a.example//.b/. instead of taking them.
        fc.pre(URL.canParse(href) && !/\/\.\.?(?:\/|$)/.test(new URL(href).pathname));
        const [link, ...more] = linkParts(`See ${linkText('the guide', href)}, please`).filter(
          (part) => part.href,
        );
        expect(more).toEqual([]);
        const decoded = (url: string): string =>
          url
            .replace(/\?$/, '')
            .replace(/%([2-7][\dA-F])/gi, (_, hex) => String.fromCharCode(parseInt(hex as string, 16)));
        expect(decoded(new URL(link?.href ?? '').href)).toBe(decoded(new URL(href).href));
      }),
      { numRuns: 2_000 },
    );
  });
});
