import { describe, expect, test } from 'vitest';
import type { ConversationView } from '../../../../src/contract/agent-conversation';
import { createConversationStore } from '../../../../static/chats/conversation/conversation-store';
import { createServerClock } from '../../../../static/app/server-clock';
import { at } from '../../availability/panel-builder';
import { conversation, inboxRow, message, myMessage, waitingResolver, way } from '../inbox-builder';

async function opened(first = conversation([message(1)])) {
  const { call, asked } = waitingResolver();
  let ids = 0;
  const store = createConversationStore({
    call,
    clock: createServerClock(),
    conversationId: 'one',
    viewerId: 'ann',
    newOperationId: () => `operation ${(ids += 1)}`,
    offerUndo: () => undefined,
    onView: () => undefined,
  });
  void store.refresh();
  await asked[0]?.succeed(first);
  const texts = (): string[] => store.getState().view?.messages.map(({ text }) => text) ?? [];
  const outgoing = (): [string, string | null][] =>
    store.getState().outgoing.map(({ text, failure }) => [text, failure]);
  return { store, asked, texts, outgoing };
}

describe('F17: earlier pages of which something changed', () => {
  const page = (from: number, to: number, overrides: Partial<ConversationView> = {}): ConversationView =>
    conversation(
      Array.from({ length: to - from + 1 }, (_, index) => message(from + index)),
      { earlier: from === 1 ? null : from, ...overrides },
    );

  /** The newest page, 21–24, and two earlier ones. */
  async function openedBackwards() {
    const chat = await opened(page(21, 24));
    void chat.store.showEarlier();
    await chat.asked[1]?.succeed(page(11, 20));
    void chat.store.showEarlier();
    await chat.asked[2]?.succeed(page(1, 10));
    expect(chat.texts()).toHaveLength(24);
    return chat;
  }
  const rewrite = (view: ConversationView, number: number, text: string): void => {
    for (const each of view.messages) if (each.n === number) each.text = text;
  };
  const taken = (texts: string[]): string[] => texts.filter((text) => /Taken|Changed/.test(text));

  test('are asked for again, one after the other, and read as they are now', async () => {
    const { store, asked, texts } = await openedBackwards();
    void store.refresh();
    await asked[3]?.succeed(page(22, 25, { corrected: 25 }));
    expect(asked[4]?.payload).toEqual({ conversationId: 'one', before: 22 });
    const changed = page(12, 21);
    rewrite(changed, 12, 'Changed');
    await asked[4]?.succeed(changed);
    expect(asked[5]?.payload).toMatchObject({ before: 12 });
    await asked[5]?.succeed(page(1, 11));
    expect(taken(texts())).toEqual(['Changed']);
    expect(texts()).toHaveLength(25);
    expect(asked).toHaveLength(6);
    expect(store.getState().view?.earlier).toBeNull();
  });

  test('are asked for again once for each change, and not at all while none are shown', async () => {
    const { store, asked } = await openedBackwards();
    void store.refresh();
    await asked[3]?.succeed(page(21, 24));
    expect(asked).toHaveLength(4);
    const other = await opened(page(21, 24));
    void other.store.refresh();
    await other.asked[1]?.succeed(page(21, 24, { corrected: 25 }));
    expect(other.asked).toHaveLength(2);
  });

  test('are not shown while they are not known, and can be shown again', async () => {
    const { store, asked, texts } = await openedBackwards();
    void store.refresh();
    await asked[3]?.succeed(page(22, 25, { corrected: 25 }));
    await asked[4]?.succeed(page(12, 21));
    await asked[5]?.fail('unavailable');
    expect(texts()[0]).toBe('message 12');
    expect(store.getState().view?.earlier).toBe(12);
  });

  test('stay as the last answer says, whichever comes last, and keep what is shown meanwhile', async () => {
    const { store, asked, texts } = await openedBackwards();
    void store.refresh();
    await asked[3]?.succeed(page(21, 24, { corrected: 25 }));
    void store.refresh();
    await asked[5]?.succeed(page(21, 27, { corrected: 26 }));
    const [late, latest] = [page(1, 20), page(1, 20)];
    rewrite(late, 2, 'Changed');
    rewrite(latest, 2, 'Taken back');
    await asked[6]?.succeed(latest);
    await asked[4]?.succeed(late);
    expect(taken(texts())).toEqual(['Taken back']);
    expect(texts()).toHaveLength(27);
  });
});

