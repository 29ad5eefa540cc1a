import { describe, expect, it } from 'vitest';
import { isUnanswered, type Conversation, type ConversationEvent } from '../../src/domain/conversation';
import { confirmDelivery, sentAs, visitorSays, type Step } from '../../src/domain/conversation-transitions';
import {
  commentAdded,
  commentEdited,
  commentRemoved,
  descriptionRead,
  requestChanged,
  requestGone,
  requestMoved,
} from '../../src/domain/request-transitions';
import { aConversation, ISSUE, stepTo } from '../support/a-conversation';
import { MINUTE, NOON } from '../support/desk-builders';

const eventsOf = (step: Step): ConversationEvent[] => (step.kind === 'changed' ? step.events : []);
const rewrittenOf = (step: Step): ConversationEvent[] =>
  step.kind === 'changed' ? (step.rewritten ?? []) : [];

const comment = {
  operationId: null,
  commentId: '7',
  author: 'ann',
  from: 'agent' as const,
  text: 'Hi',
  createdAt: NOON,
  updatedAt: NOON,
  now: NOON,
};

/** The events that were stored on the way to a conversation. */
function storedWith(...steps: ((current: Conversation) => Step)[]): {
  conversation: Conversation;
  stored: Map<number, ConversationEvent>;
} {
  const first = aConversation();
  let { conversation } = first;
  const stored = new Map(first.events.map((event) => [event.n, event]));
  for (const step of steps) {
    const next = step(conversation);
    for (const event of [...rewrittenOf(next), ...eventsOf(next)]) stored.set(event.n, event);
    conversation = stepTo(next);
  }
  return { conversation, stored };
}

describe('comments', () => {
  it('are messages of the agent, each once, in whichever order Jira and the inbox tell of them', () => {
    const fromInbox = { ...comment, operationId: 'op' };
    for (const [first, second] of [
      [comment, fromInbox],
      [fromInbox, comment],
      [fromInbox, fromInbox],
    ] as const) {
      const once = stepTo(commentAdded(aConversation().conversation, first));
      expect(once.n).toBe(2);
      const twice = commentAdded(once, second);
      expect(eventsOf(twice)).toEqual([]);
      // Told twice by the inbox, it is known under the inbox's name.
      expect(sentAs(stepTo(twice), 'op')).toBe(2);
    }
  });

  it('of the customer themself, by e-mail or on the portal, are theirs', () => {
    const said = commentAdded(aConversation().conversation, { ...comment, author: 'cara', from: 'visitor' });
    expect(eventsOf(said)).toMatchObject([
      { kind: 'message', from: 'visitor', author: null },
      { kind: 'delivered', of: 2 },
    ]);
  });

  it.each([
    ['an agent', 'agent', true, false],
    ['an agent who gave this very address as a customer', 'agent', false, true],
    ['another customer', 'customer', true, true],
    ['an automation', 'app', true, true],
  ] as const)(
    'of %s are shown as theirs, and say whether somebody still waits (T4)',
    (_who, from, answers, waits) => {
      const said = stepTo(commentAdded(aConversation().conversation, { ...comment, from, answers }));
      expect(isUnanswered(said)).toBe(waits);
      expect(said.authors).toEqual(from === 'agent' ? ['ann'] : []);
      // Nobody's words are said under the name of somebody else.
      expect(said.last.author).toBe(from === 'customer' || (from === 'agent' && answers) ? 'ann' : null);
    },
  );

  it('that are heard of late stand as of when they were written, and are not the last word (T5)', () => {
    const again = stepTo(
      visitorSays(aConversation().conversation, {
        text: 'Hello?',
        clientMessageId: 'm2',
        now: NOON + MINUTE,
      }),
    );
    const late = commentAdded(again, { ...comment, createdAt: NOON + 1, now: NOON + 2 * MINUTE });
    expect(eventsOf(late)).toMatchObject([{ kind: 'message', at: NOON + 1 }]);
    expect(stepTo(late).last).toMatchObject({ from: 'visitor', line: 'Hello?' });
    expect(isUnanswered(stepTo(late))).toBe(true);
  });

  it('that are edited follow, each change once, and no copy of what they said before stays (T5)', () => {
    const { conversation, stored } = storedWith((current) => commentAdded(current, comment));
    const edit = { text: 'Hi!', updatedAt: NOON + 5, now: NOON + 6 };
    const edited = commentEdited(conversation, '7', edit, stored);
    expect(eventsOf(edited)).toMatchObject([{ kind: 'edited', of: 2, text: 'Hi!' }]);
    expect(rewrittenOf(edited)).toMatchObject([{ n: 2, kind: 'message', text: 'Hi!' }]);
    expect(stepTo(edited).last.line).toBe('Hi!');
    expect(commentEdited(stepTo(edited), '7', edit, stored).kind).toBe('unchanged');

    const twice = storedWith(
      (current) => commentAdded(current, comment),
      (current) => commentEdited(current, '7', edit, stored),
    );
    const more = { text: 'Good day', updatedAt: NOON + 7, now: NOON + 8 };
    const again = commentEdited(twice.conversation, '7', more, twice.stored);
    expect(rewrittenOf(again)).toMatchObject([
      { n: 2, kind: 'message', text: 'Good day' },
      // The edit before says nothing any more.
      { n: 3, kind: 'deleted', of: 3 },
    ]);
  });

  it('that are taken back leave nothing of what they said, and whoever spoke before spoke last (T5)', () => {
    const edit = { text: 'Hi!', updatedAt: NOON + 5, now: NOON + 6 };
    const before = storedWith((current) => commentAdded(current, comment));
    const { conversation, stored } = storedWith(
      (current) => commentAdded(current, comment),
      (current) => commentEdited(current, '7', edit, before.stored),
    );
    const removed = commentRemoved(conversation, '7', stored, NOON);
    expect(eventsOf(removed)).toMatchObject([{ kind: 'deleted', of: 2 }]);
    expect(rewrittenOf(removed)).toMatchObject([
      { n: 2, kind: 'message', text: '', gone: true },
      { n: 3, kind: 'deleted', of: 3 },
    ]);
    expect(stepTo(removed).last).toMatchObject({ from: 'visitor', line: 'Hello', n: 1 });
    expect(isUnanswered(stepTo(removed))).toBe(true);
    expect(commentRemoved(stepTo(removed), '7', stored, NOON).kind).toBe('unchanged');
  });
});

