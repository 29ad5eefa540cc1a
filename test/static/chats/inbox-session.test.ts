import { describe, expect, test } from 'vitest';
import { createDrafts } from '../../../static/chats/conversation/drafts';
import { createInboxSession } from '../../../static/chats/inbox-session';
import { createChatCounts } from '../../../static/chats/list/chat-counts';
import { createServerClock } from '../../../static/app/server-clock';
import { conversation, inboxPage, inboxRow, message, waitingResolver } from './inbox-builder';

const common = {
  clock: createServerClock(),
  projectId: '1',
  viewerId: 'ann',
  newOperationId: () => 'operation',
  openId: 'one',
  drafts: createDrafts('ann', { now: () => 0, onOtherTab: () => undefined }),
};

/** An inbox with two conversations, of which the first is open and known as of its fifth change. */
async function aSession() {
  const { call, asked } = waitingResolver();
  const session = createInboxSession({ ...common, call });
  void session.refresh(true);
  await asked[0]?.succeed(inboxPage([inboxRow(), inboxRow({ conversationId: 'two' })]));
  await asked[1]?.succeed(conversation([message(1)], { rev: 5 }));
  asked.length = 0;
  const questions = (): string[] => asked.map(({ functionKey }) => functionKey);
  return { session, questions, asked };
}

describe('F7: of what happens in a project, an inbox fetches what it shows', () => {
  test('something new in the open conversation is fetched', async () => {
    const { session, questions } = await aSession();
    session.hear('one', 6);
    expect(questions()).toEqual(['getConversation']);
  });

  test('what the answer to one’s own reply had already is not', async () => {
    const { session, questions } = await aSession();
    session.hear('one', 5);
    expect(questions()).toEqual([]);
  });

  test('nor what happens in the others; their rows come with the list', async () => {
    const { session, questions } = await aSession();
    session.hear('two', 9);
    expect(questions()).toEqual([]);
    void session.refresh(false);
    expect(questions()).toEqual(['listConversations', 'countChats']);
  });
});

test('chats that the page counts already are not counted once more', () => {
  const { call, asked } = waitingResolver();
  const counts = createChatCounts(call, '1');
  const session = createInboxSession({ ...common, call, counts });
  void session.refresh(false);
  expect(session.counts).toBe(counts);
  expect(asked.map(({ functionKey }) => functionKey)).toEqual(['listConversations']);
});

test('whoever may not see the list any more sees no conversation either, not even one that is on its way', async () => {
  const { session, asked } = await aSession();
  session.hear('one', 6);
  void session.refresh(false);
  await asked[1]?.fail('not-allowed');
  expect(session.conversation('one').getState()).toMatchObject({ view: null, loadFailure: 'not-allowed' });
  await asked[0]?.succeed(conversation([message(1), message(2)], { rev: 6 }));
  expect(session.conversation('one').getState().view).toBeNull();
});