describe('a reply', () => {
  test('is drawn at once and confirmed by the answer', async () => {
    const { store, asked, texts, outgoing } = await opened();
    void store.reply('Hello');
    expect(outgoing()).toEqual([['Hello', null]]);
    expect(asked[1]?.payload).toMatchObject({ message: 'Hello', operationId: 'operation 1' });
    await asked[1]?.succeed(conversation([message(1), myMessage(2, 'Hello')]));
    expect(outgoing()).toEqual([]);
    expect(texts()).toEqual(['message 1', 'Hello']);
  });

  test('waits for the one before it', async () => {
    const { store, asked, outgoing } = await opened();
    void store.reply('first');
    void store.reply('second');
    expect(asked).toHaveLength(2);
    await asked[1]?.succeed(conversation([message(1), myMessage(2, 'first')]));
    expect(asked[2]?.payload).toMatchObject({ message: 'second' });
    expect(outgoing()).toEqual([['second', null]]);
  });

  test('that failed keeps those behind it back, and all go again in order under their ids', async () => {
    const { store, asked, outgoing } = await opened();
    void store.reply('first');
    void store.reply('second');
    await asked[1]?.fail('unavailable');
    expect(outgoing()).toEqual([
      ['first', 'unavailable'],
      ['second', 'unavailable'],
    ]);
    void store.sendAgain();
    expect(asked[2]?.payload).toMatchObject({ message: 'first', operationId: 'operation 1' });
    await asked[2]?.succeed(conversation([message(1), myMessage(2, 'first')]));
    expect(asked[3]?.payload).toMatchObject({ message: 'second', operationId: 'operation 2' });
    await asked[3]?.succeed(conversation([message(1), myMessage(2, 'first'), myMessage(3, 'second')]));
    expect(outgoing()).toEqual([]);
  });

  test('goes after what could not be sent before', async () => {
    const { store, asked } = await opened();
    void store.reply('first');
    await asked[1]?.fail('unavailable');
    void store.reply('second');
    expect(asked[2]?.payload).toMatchObject({ message: 'first' });
  });

  test('that arrived although its answer was lost is not shown as unsent', async () => {
    const { store, asked, outgoing } = await opened();
    // The server keeps it with line breaks as everywhere, and without what nobody types.
    const pasted = 'Hello\rCara\u202c ';
    void store.reply(pasted);
    await asked[1]?.fail('unavailable');
    expect(outgoing()).toEqual([[pasted, 'unavailable']]);
    void store.refresh();
    await asked[2]?.succeed(conversation([message(1), myMessage(2, 'Hello\nCara')]));
    expect(outgoing()).toEqual([]);
  });

  test('waits until the chat is a request in Jira', async () => {
    const { store, asked, outgoing } = await opened(
      conversation([message(1)], { row: inboxRow({ issueKey: null }) }),
    );
    void store.reply('Hello');
    expect(asked).toHaveLength(1);
    expect(outgoing()).toEqual([['Hello', null]]);
    void store.refresh();
    await asked[1]?.succeed(conversation([message(1)]));
    expect(asked[2]?.payload).toMatchObject({ message: 'Hello', operationId: 'operation 1' });
  });

  test('is not taken for an older one, or a colleague’s, of the same words', async () => {
    const { store, asked, outgoing } = await opened();
    void store.reply('message 1');
    await asked[1]?.fail('unavailable');
    void store.refresh();
    const bo = message(2, { from: 'agent', agent: { accountId: 'bo', name: 'Bo', avatarUrl: null } });
    await asked[2]?.succeed(conversation([message(1), { ...bo, text: 'message 1' }]));
    expect(outgoing()).toHaveLength(1);
  });

  test('is not taken for one that was written before and heard of late, of the same words', async () => {
    const late = { ...myMessage(3, 'On it'), at: at(-1) };
    const { store, asked, outgoing } = await opened(
      conversation([message(1, { at: at(-2) }), late, message(2)]),
    );
    void store.reply('On it');
    await asked[1]?.fail('unavailable');
    void store.refresh();
    await asked[2]?.succeed(conversation([message(1, { at: at(-2) }), late, message(2)], { rev: 2 }));
    expect(outgoing()).toEqual([['On it', 'unavailable']]);
  });

  test('can be taken back when it was not sent, not while it is on its way', async () => {
    const { store, asked, outgoing } = await opened();
    void store.reply('Hello');
    expect(store.takeBack('operation 1')).toBe('');
    await asked[1]?.fail('limit');
    expect(store.takeBack('operation 1')).toBe('Hello');
    expect(outgoing()).toEqual([]);
  });
});

