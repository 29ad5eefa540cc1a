import { describe, expect, it } from 'vitest';
import type { ConversationEvent } from '../../src/domain/conversation';
import { eraseMessagesOf, isChatOf, nameOfWhom } from '../../src/domain/personal-data';
import { aStoredChat } from '../support/stored-chats';

const by = (email: string | null, accountId: string | null = null) => ({
  visitor: { kind: 'registered' as const, name: null, email, accountId },
});

describe('whose chat it is when a customer asks (T8)', () => {
  it.each([
    ['cara@example.com', 'cara@example.com', true],
    ['Cara@Example.COM', 'cara@example.com', true],
    ['cara@example.com', ' CARA@example.com ', true],
    // The same letters, one of them written in two parts.
    ['jose\u0301@example.com', 'jos\u00e9@example.com', true],
    ['cara@example.com', 'ara@example.com', false],
    ['cara@example.com', 'cara@example.co', false],
    ['cara+shop@example.com', 'cara@example.com', false],
    [null, 'cara@example.com', false],
  ])('of %j, asked for by %j: %s', (email, asked, expected) => {
    expect(isChatOf(by(email), { email: asked })).toBe(expected);
  });

  it('goes by the account, where that is asked for, and never by one that is not known', () => {
    expect(isChatOf(by(null, 'cara'), { accountId: 'cara' })).toBe(true);
    expect(isChatOf(by(null, 'cara-2'), { accountId: 'cara' })).toBe(false);
    expect(isChatOf(by(null), { accountId: 'null' })).toBe(false);
  });

  it('has one name on receipts, however the address was typed', () => {
    expect(nameOfWhom({ email: ' Cara@Example.com' })).toBe(nameOfWhom({ email: 'cara@example.com' }));
  });
});

describe('what somebody said in another’s chat (T8)', () => {
  const said = (n: number, author: string | null): ConversationEvent => ({
    n,
    at: n,
    kind: 'message',
    from: author === null ? 'visitor' : 'customer',
    author,
    text: `words ${String(n)}`,
    clientMessageId: null,
  });
  const events: ConversationEvent[] = [
    said(1, null),
    ...Array.from({ length: 20 }, (_, index) => said(index + 2, 'cy')),
    { n: 22, at: 22, kind: 'edited', of: 3, text: 'other words 3' },
    said(23, 'bo'),
  ];
  const comments = Object.fromEntries(
    events.flatMap(({ kind, n }) =>
      kind === 'message' && n > 1 ? [[String(n), { n, at: n }] as const] : [],
    ),
  );

  it('goes in steps that one transaction holds, each edit with its message, until nothing is left', () => {
    let chat = { ...aStoredChat('one'), n: 23, comments, lookalikes: ['cy', 'di'] };
    const now = new Map(events.map((event) => [event.n, event]));
    let steps = 0;
    for (;;) {
      const step = eraseMessagesOf(chat, 'cy', [...now.values()]);
      if (step.kind !== 'changed') break;
      steps += 1;
      expect(step.rewritten?.length ?? 0).toBeLessThanOrEqual(16);
      for (const event of step.rewritten ?? []) now.set(event.n, event);
      chat = { ...chat, ...step.conversation };
    }
    expect(steps).toBe(3);
    const left = JSON.stringify([...now.values()]);
    expect(left.match(/words \d+/g)).toEqual(['words 1', 'words 23']);
    expect(left).not.toContain('"cy"');
    expect(chat.lookalikes).toEqual(['di']);
    expect(Object.values(chat.comments).filter((comment) => 'erased' in comment)).toHaveLength(20);
  });
});
