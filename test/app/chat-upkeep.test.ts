import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { aChat, type ChatDriver } from '../support/a-chat';
import { HOUR, MINUTE } from '../support/desk-builders';
import { HR, SUP, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { inboxPages } from '../support/inbox-pages';
import { spoke, storeChats, storedChat, storedChats } from '../support/stored-chats';

let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;

beforeEach(async () => {
  app = await aSite();
  const widgetId = await app.widgetId('SUP');
  visitor = aVisitor(app, widgetId);
  chat = aChat(app, () => visitor);
});

describe('faults', () => {
  it('Jira is down for an hour: nothing is lost, nothing is doubled, the order is kept', async () => {
    await app.goOnline('ann');
    app.site.faults.set({ jira: { down: true } });
    await visitor.start('First');
    for (const text of ['Second', 'Third', 'Fourth']) {
      expect((await visitor.send(text)).status).toBe(202);
      await app.clock.advance(15 * MINUTE);
    }
    app.site.faults.set({});
    await app.clock.advance(20 * MINUTE);
    const { messages } = await chat.open();
    expect(messages.map(({ text, delivery }) => [text, delivery])).toEqual(
      ['First', 'Second', 'Third', 'Fourth'].map((text) => [text, 'delivered']),
    );
  });

  it('Jira took a message and its answer was lost: it is found again, not sent twice', async () => {
    await app.goOnline('ann');
    app.site.faults.set({ jira: { lostAfter: 0.7 }, seed: 5 });
    await visitor.start('First');
    for (const text of ['Second', 'Third']) await visitor.send(text);
    await app.clock.advance(90 * MINUTE);
    app.site.faults.set({});
    await app.clock.advance(30 * MINUTE);
    const rows = await chat.inbox('all');
    expect(rows).toHaveLength(1);
    const key = String(rows[0]?.issueKey);
    const comments = await chat.jira('ann', 'GET', `/rest/api/3/issue/${key}/comment`);
    const text = JSON.stringify(comments.body);
    for (const word of ['Second', 'Third']) expect(text.split(word)).toHaveLength(2);
    const search = await chat.jira(
      'ann',
      'GET',
      `/rest/api/3/search/jql?jql=${encodeURIComponent('project = SUP AND text ~ "First"')}&fields=summary`,
    );
    expect((search.body as { issues: unknown[] }).issues).toHaveLength(1);
  });
});

describe('what Jira’s configuration allows', () => {
  const settingsOf = (projectId: string) => app.value('joe', 'getProjectSettings', { projectId });
  const change = async (projectId: string, settings: object) => {
    const page = await settingsOf(projectId);
    return app.value('joe', 'saveProjectSettings', {
      projectId,
      settings: { ...page.settings, ...settings },
      rev: page.rev,
    });
  };

  it('a workflow with no way back: a new message after the end starts a new request, and says so', async () => {
    const { widgetId: ofHr } = await change(HR, { chatEnabled: true });
    app.site.jira.grantAgent(app.accountId('bo'), HR);
    await app.goOnline('bo', { projectId: HR });
    visitor = aVisitor(app, String(ofHr));
    await visitor.start('Holidays?');
    await chat.settle();
    const first = await chat.open('bo');
    await app.value('bo', 'resolve', { conversationId: visitor.conversationId() });
    await visitor.send('And sick leave?');
    await chat.settle();
    const second = await chat.open('bo');
    expect(second.row.issueKey).not.toBe(first.row.issueKey);
    expect(second.row.ended).toBe(false);
    expect((await visitor.events()).find(({ kind }) => kind === 'reopened')).toMatchObject({
      newRequest: true,
    });
  });

  it('only request types that a chat can fill are offered, and it is said why not the others', async () => {
    const { requestTypes } = await app.value('pia', 'getRequestTypes', { projectId: SUP });
    expect(requestTypes.some(({ usable }) => usable)).toBe(true);
    const unusable = requestTypes.filter(({ usable }) => !usable);
    expect(unusable.length).toBeGreaterThan(0);
    expect(unusable.every(({ missing }) => missing.length > 0)).toBe(true);
  });

  it('a message that can never be delivered is shown to both sides as such, with the reason', async () => {
    await change(SUP, { requestTypeId: '999999' });
    await app.goOnline('ann');
    await visitor.start('Hello');
    await chat.settle();
    expect((await chat.inbox('all'))[0]).toMatchObject({
      failure: 'request-type-gone',
      pending: 0,
      issueKey: null,
    });
    expect((await visitor.events()).at(-1)).toMatchObject({ kind: 'failed', of: 1 });
  });

  it('S7: flags for new messages are for agents who are online, and for nobody else', async () => {
    const since = new Date(app.clock.now() - MINUTE).toISOString();
    await app.goOnline('ann');
    await visitor.start('Hello');
    await chat.settle();
    expect((await app.value('ann', 'getNewMessages', { since })).messages).toMatchObject([
      { line: 'Hello', isNew: true },
    ]);
    for (const account of ['bo', 'pia', 'joe', 'lee']) {
      expect((await app.value(account, 'getNewMessages', { since })).messages).toEqual([]);
    }
  });
});

describe('personal data', () => {
  it('of a deleted agent and of a deleted customer goes out of every chat', async () => {
    await app.goOnline('ann');
    const { conversationId } = await app.value('cara', 'startConversation', {
      portalId: '1',
      message: 'It is me',
      clientMessageId: randomUUID(),
    });
    await chat.settle();
    await app.value('ann', 'assignToMe', { conversationId });
    await app.value('ann', 'reply', { conversationId, message: 'Hello', operationId: randomUUID() });
    await chat.settle();
    for (const name of ['ann', 'cara']) {
      const id = app.accountId(name);
      await app.site.deletePerson(name);
      await chat.settle();
      await app.clock.advance(MINUTE);
      expect(JSON.stringify(app.site.kvs.snapshot()), name).not.toContain(id);
    }
    const { messages } = await app.value('bo', 'getConversation', { conversationId });
    expect(messages.map(({ text }) => text)).toEqual(['It is me', 'Hello']);
  });

  it('of an agent who spoke in the middle of a chat is in the weekly report, by which it goes when nobody told of the deletion', async () => {
    await app.goOnline('ann');
    await visitor.start('Hello');
    await chat.settle();
    await chat.reply('I look into it.', 'cy');
    await chat.reply('Here it is.', 'bo');
    await chat.settle();
    const cy = app.accountId('cy');
    app.site.jira.deletePerson(cy);
    expect(JSON.stringify(app.site.kvs.snapshot())).toContain(cy);
    await app.site.leap(8 * 24 * HOUR);
    await app.clock.run(app.site.idle());
    expect(JSON.stringify(app.site.kvs.snapshot())).not.toContain(cy);
    expect((await chat.open()).messages.map(({ text }) => text)).toEqual([
      'Hello',
      'I look into it.',
      'Here it is.',
    ]);
  });

  it('of a deleted agent goes out of 250 chats, a hundred in a job', async () => {
    const bo = app.accountId('bo');
    const agentOfAll = storedChats(
      250,
      (index) => `with-bo-${index}`,
      (at) => ({ assignee: bo, last: { ...spoke('agent', at), author: bo } }),
    );
    storeChats(app, agentOfAll);
    await app.site.deletePerson('bo');
    await app.clock.advance(5 * MINUTE);
    await app.clock.run(app.site.idle());
    expect(JSON.stringify(app.site.kvs.snapshot())).not.toContain(bo);
    expect((await inboxPages(app, 'unassigned')).flat()).toHaveLength(250);
  });

  it('of a deleted agent goes out of a chat in which somebody speaks meanwhile', async () => {
    const bo = app.accountId('bo');
    const chats = storedChats(
      60,
      (index) => `with-bo-${index}`,
      () => ({ assignee: bo }),
    );
    storeChats(app, chats);
    const left = (): string[] => chats.map(({ id }) => id).filter((id) => storedChat(app, id).includes(bo));
    app.site.faults.set({ storage: { latencyMs: [50, 50] } });
    await app.site.deletePerson('bo');
    while (left().length > 30) await app.clock.advance(500);
    expect(left().length).toBeGreaterThan(20);
    // Half of them are done; in the others the visitor speaks again, so that they come first in every list.
    const spoken = chats.filter(({ id }) => left().includes(id));
    const again = spoke('visitor', app.clock.now() + HOUR);
    storeChats(
      app,
      spoken.map((chat) => ({ ...chat, rev: chat.rev + 1, last: again })),
    );
    // Before the weekly report finds the account once more.
    await app.clock.advance(MINUTE);
    await app.clock.run(app.site.idle());
    expect(left()).toEqual([]);
  });
});
