import { describe, expect, it } from 'vitest';
import { isFoundBy, keyIn, wordsOf } from '../../src/domain/chat-search';
import { NOON } from '../support/desk-builders';
import { aStoredChat, spoke } from '../support/stored-chats';

const mia = aStoredChat('chat', {
  visitor: { kind: 'registered', name: 'Mía Müller', email: 'mia@example.org', accountId: null },
  firstLine: 'A zip of my Heron is stuck',
  last: { ...spoke('agent', NOON), line: 'We mend every Heron' },
  issue: { id: '1', key: 'SUP-15' },
});

const cara = aStoredChat('portal', {
  visitor: { kind: 'portal', name: null, email: null, accountId: 'cara' },
});

const PEOPLE = new Map([['cara', { name: 'Cara Customer' }]]);

describe('D2: a search finds a chat', () => {
  it.each([
    ['by the customer’s name', 'Müller'],
    ['without accents and regard to case', 'mia MULLER'],
    ['by the address', 'mia@example'],
    ['by the first line', 'heron stuck'],
    ['by the last line', 'mend every'],
    ['by the request’s key', 'sup-15'],
    ['by words that are not beside each other', 'müller zip'],
  ])('%s', (_what, query) => {
    expect(isFoundBy(query, mia, PEOPLE)).toBe(true);
  });

  it('by the name of an account of the portal', () => {
    expect(isFoundBy('customer', cara, PEOPLE)).toBe(true);
  });

  it('only when every word is in it', () => {
    expect(isFoundBy('müller tent', mia, PEOPLE)).toBe(false);
  });

  it.each([
    ['SUP-12', 'SUP-12'],
    [' sup-12 ', 'SUP-12'],
    ['SUP-0', null],
    ['zip-lock bag', null],
    ['" OR project = HR', null],
  ])('“%s” as the key %s', (query, key) => {
    expect(keyIn(query)).toBe(key);
  });

  it.each([
    ['zip', ['zip']],
    ['" OR project = HR', ['OR', 'project', 'HR']],
    ['C++ (old)', ['C', 'old']],
    ['?!', []],
    ['ファスナー 壊れた', ['ファスナー', '壊れた']],
  ])('asks Jira for the words of “%s” alone', (query, words) => {
    expect(wordsOf(query)).toEqual(words);
  });
});
