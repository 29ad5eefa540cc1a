import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/domain/conversation';
import { beginDelivery } from '../../src/domain/conversation-transitions';
import { RAISE_ANEW_MS, isTooSoonToRaise, lookLater, withoutAsking } from '../../src/domain/delivery-doubt';
import { MINUTE, NOON } from '../support/desk-builders';
import { aStoredChat } from '../support/stored-chats';

const waiting = (attempt: Conversation['pending'][number]['attempt'] = null): Conversation =>
  aStoredChat('Vera', { issue: null, pending: [{ n: 1, text: 'Hello', attempt }] });

function begin(conversation: Conversation, id: string, now: number): Conversation | null {
  const step = beginDelivery(conversation, id, now);
  return step.kind === 'changed' ? step.conversation : null;
}

const first = ({ pending: [message] }: Conversation): Conversation['pending'][number] => {
  if (!message) throw new Error('nothing waits');
  return message;
};

describe('whether Jira may have a message that it was asked to take', () => {
  it('is no question at the first attempt, nor after attempts that never asked', () => {
    let conversation = waiting();
    for (let index = 0; index < 3; index++) {
      const begun = begin(conversation, `run${index}`, NOON + index * MINUTE);
      expect(begun && first(begun).doubt).toBeUndefined();
      conversation = withoutAsking(begun ?? conversation, `run${index}`);
    }
  });

  it('is one since the attempt that did not end', () => {
    const begun = begin(waiting(), 'run', NOON);
    const next = begun && begin(begun, 'next', NOON + MINUTE);
    expect(next && first(next).doubt).toEqual({ since: NOON, lookAt: NOON + MINUTE });
  });

  it('is looked for once, where the version before left an attempt and did not say what it asked', () => {
    const next = begin(waiting({ id: 'old', at: NOON, count: 1 }), 'next', NOON + MINUTE);
    expect(next && isTooSoonToRaise(first(next), NOON + MINUTE)).toBe(false);
    expect(next && first(next).doubt).toBeDefined();
  });

  it('is looked for at growing intervals, then answered with no', () => {
    const looks: number[] = [];
    const begun = begin(waiting(), 'lost', NOON);
    let conversation = begun ?? waiting();
    for (let now = NOON + MINUTE; looks.length < 20; now += 1_000) {
      const claimed = begin(conversation, `look${now}`, now);
      if (!claimed) continue;
      looks.push((now - NOON) / MINUTE);
      if (!isTooSoonToRaise(first(claimed), now)) break;
      conversation = lookLater(claimed, `look${now}`, now);
    }
    expect(looks).toEqual([1, 2, 5, 10, 20]);
  });

  it('is never answered with no before the stated time has passed since Jira may have been asked last', () => {
    const what = fc.constantFrom('asked', 'not asked', 'looked' as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(what, fc.integer({ min: 1, max: 30 })), { maxLength: 30 }), (steps) => {
        let conversation = waiting();
        let asked: number | null = null;
        let now = NOON;
        for (const [index, [kind, minutes]] of steps.entries()) {
          now += minutes * MINUTE;
          const claimed = begin(conversation, `run${index}`, now);
          if (!claimed) continue;
          const mayRaise = !isTooSoonToRaise(first(claimed), now);
          expect(mayRaise).toBe(asked === null || now - asked >= RAISE_ANEW_MS);
          expect(first(claimed).doubt === undefined).toBe(asked === null);
          if (kind === 'asked' && mayRaise) {
            asked = now;
            conversation = claimed;
          } else if (kind === 'looked') conversation = lookLater(claimed, `run${index}`, now);
          else conversation = withoutAsking(claimed, `run${index}`);
          // A look of the first attempt has nothing to look for.
          if (kind === 'looked' && asked === null) conversation = withoutAsking(claimed, `run${index}`);
        }
      }),
      { numRuns: 500 },
    );
  });
});
