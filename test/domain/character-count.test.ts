import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMessage } from '../../src/contract/chat-bodies';
import { characterCount } from '../../src/domain/character-count';
import { MESSAGE_LENGTH } from '../../src/domain/limits';

describe('The length of a message', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['👋👋', 2],
    ['e\u0301', 2],
    ['\ud83d', 1],
  ])('of %j is %s', (text, count) => expect(characterCount(text)).toBe(count));

  it('is what the server goes by: a page that says there is room left is right', () => {
    const characters = fc.constantFrom('a', 'ü', '界', '👋', '\n');
    fc.assert(
      fc.property(characters, fc.integer({ min: -2, max: 2 }), (character, more) => {
        const text = `x${character.repeat(MESSAGE_LENGTH + more)}`;
        expect(isMessage(text)).toBe(characterCount(text) <= MESSAGE_LENGTH);
      }),
    );
  });
});