describe('what is shown of a chat', () => {
  test('is never replaced by the answer to an older question', async () => {
    const { store, asked, texts } = await opened();
    void store.refresh();
    void store.refresh();
    await asked[2]?.succeed(conversation([message(1), message(2)]));
    await asked[1]?.succeed(conversation([message(1)]));
    expect(texts()).toEqual(['message 1', 'message 2']);
  });

  test('is asked for once more when the answer to a reply comes late', async () => {
    const { store, asked, texts, outgoing } = await opened();
    void store.reply('Hello');
    void store.refresh();
    await asked[2]?.succeed(conversation([message(1)]));
    await asked[1]?.succeed(conversation([message(1), myMessage(2, 'Hello')]));
    expect(outgoing()).toEqual([['Hello', null]]);
    await asked[3]?.succeed(conversation([message(1), myMessage(2, 'Hello'), message(3)]));
    expect(outgoing()).toEqual([]);
    expect(texts()).toEqual(['message 1', 'Hello', 'message 3']);
  });

  test('stays when Frontdesk cannot be reached, and goes when the chat is gone', async () => {
    const { store, asked } = await opened();
    void store.refresh();
    await asked[1]?.fail('unavailable');
    expect(store.getState()).toMatchObject({ loadFailure: null, view: {}, staleSince: Date.parse(at(0)) });
    void store.refresh();
    await asked[2]?.succeed(conversation([message(1)]));
    expect(store.getState().staleSince).toBeNull();
    void store.refresh();
    await asked[3]?.fail('not-found');
    expect(store.getState()).toMatchObject({ loadFailure: 'not-found', view: null, staleSince: null });
  });
});

describe('an action', () => {
  test('is one at a time and says when it was done', async () => {
    const { store, asked } = await opened();
    const done = store.run('resolve');
    expect(store.getState().pending).toBe('resolve');
    expect(await store.assign({ to: 'me' })).toBe('not-done');
    await asked[1]?.succeed(conversation([message(1)], { canResolve: false }));
    expect(await done).toBe(true);
    expect(store.getState()).toMatchObject({ pending: null, view: { canResolve: false } });
  });

  test('that was refused is told, with the chat as it is now', async () => {
    const { store, asked } = await opened();
    const done = store.run('resolve');
    await asked[1]?.fail('conflict');
    await asked[2]?.succeed(conversation([message(1)]));
    expect(await done).toBe(false);
    expect(store.getState().failure).toEqual({ action: 'resolve', way: null, code: 'conflict', says: [] });
  });

  test('that asks for more than can be asked for here is not begun', async () => {
    const { store, asked } = await opened();
    const asking = way('61', 'Hand over', 'Handed over', { wants: ['Supplier’s reference'] });
    expect(await store.run('resolve', asking)).toBe(false);
    expect(asked).toHaveLength(1);
    expect(store.getState()).toMatchObject({ pending: null, failure: { way: asking, code: 'conflict' } });
  });
});
