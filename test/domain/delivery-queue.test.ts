import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startConversation, visitorSays, beginDelivery } from '../../src/domain/conversation-transitions';
import { isDeliveryUnderWay, JOB_LOST_MS, queueDelayS, withQueued } from '../../src/domain/delivery-queue';
import { PENDING_BYTES, PENDING_MESSAGES } from '../../src/domain/limits';
import { storedBytes } from '../../src/domain/stored-bytes';
import { aConversation, stepTo } from '../support/a-conversation';
import { MINUTE, NOON } from '../support/desk-builders';

const { conversation: begun } = aConversation();
const say = (conversation: typeof begun, text: string, now: number) =>
  visitorSays(conversation, { text, clientMessageId: `at ${now} ${conversation.n}`, now });

describe('T6: one job of a chat is on its way at a time', () => {
  it('the first message queues one; those that find it on its way do not', () => {
    expect(begun.queued).toEqual({ at: NOON, n: 1 });
    const next = stepTo(say(begun, 'More', NOON + 1_000));
    expect(next.queued).toEqual({ at: NOON, n: 1 });
  });

  it('what is said after it began, and while nobody delivers, queues another', () => {
    const running = stepTo(beginDelivery(begun, 'run', NOON));
    expect(running.queued).toBeUndefined();
    // The run takes it, too.
    expect(stepTo(say(running, 'More', NOON + 1_000)).queued).toBeUndefined();
    const idle = { ...running, pending: [] };
    expect(stepTo(say(idle, 'More', NOON + 1_000)).queued).toEqual({ at: NOON + 1_000, n: 2 });
  });

  it('one that has not begun after two minutes counts as lost', () => {
    expect(isDeliveryUnderWay(begun, NOON + JOB_LOST_MS - 1)).toBe(true);
    expect(isDeliveryUnderWay(begun, NOON + JOB_LOST_MS)).toBe(false);
  });

  it('three within a minute go at once, further ones ever later; a minute on, at once again', () => {
    let chat = { ...begun, queuedAt: [] as number[] };
    const delays = Array.from({ length: 8 }, (_, index) => {
      const { queued: _queued, ...rest } = chat;
      chat = { ...chat, ...withQueued({ ...rest, pending: [] }, index, NOON + index) };
      return queueDelayS(chat, NOON + index);
    });
    expect(delays).toEqual([0, 0, 0, 5, 10, 20, 20, 20]);
    expect(queueDelayS({ queuedAt: [...chat.queuedAt, NOON + 2 * MINUTE] }, NOON + 2 * MINUTE)).toBe(0);
  });

  it('a chat that is held back queues none and delivers nothing', () => {
    const held = { ...begun, queued: undefined, held: { since: NOON } };
    expect(withQueued(held, 2, NOON)).toBe(held);
    expect(beginDelivery(held, 'run', NOON).kind).toBe('unchanged');
  });
});

describe('T6: what waits is bounded', () => {
  it('ten messages and 96 KB at most, whatever they hold; more is refused, with when to try again', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            sign: fc.constantFrom('x', '"', '\n', 'ß', 'ㄱ', '😀'),
            length: fc.integer({ min: 1, max: 4_000 }),
          }),
          { minLength: 12, maxLength: 16 },
        ),
        (texts) => {
          let chat = begun;
          let refused = 0;
          for (const [index, { sign, length }] of texts.entries()) {
            const step = say(chat, sign.repeat(length), NOON + index);
            if (step.kind === 'refused') {
              refused += step.error.code === 'limit' && step.retryAfterS === 10 ? 1 : Number.NaN;
            } else chat = step.conversation;
            expect(chat.pending.length).toBeLessThanOrEqual(PENDING_MESSAGES);
            expect(storedBytes(chat.pending)).toBeLessThanOrEqual(PENDING_BYTES);
          }
          expect(refused).toBeGreaterThan(0);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('one message always fits', () => {
    for (const sign of ['"', '\n', '😀', '\u2028']) {
      const started = startConversation({
        ...begun,
        message: sign.repeat(4_000),
        clientMessageId: 'm',
        now: NOON,
      });
      expect(started.kind).toBe('changed');
    }
  });

  it('bytes are those of JSON in UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(storedBytes({ text })).toBe(Buffer.byteLength(JSON.stringify({ text })));
      }),
    );
  });
});
