import { beforeEach, describe, expect, it } from 'vitest';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { HOUR, MINUTE, NOON } from '../support/desk-builders';
import { aStoredChat, chatId, spoke, storeChats, storedChats } from '../support/stored-chats';

let app: SiteDriver;
beforeEach(async () => {
  app = await aSite();
});

describe('flags', () => {
  const since = new Date(NOON - MINUTE).toISOString();
  const news = (flagged?: string[], account = 'ann') =>
    app.value(account, 'getNewMessages', { since, ...(flagged && { flagged }) });

  it('S7: tell of every new message, of fifty at once and behind a hundred answered chats', async () => {
    await app.goOnline('ann');
    const answered = (at: number) => ({ last: spoke('agent', at) });
    storeChats(
      app,
      storedChats(100, (index) => `answered-${index}`, answered, NOON + HOUR),
    );
    // Within a minute: a second is what lies between two of them.
    storeChats(
      app,
      storedChats(50, (index) => `new-${index}`),
    );
    storeChats(
      app,
      storedChats(20, (index) => `long-ago-${index}`, undefined, NOON - HOUR),
    );
    const { messages, settled } = await news();
    expect(messages).toHaveLength(50);
    expect(messages.every(({ conversationId }) => conversationId.startsWith('new-'))).toBe(true);
    expect(settled).toEqual([]);
  });

  it('are settled by a colleague’s answer, a resolution, the end of one’s part in the project, and what is gone', async () => {
    await app.goOnline('ann');
    storeChats(app, [
      aStoredChat('waits'),
      aStoredChat('answered', { last: spoke('agent', NOON) }),
      aStoredChat('resolved', { ended: true }),
      aStoredChat('not-mine', { projectId: '10003' }),
    ]);
    const flagged = ['waits', 'answered', 'resolved', 'not-mine', 'never-was'].map(chatId);
    expect((await news(flagged)).settled).toEqual(flagged.slice(1));
    // Who has gone offline meanwhile still has the flag, and answers (rule S7).
    await app.goOffline('ann');
    expect((await news(flagged)).settled).toEqual(flagged.slice(1));
    expect((await news(flagged)).messages).toEqual([]);
    expect((await news(flagged, 'lee')).settled).toEqual(flagged);
  });

  it('are refused as a question about too many, or about what is no chat', async () => {
    const ask = (flagged: string[]) => app.code('ann', 'getNewMessages', { since, flagged });
    expect(await ask(Array.from({ length: 100 }, (_, index) => chatId(`chat-${index}`)))).toBe('ok');
    expect(await ask(Array.from({ length: 101 }, (_, index) => chatId(`chat-${index}`)))).toBe(
      'invalid-request',
    );
    expect(await ask(['no chat'])).toBe('invalid-request');
  });

  it('know of an answer at once, while lists still show the chat as unanswered', async () => {
    app = await aSite({ queryLagMs: MINUTE });
    await app.goOnline('ann');
    const chat = aStoredChat('asked');
    storeChats(app, [chat]);
    app.site.kvs.catchUp();
    expect((await news([chat.id])).messages).toHaveLength(1);
    storeChats(app, [{ ...chat, rev: 2, last: spoke('agent', NOON + 1) }]);
    const listed = await app.value('ann', 'listConversations', { projectId: SUP, filter: 'unanswered' });
    expect(listed.rows).toMatchObject([{ conversationId: chat.id }]);
    expect(await news([chat.id])).toMatchObject({ messages: [], settled: [chat.id] });
  });
});
