import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstLine, lineOf } from '../../src/domain/first-line';

describe('the first line of a text', () => {
  it.each([
    ['  Hello\nWorld', 'Hello'],
    ['a \t b\rc', 'a b'],
    ['\u200b\nThe invoice is wrong', 'The invoice is wrong'],
    ['\u00ad\r\n \n\u2800\u2060\u2028\u3164\nThe invoice', 'The invoice'],
    ['\ue000\nThe invoice', 'The invoice'],
    ['\u202eevil\u202c', 'evil'],
    // Whether it has a look is up to the font.
    ['\ue000', '\ue000'],
    ['\u200b', '…'],
    ['', '…'],
  ])('is the first that somebody can see: of %j', (text, line) => {
    expect(firstLine(text)).toBe(line);
  });

  it.each([
    ['x'.repeat(200), `${'x'.repeat(139)}…`],
    ['💥'.repeat(200), `${'💥'.repeat(139)}…`],
    ['x'.repeat(140), 'x'.repeat(140)],
  ])('is cut in a list: %j', (text, line) => {
    expect(lineOf(text)).toBe(line);
  });

  it('is one line with something in it, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(firstLine(text)).toMatch(/^[^\r\n\u2028\u2029]+$/);
        expect(firstLine(text).trim()).toBe(firstLine(text));
      }),
    );
  });
});
