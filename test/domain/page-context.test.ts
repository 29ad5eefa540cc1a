import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenTextOf } from '../../src/domain/adf/spoken-text-of';
import { removeAccount, withoutWords } from '../../src/domain/conversation-erasure';
import { listedOf } from '../../src/domain/conversation-listing';
import { CONTEXT_VALUES } from '../../src/domain/limits';
import { contextInWords, isDeclarable, pageContext } from '../../src/domain/page-context';
import { plainRichText } from '../../src/domain/rich-text';
import { aConversation, stepTo } from '../support/a-conversation';
import { NOON } from '../support/desk-builders';

const many = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key ${index}`, 'value']));

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.constantFrom('', '__proto__', '\ufffe'),
);

describe('T1: what a page declares', () => {
  it.each([
    ['as it is, where it is plain text', { plan: 'Pro', 'Größe & Farbe': '<b>XL</b>' }],
    ['ten of them', many(10)],
    ['up to the last character, an emoji being one', { ['😀'.repeat(40)]: '😀'.repeat(200) }],
    ['nothing at all', {}],
  ])('is kept: %s', (_what, declared) => {
    expect(pageContext(declared)).toEqual(declared);
  });

  it.each([
    ['no object', 'plan=Pro'],
    ['nothing', null],
    ['a list', ['Pro']],
    ['eleven values', many(11)],
    ['a number', { items: 3 }],
    ['something within something', { cart: { items: '3' } }],
    ['a key of 41 characters', { ['k'.repeat(41)]: 'v' }],
    ['a value of 201', { k: 'v'.repeat(201) }],
  ])('is refused, all of it: %s', (_what, declared) => {
    expect(pageContext(declared)).toBeNull();
  });

  it('is one line of what can be seen: nothing ends it, hides in it or turns it round', () => {
    expect(
      pageContext({
        'pl\u202ean': 'Pro\r\nEmail confirmed',
        id: '\u2066 4\u0000711\u200b ',
        none: '\u200b',
        '\ufffe': 'x',
      }),
    ).toEqual({ plan: 'Pro Email confirmed', id: '4711' });
  });

  it('is taken, whatever it is, where the page was told that it may be declared', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, anyText), { maxLength: CONTEXT_VALUES }), (entries) => {
        const declared = Object.fromEntries(entries.filter(([key, value]) => isDeclarable(key, value)));
        const kept = pageContext(JSON.parse(JSON.stringify(declared)));
        expect(kept).not.toBeNull();
        for (const [key, value] of Object.entries(kept ?? {})) {
          for (const text of [key, value]) {
            expect(text.trim()).not.toBe('');
            expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
          }
        }
        expect(pageContext(kept)).toEqual(kept);
      }),
    );
  });
});

describe('T1, T5: in the request', () => {
  it('each value says of itself who says it, and none of it is the customer’s words', () => {
    fc.assert(
      fc.property(anyText, fc.dictionary(anyText, anyText, { maxKeys: 10 }), (text, declared) => {
        const lines = contextInWords(pageContext(declared) ?? {});
        for (const line of lines) expect(line).toMatch(/^Said by the page, not confirmed · ./);
        const said = spokenTextOf(plainRichText(text, 'Visitor', [...lines, 'Chat reference: FD1N1']));
        expect(said).toBe(spokenTextOf(plainRichText(text, null)));
      }),
    );
  });
});

describe('T8: what a page declared', () => {
  const accountId = 'visitor-account';
  const visitor = { kind: 'registered', name: 'Vera', email: 'vera@example.com', accountId } as const;
  const { conversation } = aConversation({ visitor, context: { plan: 'Pro' }, authors: ['agent'] });

  it('goes with the words of an erased chat, and with the account of its visitor', () => {
    expect(stepTo(withoutWords(conversation, NOON)).context).toBeUndefined();
    expect(stepTo(removeAccount(conversation, accountId)).context).toBeUndefined();
  });

  it('stays when an agent’s account is closed', () => {
    expect(stepTo(removeAccount(conversation, 'agent')).context).toEqual({ plan: 'Pro' });
  });

  it('weighs nothing in lists (F17)', () => {
    expect(listedOf(conversation)).not.toHaveProperty('context');
  });
});
