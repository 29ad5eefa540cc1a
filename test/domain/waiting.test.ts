import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/domain/conversation';
import { isUnanswered } from '../../src/domain/conversation';
import { visitorSays, type Step } from '../../src/domain/conversation-transitions';
import { commentAdded, requestChanged } from '../../src/domain/request-transitions';
import { waitingSinceOf } from '../../src/domain/waiting';
import { MINUTE, NOON } from '../support/desk-builders';
import { aStoredChat } from '../support/stored-chats';

const at = (minutes: number): number => NOON + minutes * MINUTE;

const after = (step: Step): Conversation => {
  if (step.kind === 'refused') throw new Error('it was refused');
  return step.conversation;
};

let ids = 0;
const says = (chat: Conversation, minutes: number): Conversation =>
  after(visitorSays(chat, { text: 'Hello?', clientMessageId: `m${String(ids++)}`, now: at(minutes) }));

const comment = (
  chat: Conversation,
  from: 'agent' | 'visitor' | 'customer',
  minutes: number,
  heard = minutes,
): Conversation =>
  after(
    commentAdded(chat, {
      operationId: null,
      commentId: `c${String(ids++)}`,
      author: from,
      from,
      text: 'Good day',
      createdAt: at(minutes),
      updatedAt: at(minutes),
      now: at(heard),
    }),
  );

const resolve = (chat: Conversation, minutes: number, resolved = true): Conversation =>
  after(
    requestChanged(
      chat,
      {
        status: resolved ? 'Done' : 'Open',
        resolved,
        resolvedAt: resolved ? at(minutes) : null,
        assignee: null,
      },
      at(minutes),
    ),
  );

const begun = (): Conversation => aStoredChat('waits');

const TABLE: [what: string, chat: () => Conversation, since: number | null][] = [
  ['their first word', begun, 0],
  ['the first of several', () => says(says(begun(), 4), 9), 0],
  ['the first after the reply', () => says(says(comment(begun(), 'agent', 3), 7), 9), 7],
  ['nothing, once a reply is the last word', () => comment(says(begun(), 4), 'agent', 5), null],
  ['their comment on the portal', () => comment(comment(begun(), 'agent', 3), 'visitor', 6), 6],
  ['the word of another customer', () => comment(comment(begun(), 'agent', 3), 'customer', 6), 6],
  ['their word after it was resolved', () => says(resolve(begun(), 5), 8), 8],
  ['nothing while it is resolved', () => resolve(begun(), 5), null],
  ['their first word again where it is reopened', () => resolve(resolve(says(begun(), 2), 5), 6, false), 0],
  ['a reply between two of their words, heard of late', () => comment(says(begun(), 8), 'agent', 4, 9), 4],
  [
    'no later than before, where an older reply is heard of',
    () => comment(says(comment(begun(), 'agent', 3), 8), 'agent', 2, 9),
    8,
  ],
  [
    'their last word, where nothing else was stored',
    () => aStoredChat('old', { last: { at: at(3), from: 'visitor', author: null, line: '' } }),
    3,
  ],
];

describe('D1: a customer waits since', () => {
  it.each(TABLE)('%s', (_what, chat, since) => {
    const found = chat();
    expect(isUnanswered(found) ? waitingSinceOf(found) : null).toBe(since === null ? null : at(since));
  });

  it('a moment that never comes later while nobody replies, however often they write', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 8 }), (steps) => {
        let chat = begun();
        let minute = 0;
        for (const step of steps) {
          minute += step;
          chat = says(chat, minute);
        }
        expect(waitingSinceOf(chat)).toBe(NOON);
      }),
    );
  });

  it('the first word, too, while it is held back', () => {
    expect(waitingSinceOf(says({ ...begun(), held: { since: NOON } }, 5))).toBe(NOON);
  });
});
