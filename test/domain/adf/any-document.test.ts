import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTextOf } from '../../../src/domain/adf/plain-text-of';
import { COMMENT_LENGTH } from '../../../src/domain/limits';
import { plainRichText } from '../../../src/domain/rich-text';
import { showsNothing } from '../../../src/domain/shows-nothing';
import { saidText } from '../../../src/domain/said-text';
import { doc, link, node, p } from './adf-builders';

describe('T5: a comment without an end, or without words', () => {
  it.each<[unknown]>([
    [undefined],
    [null],
    [5],
    [''],
    [[]],
    [{}],
    [doc()],
    [doc(p())],
    [doc(p('\u200b'), p(' '))],
    [{ type: 'doc', content: 'x'.length }],
    [{ type: ['doc'], content: [null, 5, { type: {}, content: { length: 3 } }] }],
    [doc({ type: 'paragraph', content: [{ type: 'text', text: 7, marks: 'strong' }] })],
  ])('says of what has nothing to be read that there is something: %j', (document) => {
    expect(plainTextOf(document)).toMatch(/^\[…\](?:\n\[…\])*$/);
  });

  it('takes a text for what it says', () => {
    expect(plainTextOf('<b>Hello</b>')).toBe('<b>Hello</b>');
  });

  it('is cut where it is longer than Jira takes a comment to be, and says so', () => {
    const said = plainTextOf(doc(p('👋'.repeat(20_000))));
    expect(said).toMatch(/👋\n\[…\]$/u);
    expect(said.length).toBeLessThanOrEqual(COMMENT_LENGTH + 4);
  });

  it('goes only so deep, and says where it stopped', () => {
    let deep: object = p('bottom');
    for (let count = 0; count < 5_000; count++)
      deep = node(count % 2 ? 'panel' : 'blockquote', { panelType: 'tip' }, deep);
    expect(plainTextOf(doc(deep))).toContain('[…]');
  });
});

describe('T5: whatever a document is made of', () => {
  const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
  const type = fc.constantFrom(
    ...'paragraph heading bulletList orderedList listItem taskList taskItem decisionList decisionItem table tableRow tableCell'.split(
      ' ',
    ),
    ...'codeBlock blockquote panel expand mediaSingle mediaGroup media layoutSection extension hologram mention date rule'.split(
      ' ',
    ),
  );
  const marks = fc.array(
    fc.oneof(
      fc.constantFrom({ type: 'strike' }, { type: 'code' }, { type: 'subsup', attrs: { type: 'sup' } }),
      fc.oneof(fc.webUrl(), words, fc.constant('javascript:alert(1)')).map(link),
    ),
    { maxLength: 2 },
  );
  const { tree } = fc.letrec<{ tree: object }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      fc.record({ type: fc.constant('text'), text: words, marks }),
      fc.record({
        type,
        attrs: fc.dictionary(
          fc.constantFrom('text', 'title', 'order', 'url', 'alt'),
          fc.oneof(words, fc.integer()),
        ),
        content: fc.array(tie('tree'), { maxLength: 4 }),
      }),
    ),
  }));
  const textsIn = (value: unknown): string[] => {
    const {
      type: kind,
      text: said,
      content = [],
    } = value as { type: string; text?: string; content?: unknown[] };
    if (kind === 'text') return [said ?? ''];
    // These stand for themselves, and media have no words.
    return ['mention', 'date', 'rule', 'media'].includes(kind) ? [] : content.flatMap(textsIn);
  };

  it('every word in it is in the text, nothing else than characters with a look and spaces, and never nothing', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), (content) => {
        const said = plainTextOf(doc(...content));
        expect(said).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        expect(said).not.toContain('javascript:');
        expect(said.trim()).not.toBe('');
        const squeezed = said.replace(/\s/g, '');
        for (const each of content.flatMap(textsIn)) {
          // A line without anything to see may be all there is: a sign stands for it then.
          const lines = saidText(each)
            .split('\n')
            .filter((line) => !showsNothing(line));
          for (const line of lines) expect(squeezed).toContain(line.replace(/\s/g, ''));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('anything at all is answered with a text', () => {
    fc.assert(
      fc.property(fc.anything(), (document) => {
        expect(plainTextOf(document)).not.toBe('');
      }),
      { numRuns: 1_000 },
    );
  });

  it('what Frontdesk writes is read as it was said: nothing looks edited that is not', () => {
    const typed = fc
      .array(fc.oneof(fc.constantFrom('\n', '\r', '\r\n', '  ', '\t', '~~', '> ', '• ', '\u2028'), words), {
        maxLength: 12,
      })
      .map((pieces) => `x${pieces.join('')}`);
    fc.assert(
      fc.property(typed, (message) => {
        expect(plainTextOf(plainRichText(message, null))).toBe(saidText(message));
      }),
      { numRuns: 1_000 },
    );
  });
});
