import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  filledReply,
  replyParts,
  savedRepliesProblem,
  searchReplies,
  unfilledGap,
  type ReplyValues,
} from '../../src/domain/saved-reply';

const KNOWN: ReplyValues = { customer: 'Mia Miller', agent: 'Ann', key: 'SUP-15' };
const UNKNOWN: ReplyValues = { customer: null, agent: null, key: null };

describe('D7: the variables of a saved reply', () => {
  it.each([
    ['Hi {customer}, I’m {agent}: {key}.', KNOWN, 'Hi Mia Miller, I’m Ann: SUP-15.'],
    ['{customer}{customer}', KNOWN, 'Mia MillerMia Miller'],
    ['Hi {customer}, see {key}', { ...KNOWN, customer: null }, 'Hi {customer}, see SUP-15'],
    ['Number {?tracking number}', KNOWN, 'Number {?tracking number}'],
    ['{ customer } {Customer} {other} {} {?}', KNOWN, '{ customer } {Customer} {other} {} {?}'],
    ['Hi {customer}', { ...KNOWN, customer: '{key} $& {agent}' }, 'Hi {key} $& {agent}'],
  ] as const)('%j of %o reads %j', (text, values, filled) => {
    expect(filledReply(text, values)).toBe(filled);
  });

  it.each([
    ['Hi {customer}!', { gap: '{customer}', from: 3, to: 13 }],
    ['{?tracking number} and {key}', { gap: '{?tracking number}', from: 0, to: 18 }],
    ['Hi Mia', null],
    ['{other} {} {?} {?a\nb}', null],
    ['', null],
  ])('the first gap of %j is %o', (text, gap) => {
    expect(unfilledGap(text)).toEqual(gap);
    // Asked again, the same.
    expect(unfilledGap(text)).toEqual(gap);
  });

  const piece = fc.constantFrom('Hi ', '{customer}', '{agent}', '{key}', '{?size}', '{', '}', '\n', '漢');
  const texts = fc.array(piece).map((pieces) => pieces.join(''));

  it('with everything known, only what a person fills is left; with nothing known, the text is as it was', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(filledReply(text, UNKNOWN)).toBe(text);
        const left = unfilledGap(filledReply(text, KNOWN));
        expect(left === null || left.gap.startsWith('{?')).toBe(true);
      }),
    );
  });

  it('the parts of a text are the text, and its gaps are those that stop it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parts = replyParts(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.find(({ isGap }) => isGap)?.text ?? null).toBe(unfilledGap(text)?.gap ?? null);
      }),
    );
  });
});

describe('D7: saved replies', () => {
  const replies = [
    { id: '1', name: 'Exchange, sent today', text: 'We exchange it.' },
    { id: '2', name: 'Express shipping', text: 'Orders before 15:00 leave today.' },
    { id: '3', name: 'Café', text: 'An exchange of ideas' },
  ];
  it.each([
    ['', ['Café', 'Exchange, sent today', 'Express shipping']],
    ['ex', ['Exchange, sent today', 'Express shipping', 'Café']],
    ['EXCHANGE today', ['Exchange, sent today']],
    ['15:00', ['Express shipping']],
    ['nothing', []],
  ])('are found by every word of %j, names first', (search, names) => {
    expect(searchReplies(replies, search).map(({ name }) => name)).toEqual(names);
  });

  it('of one name, whatever its case and width, are one too many', () => {
    expect(savedRepliesProblem(replies)).toBeNull();
    expect(savedRepliesProblem([...replies, { id: '4', name: 'ＣＡＦÉ ', text: 'x' }])).toBe('same-name');
  });
});