describe('the request', () => {
  const resolved = { status: 'Resolved', resolved: true, resolvedAt: NOON, assignee: null };
  const open = { status: 'Open', resolved: false, resolvedAt: null, assignee: null };

  it('ends the chat when it is resolved, opens it again when it is reopened, and says each once', () => {
    const ended = requestChanged(aConversation().conversation, resolved, NOON);
    expect(eventsOf(ended)).toMatchObject([{ kind: 'ended' }]);
    expect(requestChanged(stepTo(ended), resolved, NOON).kind).toBe('unchanged');
    expect(eventsOf(requestChanged(stepTo(ended), open, NOON))).toMatchObject([
      { kind: 'reopened', newRequest: false },
    ]);
  });

  it('that was resolved waits again when the customer goes on writing (D2)', () => {
    const ended = stepTo(requestChanged(aConversation().conversation, resolved, NOON));
    expect(isUnanswered(ended)).toBe(false);
    const before = { ...comment, from: 'visitor' as const, createdAt: NOON - 1 };
    expect(isUnanswered(stepTo(commentAdded(ended, before)))).toBe(false);
    const after = stepTo(commentAdded(ended, { ...before, createdAt: NOON + 1 }));
    expect(isUnanswered(after)).toBe(true);
    expect(isUnanswered(stepTo(requestChanged(after, { ...resolved, resolvedAt: NOON + 2 }, NOON + 2)))).toBe(
      false,
    );
  });

  it.each([
    ['gone', requestGone, 'request-gone', { reason: 'request-gone' }],
    ['in another project', requestMoved, 'request-moved', {}],
  ] as const)(
    'that is %s ends the chat once, and goes on where it comes back (T5)',
    (_what, letGo, failure, why) => {
      const gone = letGo(aConversation().conversation, NOON);
      expect(eventsOf(gone)).toStrictEqual([{ n: expect.any(Number), at: NOON, kind: 'ended', ...why }]);
      expect(stepTo(gone)).toMatchObject({ failure, ended: true, goneAt: NOON });
      expect(letGo(stepTo(gone), NOON + 1).kind).toBe('unchanged');
      const back = requestChanged(stepTo(gone), open, NOON + 2);
      expect(eventsOf(back)).toMatchObject([{ kind: 'reopened' }]);
      expect(stepTo(back)).toMatchObject({ failure: null, ended: false });
      expect(stepTo(back).goneAt).toBeUndefined();
    },
  );

  it('that is deleted after it was resolved ends the chat for good, until it is back (T5, C12)', () => {
    const ended = stepTo(requestChanged(aConversation().conversation, resolved, NOON));
    expect(eventsOf(requestMoved(ended, NOON + 1))).toEqual([]);
    const gone = requestGone(ended, NOON + 1);
    expect(eventsOf(gone)).toMatchObject([{ kind: 'ended', reason: 'request-gone' }]);
    const [back, ...more] = eventsOf(requestChanged(stepTo(gone), resolved, NOON + 2));
    expect([back?.kind, more]).toEqual(['ended', []]);
    expect(back).not.toHaveProperty('reason');
  });

  it('whose description is edited says so in the customer’s own message; as it was raised is no edit (T5)', () => {
    const delivered = { n: 1, comment: null, issue: ISSUE, accountId: null, now: NOON };
    const { conversation, stored } = storedWith(
      (current) => confirmDelivery(current, delivered),
      (current) => descriptionRead(current, 'My card is 4111', new Map(), NOON),
    );
    expect(eventsOf(descriptionRead(conversation, 'My card is 4111', stored, NOON))).toEqual([]);
    const edited = descriptionRead(conversation, 'My card is (removed)', stored, NOON + 1);
    expect(eventsOf(edited)).toMatchObject([{ kind: 'edited', of: 1, text: 'My card is (removed)' }]);
    expect(rewrittenOf(edited)).toMatchObject([{ n: 1, text: 'My card is (removed)' }]);
    expect(stepTo(edited)).toMatchObject({ firstLine: 'My card is (removed)' });
    // Emptied, it is no empty message.
    const emptied = descriptionRead(conversation, null, stored, NOON + 1);
    expect(rewrittenOf(emptied)).toMatchObject([{ n: 1, text: '[…]' }]);
  });
});
