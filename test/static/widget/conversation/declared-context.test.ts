import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { parseStart } from '../../../../src/contract/chat-bodies';
import { declaredContext } from '../../../../static/widget/conversation/declared-context';

let warn: MockInstance<typeof console.warn>;
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const told = (): string[] => warn.mock.calls.map(([words]) => String(words));

describe('What a page declares (C9, C13)', () => {
  it('is sent as it is where it is a few texts, and the console says nothing', () => {
    const declared = { plan: 'Pro', 'cart of': '3 tents', toString: 'x' };
    expect(declaredContext(declared)).toEqual(declared);
    for (const nothing of [undefined, null, {}, 5, '']) expect(declaredContext(nothing)).toBeUndefined();
    expect(told()).toEqual([]);
  });

  it.each([
    ['a number', 'items', 3],
    ['what is no text', 'cart', { items: 3 }],
    ['nothing', 'coupon', undefined],
    ['a value that is too long', 'note', 'x'.repeat(201)],
    ['a key that is too long', 'k'.repeat(41), 'x'],
  ])('of %s one line in the console names it, and the rest is sent', (_what, key, value) => {
    const declared = { plan: 'Pro', [key]: value, lang: 'de' };
    expect(declaredContext(declared)).toEqual({ plan: 'Pro', lang: 'de' });
    declaredContext(declared);
    expect(told()).toEqual([expect.stringContaining(`frontdesk.context: ignored "${key}".`)]);
  });

  it('beyond ten, the rest is named', () => {
    const declared = Object.fromEntries([...'abcdefghijkl'].map((key) => [key, 'x']));
    expect(Object.keys(declaredContext(declared) ?? {}).join('')).toBe('abcdefghij');
    expect(told()).toEqual([expect.stringContaining('ignored "k" "l".')]);
  });

  it('keeps nobody from writing, though to read it fails', () => {
    const declared = Object.defineProperty({ plan: 'Pro' }, 'cart', {
      enumerable: true,
      get() {
        throw new Error('the shop is closed');
      },
    });
    expect(declaredContext(declared)).toBeUndefined();
    expect(told()).toEqual([expect.stringContaining('ignored all.')]);
  });

  it('is taken by the server, whatever of it is sent', () => {
    const anything = fc.dictionary(
      fc.string({ unit: 'binary', maxLength: 50 }),
      fc.oneof(fc.string({ unit: 'binary', maxLength: 250 }), fc.anything()),
      { maxKeys: 12 },
    );
    const start = {
      widgetId: 'w',
      message: 'Hello',
      clientMessageId: '3cb62d0f-40ca-44e9-915d-db511e62303d',
    };
    fc.assert(
      fc.property(fc.oneof(anything, fc.anything()), (declared) => {
        const body = JSON.stringify({ ...start, context: declaredContext(declared) });
        expect(parseStart(body)).toMatchObject({ message: 'Hello' });
      }),
    );
  });
});
