import { beforeEach, describe, expect, it } from 'vitest';
import { strictFaults } from '../../local/fault-settings';
import { aChat, type ChatDriver } from '../support/a-chat';
import { SUP, anOperation } from '../support/a-site';
import { aSiteWithJira } from '../support/a-site-with-jira';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { costOf } from '../support/cost-of';
import { HOUR, MINUTE, NOON } from '../support/desk-builders';

const KEEP = 'PUT issue/*/properties/frontdesk';

/** `firstAnswerAfter` and the rest are Jira's to search by, so they are read from Jira, as somebody who may see the request. */
describe('K9: what a chat keeps with its request', () => {
  let app: Awaited<ReturnType<typeof aSiteWithJira>>;
  let visitor: VisitorDriver;
  let chat: ChatDriver;

  beforeEach(async () => {
    app = await aSiteWithJira();
    visitor = aVisitor(app, await app.widgetId('SUP'));
    chat = aChat(app, () => visitor);
  });

  const keyOf = async (): Promise<string> => String((await chat.open()).row.issueKey);
  const kept = async (): Promise<unknown> => {
    const { status, body } = await chat.jira(
      'bo',
      'GET',
      `/rest/api/3/issue/${await keyOf()}/properties/frontdesk`,
    );
    return status === 200 ? (body as { value: unknown }).value : status;
  };
  const found = async (jql: string): Promise<string[]> => {
    const { status, body } = await chat.jira('bo', 'POST', '/rest/api/3/search/jql', {
      jql: `project = SUP AND ${jql}`,
      fields: ['summary'],
    });
    expect(status, jql).toBe(200);
    return (body as { issues: { key: string }[] }).issues.map(({ key }) => key);
  };
  const putCalls = () => app.wire.calls.filter(({ call }) => /^PUT .*\/properties\/frontdesk$/.test(call));

  it('says what was promised and who vouches, from the moment the request is there', async () => {
    await app.goOnline('ann', { until: new Date(NOON + 2 * HOUR).toISOString() });
    await visitor.start('Hello');
    await chat.settle();
    expect(await kept()).toEqual({
      identified: 'anonymous',
      promised: { state: 'online', until: '2026-11-22T14:00:00.000Z' },
    });
  });

  it('says what was promised to whoever opens the chat', async () => {
    await app.goOnline('ann', { until: new Date(NOON + 2 * HOUR).toISOString() });
    await visitor.start('Hello');
    await chat.settle();
    await app.goOffline('ann');
    expect((await chat.open()).promised).toEqual({
      state: 'online',
      until: '2026-11-22T14:00:00.000Z',
      nextOnlineAt: null,
    });
  });

  it('says when somebody was promised to be back, while the chat was closed', async () => {
    await app.goOnline('ann');
    await app.value('pia', 'saveClosure', {
      projectId: SUP,
      from: new Date(NOON).toISOString(),
      until: new Date(NOON + HOUR).toISOString(),
      operationId: anOperation(),
    });
    await visitor.start('Hello', { name: 'Nora New', email: 'nora@example.com' });
    await chat.settle();
    expect(await kept()).toMatchObject({
      promised: { state: 'offline', nextOnlineAt: '2026-11-22T13:00:00.000Z' },
    });
    expect(await found('frontdeskPromisedNext > "2026-11-22"')).toEqual([await keyOf()]);
  });

  it('says that nobody was promised, to somebody who left an address', async () => {
    await visitor.start('Hello', { name: 'Nora New', email: 'nora@example.com' });
    await chat.settle();
    expect(await kept()).toEqual({ identified: 'unconfirmed', promised: { state: 'offline' } });
  });

  it('says after how many seconds an agent first answered, in the inbox or in Jira, and not again', async () => {
    await app.goOnline('ann');
    await visitor.start('Hello');
    await chat.settle();
    await app.clock.advance(40_000);
    await chat.jira('ann', 'POST', `/rest/api/3/issue/${await keyOf()}/comment`, {
      body: {
        type: 'doc',
        version: 1,
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hi' }] }],
      },
    });
    await app.clock.advance(MINUTE);
    expect(await kept()).toMatchObject({ firstAnswerAfter: 42 });
    await chat.reply('Anything else?');
    await app.clock.advance(MINUTE);
    expect(await kept()).toMatchObject({ firstAnswerAfter: 42 });
    expect(putCalls()).toHaveLength(2);
  });

  it('a reply makes an address confirmed, and is told with it at once', async () => {
    await visitor.start('Hello', { name: 'Nora New', email: 'nora@example.com' });
    await chat.settle();
    await chat.reply('Hi Nora');
    await app.clock.advance(MINUTE);
    expect(await kept()).toMatchObject({ identified: 'confirmed', firstAnswerAfter: 2 });
    expect(putCalls()).toHaveLength(2);
  });

  it('is found by JQL, by its place and by its alias', async () => {
    await app.goOnline('ann');
    await visitor.start('Hello');
    await chat.settle();
    const key = await keyOf();
    const waiting =
      'issue.property[frontdesk].promised.state = "online" AND frontdeskFirstAnswerAfter is EMPTY';
    expect(await found(waiting)).toEqual([key]);
    await app.clock.advance(2 * MINUTE);
    await chat.reply('Sorry for the wait');
    await app.clock.advance(MINUTE);
    expect(await found(waiting)).toEqual([]);
    expect(await found('issue.property[frontdesk].firstAnswerAfter > 60')).toEqual([key]);
    expect(await found('frontdeskFirstAnswerAfter > 600')).toEqual([]);
    expect(await found('frontdeskFirstAnswerAfter <= 600 AND frontdeskPromised in (online)')).toEqual([key]);
  });

  it('holds nothing that anybody said, and no name, address or account', async () => {
    await app.goOnline('ann');
    await visitor.start('My secret', { name: 'Nora New', email: 'nora@example.com' });
    await chat.settle();
    await chat.reply('Hi Nora');
    await app.clock.advance(MINUTE);
    const text = JSON.stringify(await kept());
    for (const personal of ['secret', 'Nora', 'nora@', app.accountId('ann'), visitor.conversationId()])
      expect(text).not.toContain(personal);
  });

  it('F16: costs one call when the request is raised, and one, later and by itself, after the first answer', async () => {
    await app.goOnline('ann');
    const start = await costOf(app, () => visitor.start('Hello'));
    expect(start.jira[KEEP]).toBe(1);
    expect(start.jiraCalls).toBeLessThanOrEqual(6);
    await chat.settle();
    await chat.open();
    const reply = await costOf(app, () => chat.reply('Hi'));
    expect(reply.jira[KEEP]).toBeUndefined();
    const later = await costOf(app, () => app.clock.advance(MINUTE));
    expect(later.jira).toEqual({ [KEEP]: 1 });
    const more = await costOf(app, async () => {
      await chat.reply('And this');
      await app.clock.advance(MINUTE);
    });
    expect(more.jira[KEEP]).toBeUndefined();
  });

  it('a job that the queue delivers twice at once tells it once', async () => {
    await app.goOnline('ann');
    await visitor.start('Hello');
    await chat.settle();
    app.site.faults.set({ queue: { duplicate: 1 } });
    await chat.reply('Hi');
    app.wire.forget();
    app.site.faults.set({ jira: { latencyMs: [200, 200] } });
    await app.clock.advance(MINUTE);
    expect(putCalls()).toHaveLength(1);
  });

  it('what Jira could not take when it was raised is made up for when something is heard of the request', async () => {
    app.wire.instead = ({ method, path }) =>
      method === 'PUT' && path.includes('/properties/')
        ? { status: 503, body: '{"errorMessages":["down"]}', headers: {} }
        : null;
    await visitor.start('Hello', { name: 'Nora New', email: 'nora@example.com' });
    await chat.settle();
    expect((await visitor.events()).map(({ kind }) => kind)).toContain('delivered');
    expect(await kept()).toBe(404);
    app.wire.instead = null;
    await chat.jira('bo', 'PUT', `/rest/api/3/issue/${await keyOf()}/assignee`, {
      accountId: app.accountId('bo'),
    });
    await app.clock.advance(MINUTE);
    expect(await kept()).toMatchObject({ identified: 'unconfirmed' });
  });

  it('what Jira refuses is asked for once, and leaves a line in the log; the chat goes on', async () => {
    app.wire.instead = ({ method, path }) =>
      method === 'PUT' && path.includes('/properties/')
        ? { status: 403, body: '{"errorMessages":["You may not edit this issue."]}', headers: {} }
        : null;
    await app.goOnline('ann');
    await visitor.start('Hello');
    await chat.settle();
    for (const assignee of ['bo', 'ann', 'bo']) {
      await chat.jira('bo', 'PUT', `/rest/api/3/issue/${await keyOf()}/assignee`, {
        accountId: app.accountId(assignee),
      });
      await app.clock.advance(MINUTE);
    }
    expect(putCalls()).toHaveLength(1);
    expect(app.site.log.lines().filter(({ text }) => text.includes('facts of a chat'))).toHaveLength(1);
    await chat.reply('Hi');
    expect((await visitor.events()).filter(({ kind }) => kind === 'message')).toHaveLength(2);
  });

  it('R13: is kept in the end by a Jira that refuses, delays and loses what it may', async () => {
    await app.goOnline('ann');
    app.site.faults.set(strictFaults());
    await visitor.start('Hello');
    await app.clock.advance(10 * MINUTE);
    app.site.faults.set({});
    await chat.reply('Hi');
    app.site.faults.set(strictFaults());
    await app.clock.advance(10 * MINUTE);
    app.site.faults.set({});
    expect(await kept()).toMatchObject({ identified: 'anonymous', firstAnswerAfter: 600 });
  });

  it('a request that was moved out of the service desk, or is gone, is told nothing more', async () => {
    await app.goOnline('ann');
    await visitor.start('Hello');
    await chat.settle();
    const key = await keyOf();
    app.site.jira.changeRequest({ issue: key, action: 'move', to: 'OPS' });
    await app.clock.advance(MINUTE);
    app.wire.forget();
    await app.clock.advance(MINUTE);
    expect(putCalls()).toEqual([]);
  });

  it('a chat that goes on in a new request is told of there, too', async () => {
    await app.goOnline('ann');
    await visitor.start('Hello');
    await chat.settle();
    app.site.jira.changeRequest({ issue: await keyOf(), action: 'move', to: 'OPS' });
    await app.clock.advance(MINUTE);
    await visitor.send('Are you still there?');
    await chat.settle();
    await app.clock.advance(MINUTE);
    expect(await kept()).toMatchObject({ promised: { state: 'online' } });
  });
});
