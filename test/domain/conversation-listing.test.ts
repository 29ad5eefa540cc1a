import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnanswered, type Conversation } from '../../src/domain/conversation';
import { NOBODY, listingOf } from '../../src/domain/conversation-listing';
import { MINUTE, NOON } from '../support/desk-builders';
import { aStoredChat, spoke } from '../support/stored-chats';

const waiting = (at: number | null) => ({
  n: 1,
  text: 'Hello',
  attempt: at === null ? null : { id: 'a', at, count: 1 },
});

const TABLE: [what: string, overrides: Partial<Conversation>, listing: object][] = [
  ['new', {}, { state: 'open', spoke: 'visitor', assignee: NOBODY }],
  ['answered', { last: spoke('agent', NOON) }, { state: 'open', spoke: 'agent' }],
  ['resolved', { ended: true }, { state: 'ended', spoke: 'visitor' }],
  ['assigned', { assignee: 'ann' }, { assignee: 'ann' }],
  ['delivered', { pending: [] }, { delivery: 'followed', tried: NOON + 10 * MINUTE }],
  [
    'in no request of this desk',
    { pending: [], failure: 'request-moved' },
    { delivery: 'done', tried: NOON },
  ],
  [
    'resolved, to which the customer goes on writing',
    { ended: true, endedAt: NOON - 1 },
    { state: 'open', spoke: 'visitor' },
  ],
  ['assigned to somebody who left', { assignee: 'ann', assigneeLeft: true }, { assignee: NOBODY }],
  ['held back', { held: { since: NOON }, pending: [waiting(null)] }, { state: 'held', delivery: 'done' }],
  ['not tried yet', { pending: [waiting(null)] }, { delivery: 'waiting', tried: NOON }],
  ['tried later', { pending: [waiting(NOON + 5), waiting(null)] }, { delivery: 'waiting', tried: NOON + 5 }],
];

describe('what lists find a chat by', () => {
  it.each(TABLE)('a chat that is %s', (_what, overrides, listing) => {
    expect(listingOf(aStoredChat('c', { last: spoke('visitor', NOON), ...overrides }))).toMatchObject(
      listing,
    );
  });

  it('says the same as the rule for “unanswered”, whatever happened', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.constantFrom('visitor' as const, 'agent' as const), (ended, from) => {
        const chat = aStoredChat('c', { ended, last: spoke(from, NOON) });
        const { state, spoke: who } = listingOf(chat);
        expect(state === 'open' && who === 'visitor').toBe(isUnanswered(chat));
      }),
    );
  });

  it('is never blank: an index takes no blank text', () => {
    for (const value of Object.values(listingOf(aStoredChat('c')))) expect(String(value).trim()).not.toBe('');
  });
});
