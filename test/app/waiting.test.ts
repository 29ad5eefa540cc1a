import { beforeEach, describe, expect, it } from 'vitest';
import { CHATS_COUNTED } from '../../src/domain/inbox-limits';
import { aChat, type ChatDriver } from '../support/a-chat';
import { OPS, SUP, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { HOUR, MINUTE, NOON } from '../support/desk-builders';
import { aStoredChat, chatId, forgetWait, spoke, storeChats, storedChats } from '../support/stored-chats';

let app: SiteDriver;
beforeEach(async () => {
  app = await aSite();
});

const iso = (ms: number): string => new Date(ms).toISOString();
const waiting = async (account = 'ann') => (await app.value(account, 'getWaiting', {})).projects;

describe('D1: nobody waits unseen', () => {
  it('an agent is told of chats of any age, the longest wait first, whatever was said since', async () => {
    await app.goOnline('ann');
    storeChats(app, [
      aStoredChat('yesterday', { last: { ...spoke('visitor', NOON - MINUTE), since: NOON - 24 * HOUR } }),
      aStoredChat('now', { last: spoke('visitor', NOON) }),
      aStoredChat('answered', { last: spoke('agent', NOON) }),
      aStoredChat('resolved', { ended: true }),
      aStoredChat('held', { held: { since: NOON } }),
    ]);
    const [support, ...others] = await waiting();
    expect(others).toEqual([]);
    expect(support).toMatchObject({ projectId: SUP, online: true, count: 2, isMore: false });
    expect(support?.longestSince).toBe(iso(NOON - 24 * HOUR));
    expect(support?.chats.map(({ conversationId }) => conversationId)).toEqual(
      ['yesterday', 'now'].map(chatId),
    );
    expect(support?.chats[0]).toMatchObject({ since: iso(NOON - 24 * HOUR), lastAt: iso(NOON - MINUTE) });
  });

  it('S7: who is offline is told how many wait and since when, and of no chat', async () => {
    storeChats(app, [aStoredChat('waits')]);
    expect(await waiting()).toMatchObject([{ online: false, count: 1, longestSince: iso(NOON), chats: [] }]);
  });

  it('I7: in each project of theirs, and in no other', async () => {
    storeChats(app, [
      aStoredChat('in-support'),
      aStoredChat('in-operations', { projectId: OPS, last: spoke('visitor', NOON - HOUR) }),
    ]);
    expect((await waiting('ann')).map(({ projectId }) => projectId)).toEqual([OPS, SUP]);
    expect((await waiting('bo')).map(({ projectId }) => projectId)).toEqual([SUP]);
    expect(await waiting('lee')).toEqual([]);
  });

  it('a reply, a resolution and the customer’s next word count at once', async () => {
    const visitor: VisitorDriver = aVisitor(app, await app.widgetId('SUP'));
    const chat: ChatDriver = aChat(app, () => visitor);
    await app.goOnline('ann');
    const begun = app.clock.now();
    await visitor.start('Hello');
    await chat.settle();
    await visitor.send('Is somebody there?');
    await chat.settle();
    expect(await waiting()).toMatchObject([
      { count: 1, longestSince: iso(begun), chats: [{ line: 'Is somebody there?', isNew: false }] },
    ]);
    await chat.reply('Good day', 'bo');
    expect(await waiting()).toEqual([]);
    await app.value('ann', 'resolve', { conversationId: visitor.conversationId() });
    const again = app.clock.now();
    await visitor.send('One more thing');
    await chat.settle();
    const [support] = await waiting();
    expect(Date.parse(support?.longestSince ?? '')).toBeGreaterThanOrEqual(again);
  });

  it('more than can be counted are told as more', async () => {
    await app.goOnline('ann');
    storeChats(
      app,
      storedChats(CHATS_COUNTED + 1, (index) => `waits-${String(index)}`),
    );
    expect(await waiting()).toMatchObject([{ count: CHATS_COUNTED, isMore: true }]);
  });

  it('a chat that was stored before it was noted since when it waits is listed again after an upgrade', async () => {
    storeChats(app, [aStoredChat('old')]);
    forgetWait(app, chatId('old'));
    const listed = async () =>
      (await app.value('ann', 'listConversations', { projectId: SUP, filter: 'unanswered' })).rows;
    expect(await listed()).toEqual([]);
    await app.site.upgrade();
    expect(await listed()).toMatchObject([{ conversationId: chatId('old'), waitingSince: iso(NOON) }]);
  });
});

describe('D2: every filter says how many chats it has', () => {
  const counts = async (account = 'ann') =>
    (await app.value(account, 'countChats', { projectId: SUP })).counts;
  const exactly = (count: number) => ({ count, isMore: false });

  it('of a desk with few open chats in one query', async () => {
    storeChats(app, [
      aStoredChat('waits'),
      aStoredChat('answered', { last: spoke('agent', NOON), assignee: app.accountId('ann') }),
      aStoredChat('of-bo', { assignee: app.accountId('bo') }),
      aStoredChat('of-who-left', { assignee: app.accountId('ann'), assigneeLeft: true }),
      aStoredChat('resolved', { ended: true, assignee: app.accountId('ann') }),
    ]);
    app.site.stats.reset();
    expect(await counts()).toEqual({
      unanswered: exactly(3),
      mine: exactly(1),
      unassigned: exactly(2),
      unresolved: exactly(4),
    });
    expect(app.site.stats.snapshot().storage['entity/query']?.calls).toBe(1);
  });

  it('of a desk with more open chats than can be counted, the others exactly', async () => {
    storeChats(
      app,
      storedChats(
        CHATS_COUNTED,
        (index) => `answered-${String(index)}`,
        (at) => ({ last: spoke('agent', at) }),
      ),
    );
    storeChats(
      app,
      storedChats(
        7,
        (index) => `waits-${String(index)}`,
        () => ({ assignee: app.accountId('ann') }),
      ),
    );
    expect(await counts()).toEqual({
      unanswered: exactly(7),
      mine: exactly(7),
      unassigned: exactly(CHATS_COUNTED),
      unresolved: { count: CHATS_COUNTED, isMore: true },
    });
  });
});
