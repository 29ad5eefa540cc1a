import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation, ConversationEvent } from '../../src/domain/conversation';
import {
  beginDelivery,
  confirmDelivery,
  failDelivery,
  restart,
  visitorSays,
  type Step,
} from '../../src/domain/conversation-transitions';
import { commentAdded, requestChanged } from '../../src/domain/request-transitions';
import { MESSAGES_PER_MINUTE } from '../../src/domain/limits';
import { aConversation, ISSUE, stepTo } from '../support/a-conversation';
import { MINUTE, NOON } from '../support/desk-builders';

const eventsOf = (step: Step): ConversationEvent[] => (step.kind === 'changed' ? step.events : []);

const begun = (): Conversation => aConversation().conversation;

const deliver = (conversation: Conversation, n: number, commentId: string | null = null): Step =>
  confirmDelivery(conversation, {
    n,
    comment: commentId === null ? null : { id: commentId, createdAt: NOON },
    issue: ISSUE,
    accountId: null,
    now: NOON,
  });

describe('a visitor’s message', () => {
  it('is stored before it is delivered', () => {
    expect(begun()).toMatchObject({ n: 1, pending: [{ n: 1, text: 'Hello', attempt: null }], issue: null });
  });

  it('sent twice is one message', () => {
    expect(visitorSays(begun(), { text: 'Hello', clientMessageId: 'm1', now: NOON }).kind).toBe('unchanged');
  });

  it('is refused when there were too many in a minute, and says when it goes again', () => {
    let conversation = begun();
    for (let index = 2; index <= MESSAGES_PER_MINUTE; index++) {
      conversation = stepTo(
        visitorSays(
          { ...conversation, pending: [] },
          { text: 'x', clientMessageId: `m${index}`, now: NOON + index },
        ),
      );
    }
    const refused = visitorSays(conversation, { text: 'x', clientMessageId: 'more', now: NOON + 30_000 });
    expect(refused).toMatchObject({ kind: 'refused', retryAfterS: 30 });
    expect(visitorSays(conversation, { text: 'x', clientMessageId: 'more', now: NOON + MINUTE }).kind).toBe(
      'changed',
    );
  });

  it('gets a new token for the same start, as long as it is that start', () => {
    expect(stepTo(restart(begun(), 'm1', 'other')).tokenHash).toBe('other');
    expect(restart(begun(), 'm2', 'other').kind).toBe('refused');
  });
});

describe('delivery', () => {
  it('is one attempt at a time, and a dead one is taken over after a minute', () => {
    const claimed = stepTo(beginDelivery(begun(), 'run-1', NOON));
    expect(beginDelivery(claimed, 'run-2', NOON + 59_999).kind).toBe('unchanged');
    expect(stepTo(beginDelivery(claimed, 'run-2', NOON + MINUTE)).pending[0]?.attempt).toMatchObject({
      id: 'run-2',
      count: 2,
    });
  });

  it('told twice is told once', () => {
    const delivered = stepTo(deliver(begun(), 1));
    expect(delivered.pending).toEqual([]);
    expect(deliver(delivered, 1).kind).toBe('unchanged');
    expect(failDelivery(delivered, 1, 'refused', NOON).kind).toBe('unchanged');
  });

  it('that can never be done says why, to both sides', () => {
    const failed = failDelivery(begun(), 1, 'request-type-gone', NOON);
    expect(eventsOf(failed)).toMatchObject([{ kind: 'failed', of: 1, reason: 'request-type-gone' }]);
    expect(stepTo(failed)).toMatchObject({ failure: 'request-type-gone', pending: [] });
  });

  it('that finds the request deleted ends the chat for good, also one that was resolved before, once (T5, C12)', () => {
    const last = { kind: 'ended', reason: 'request-gone' };
    const gone = failDelivery(begun(), 1, 'request-gone', NOON);
    expect(eventsOf(gone)).toMatchObject([{ kind: 'failed', of: 1 }, last]);
    const resolved = failDelivery({ ...begun(), ended: true }, 1, 'request-gone', NOON);
    expect(eventsOf(resolved)).toMatchObject([{ kind: 'failed', of: 1 }, last]);
    const again = visitorSays(stepTo(gone), { text: 'Hello?', clientMessageId: 'b', now: NOON });
    const n = stepTo(again).n;
    expect(eventsOf(failDelivery(stepTo(again), n, 'request-gone', NOON))).toMatchObject([
      { kind: 'failed', of: n },
    ]);
  });
});

describe('for any order of what happens, each delivered twice', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('says' as const), id: fc.nat({ max: 30 }) }),
    fc.record({ kind: fc.constant('claim' as const), id: fc.nat({ max: 30 }) }),
    fc.record({ kind: fc.constant('deliver' as const) }),
    fc.record({ kind: fc.constant('comment' as const), id: fc.nat({ max: 10 }) }),
    fc.record({ kind: fc.constant('status' as const), resolved: fc.boolean() }),
  );

  it('events are numbered without gaps, no message is lost or doubled, and deliveries keep the order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let conversation = begun();
        const events: ConversationEvent[] = [
          {
            n: 1,
            at: NOON,
            kind: 'message',
            from: 'visitor',
            author: null,
            text: 'Hello',
            clientMessageId: 'm1',
          },
        ];
        const sent = new Set(['m1']);
        let now = NOON;
        const apply = (decide: (current: Conversation) => Step): void => {
          for (let times = 0; times < 2; times++) {
            const next = decide(conversation);
            if (next.kind === 'refused') continue;
            conversation = next.conversation;
            events.push(...eventsOf(next));
          }
        };
        for (const each of steps) {
          now += MINUTE;
          const at = now;
          if (each.kind === 'says') {
            apply((current) =>
              visitorSays(current, { text: `t${each.id}`, clientMessageId: `m${each.id}`, now: at }),
            );
            sent.add(`m${each.id}`);
          } else if (each.kind === 'claim') apply((current) => beginDelivery(current, `run${each.id}`, at));
          else if (each.kind === 'deliver') {
            const n = conversation.pending[0]?.n;
            if (n !== undefined) apply((current) => deliver(current, n, `c${n}`));
          } else if (each.kind === 'comment') {
            const commentId = `j${each.id}`;
            apply((current) =>
              commentAdded(current, {
                operationId: null,
                commentId,
                author: 'ann',
                from: 'agent',
                text: 'x',
                createdAt: at,
                updatedAt: at,
                now: at,
              }),
            );
          } else
            apply((current) =>
              requestChanged(
                current,
                { status: 's', resolved: each.resolved, resolvedAt: null, assignee: null },
                at,
              ),
            );
        }
        expect(events.map(({ n }) => n)).toEqual(events.map((_, index) => index + 1));
        const messages = events.flatMap((event) =>
          event.kind === 'message' && event.from === 'visitor' ? [event] : [],
        );
        expect(messages).toHaveLength(sent.size);
        expect(new Set(messages.map(({ clientMessageId }) => clientMessageId))).toEqual(sent);
        const delivered = events.flatMap((event) => (event.kind === 'delivered' ? [event.of] : []));
        expect(delivered).toEqual([...delivered].sort((a, b) => a - b));
        expect([...delivered, ...conversation.pending.map(({ n }) => n)].sort((a, b) => a - b)).toEqual(
          messages.map(({ n }) => n),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
