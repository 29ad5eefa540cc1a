import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainRichText } from '../../src/domain/rich-text';

describe('T2: what goes to Jira is a document that Jira takes', () => {
  it('also of a text that an earlier version stored as it came', () => {
    expect(plainRichText('One\rtwo\0', 'Eve\r\n\u202eX', ['', 'Origin'])).toEqual({
      type: 'doc',
      version: 1,
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'Eve X', marks: [{ type: 'strong' }] }] },
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'One' }, { type: 'hardBreak' }, { type: 'text', text: 'two' }],
        },
        { type: 'paragraph', content: [{ type: 'text', text: 'Origin', marks: [{ type: 'em' }] }] },
      ],
    });
  });

  it('no text in it is empty, has a line break or what no request can hold', () => {
    const any = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(any, fc.option(any), fc.array(any, { maxLength: 2 }), (text, before, after) => {
        for (const { content } of plainRichText(text, before, after).content) {
          for (const node of content) {
            if (node.type !== 'text') continue;
            expect(node.text).not.toBe('');
            expect(node.text).not.toMatch(/(?!\t)[\p{Cc}\p{Cs}\p{NChar}\u2028-\u202e\u2066-\u2069]/u);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
