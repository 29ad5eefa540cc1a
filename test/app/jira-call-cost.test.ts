import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aChat, type ChatDriver } from '../support/a-chat';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { aSiteWithJira } from '../support/a-site-with-jira';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { costOf, type Cost } from '../support/cost-of';
import { MINUTE } from '../support/desk-builders';
import { everydayCosts, type Everyday } from '../support/everyday-costs';

const PERMISSION = { 'POST permissions/check': 1 };
const WAYS = { 'GET issue/*/transitions': 1 };
/** The request with all that is said in it, and the comment that it is about. */
const EVENT = { 'GET issue/*': 1, 'GET issue/*/comment/*': 1 };
/** What a chat keeps with its request, once it is raised; once more in a job of its own. */
const FACTS = { 'PUT issue/*/properties/frontdesk': 1 };
const NAMES = { 'GET user/bulk': 1 };

describe('F16: calls to Jira', () => {
  let costs: Record<Everyday, Cost>;

  beforeAll(async () => {
    costs = await everydayCosts();
  });

  /** All that follows is counted in: jobs, and Jira's events. */
  const EXPECTED: [Everyday, Record<string, number>][] = [
    [
      'anonymous start',
      {
        'GET desk/servicedesk/*/requesttype': 1,
        'GET desk/servicedesk/*/requesttype/*/field': 1,
        'POST desk/request': 1,
        'GET issue/*': 1,
        ...FACTS,
      },
    ],
    ['further message', { 'POST issue/*/comment': 1 }],
    ['reply from the inbox', { ...PERMISSION, 'POST issue/*/comment': 1, ...WAYS, ...EVENT }],
    ['first reply, told to its request', FACTS],
    ['comment in Jira', EVENT],
    ['first comment of somebody who was never online', { ...EVENT, ...PERMISSION }],
    ['change in Jira', { 'GET issue/*': 1 }],
    ['first page view of an agent', { ...PERMISSION, ...NAMES }],
    ['page view of an agent', {}],
    ['first page view of somebody else', { ...PERMISSION, ...NAMES }],
    ['page view of somebody else', {}],
    ['one chat', { ...PERMISSION, ...WAYS }],
    ['idle poll of a chat', {}],
    // Whether who is online, and who has a chat, are agents still.
    ['five quiet minutes', { 'POST permissions/check': 2 }],
  ];
  it.each(EXPECTED)('%s', (happened, jira) => {
    expect(costs[happened].jira).toEqual(jira);
  });

  it('a start of somebody who leaves an address: at most six', () => {
    expect(costs['registered start'].jiraCalls).toBeLessThanOrEqual(6);
  });
});

describe('F16: calls that are not needed', () => {
  let app: SiteDriver;
  let visitor: VisitorDriver;
  let chat: ChatDriver;

  beforeEach(async () => {
    app = await aSite();
    visitor = aVisitor(app, await app.widgetId('SUP'));
    chat = aChat(app, () => visitor);
    await app.goOnline('ann');
    await visitor.start('Hello');
    await chat.settle();
  });

  const jiraOf = async (happens: () => Promise<unknown>) => (await costOf(app, happens)).jira;
  const about = (): { conversationId: string } => ({ conversationId: visitor.conversationId() });

  it('a reply of somebody whose name nobody has asked for costs no more, and shows the name', async () => {
    expect(await jiraOf(() => chat.reply('One', 'bo'))).toEqual({
      // The second by the event, which comes here before the reply is noted: Bo was never online.
      'POST permissions/check': 2,
      'POST issue/*/comment': 1,
      ...WAYS,
      ...EVENT,
    });
    expect((await chat.open()).messages.at(-1)?.agent?.name).toBe('Bo Becker');
  });

  it('a reply that is sent again once it is noted asks for no comment', async () => {
    const operationId = randomUUID();
    await chat.reply('One', 'ann', operationId);
    await chat.settle();
    expect(await jiraOf(() => chat.reply('One', 'ann', operationId))).toEqual({ ...PERMISSION, ...WAYS });
  });

  it('whoever types, or looks at the inbox, is asked for once', async () => {
    expect(await jiraOf(() => app.value('ann', 'typing', about()))).toEqual(PERMISSION);
    expect(await jiraOf(() => chat.inbox('all'))).toEqual(PERMISSION);
  });

  it('a change of the request is asked for once, done, and looked at, here and by its event', async () => {
    const looks = { 'GET issue/*': 2 };
    expect(await jiraOf(() => app.value('ann', 'assignToMe', about()))).toEqual({
      ...PERMISSION,
      'PUT issue/*/assignee': 1,
      ...looks,
      ...WAYS,
    });
    expect(await jiraOf(() => app.value('ann', 'resolve', about()))).toMatchObject({
      ...PERMISSION,
      'POST issue/*/transitions': 1,
    });
  });

  it('the second start of a day asks for no request types', async () => {
    visitor = aVisitor(app, await app.widgetId('SUP'));
    expect(await jiraOf(() => visitor.start('Hello'))).toEqual({
      'POST desk/request': 1,
      'GET issue/*': 1,
      ...FACTS,
    });
  });

  it('the settings of a project ask what that page shows', async () => {
    const cost = await jiraOf(() => app.value('pia', 'getProjectSettings', { projectId: SUP }));
    expect(cost).toEqual(PERMISSION);
  });
});

describe('what Jira said is remembered, and not for longer than is good', () => {
  let app: Awaited<ReturnType<typeof aSiteWithJira>>;

  beforeEach(async () => {
    app = await aSiteWithJira();
    await app.goOnline('ann');
  });

  const view = (account: string) => app.value(account, 'getPanel', { projectId: SUP });
  const isShownAgent = async (account: string): Promise<boolean> =>
    (await view(account)).projects.some(({ id, isAgent }) => id === SUP && isAgent);

  it('F16: whoever looks at pages of Jira asks once in ten minutes', async () => {
    for (const account of ['ann', 'bo', 'lee', 'pia']) await view(account);
    app.wire.forget();
    for (let minute = 1; minute < 10; minute++) {
      await app.clock.advance(MINUTE);
      for (const account of ['ann', 'bo', 'lee', 'pia']) await view(account);
    }
    expect(app.wire.calls.filter(({ as, call }) => as === 'user' || call.includes('user/bulk'))).toEqual([]);
  });

  it('a page shows a role that was taken away for ten minutes at most', async () => {
    expect(await isShownAgent('ann')).toBe(true);
    app.jira.revokeAgent(app.accountId('ann'), SUP);
    await app.clock.advance(10 * MINUTE);
    expect(await isShownAgent('ann')).toBe(false);
  });

  it('whoever lost a role can do nothing with it from that moment, and the page knows then', async () => {
    const widgetId = await app.widgetId('SUP');
    const visitor = aVisitor(app, widgetId);
    await visitor.start('Hello');
    await aChat(app, () => visitor).settle();
    await view('ann');
    app.jira.revokeAgent(app.accountId('ann'), SUP);
    const conversationId = visitor.conversationId();
    expect(await app.code('ann', 'getConversation', { conversationId })).toBe('not-allowed');
    expect(await app.code('ann', 'listConversations', { projectId: SUP, filter: 'all' })).toBe('not-allowed');
    expect(await app.code('ann', 'reply', { conversationId, message: 'Hi', operationId: randomUUID() })).toBe(
      'not-allowed',
    );
    expect(await isShownAgent('ann')).toBe(false);
  });

  it('whoever became an agent goes online at once, and the page knows then', async () => {
    expect(await isShownAgent('lee')).toBe(false);
    app.jira.grantAgent(app.accountId('lee'), SUP);
    await app.goOnline('lee');
    expect(await isShownAgent('lee')).toBe(true);
  });

  it('whoever became an agent sees so when they open the dialog, and later ones ask nothing', async () => {
    const open = async (): Promise<boolean> =>
      (await app.value('lee', 'getPanel', { projectId: SUP, opened: true })).me.isAgent;
    expect(await open()).toBe(false);
    app.wire.forget();
    expect(await open()).toBe(false);
    expect(app.wire.calls).toEqual([]);
    app.jira.grantAgent(app.accountId('lee'), SUP);
    await app.clock.advance(MINUTE);
    expect(await open()).toBe(true);
    app.wire.forget();
    await app.clock.advance(2 * MINUTE);
    expect(await open()).toBe(true);
    expect(app.wire.calls).toEqual([]);
  });

  it('names that one person saw open no project to another', async () => {
    await view('ann');
    app.jira.setActive(app.accountId('bo'), false);
    expect(await app.code('bo', 'getPanel', { projectId: SUP })).toBe('not-found');
    expect(await app.code('bo', 'getPanel', { projectKey: 'SUP' })).toBe('not-found');
  });

  it('a request type that asks for more than it did holds back no message', async () => {
    const start = async (message: string): Promise<VisitorDriver> => {
      const visitor = aVisitor(app, await app.widgetId('SUP'));
      await visitor.start(message);
      await aChat(app, () => visitor).settle();
      return visitor;
    };
    await start('First');
    await app.clock.advance(5 * MINUTE);
    // The first type is gone; the second one is still there.
    app.wire.instead = ({ method, path, body }) => {
      const isFirst = path.endsWith('/requesttype/1/field') || Boolean(body?.includes('"requestTypeId":"1"'));
      if (!isFirst || (method === 'POST' && !path.endsWith('/request'))) return null;
      const status = method === 'POST' ? 400 : 404;
      return { status, body: '{"errorMessage":"The request type does not exist."}', headers: {} };
    };
    const visitor = await start('Second');
    await app.clock.advance(30 * MINUTE);
    expect((await visitor.events()).map(({ kind }) => kind)).toEqual(['message', 'delivered']);
  });

  it('a request type that could not be filled is looked at again, and not only after ten minutes', async () => {
    const fields = { requestTypeFields: [{ fieldId: 'x', name: 'X', required: true }] };
    app.wire.instead = ({ path }) =>
      path.endsWith('/field') ? { status: 200, body: JSON.stringify(fields), headers: {} } : null;
    const widgetId = await app.widgetId('SUP');
    const refused = aVisitor(app, widgetId);
    await refused.start('First');
    await aChat(app, () => refused).settle();
    expect((await refused.events()).at(-1)).toMatchObject({ kind: 'failed' });
    app.wire.instead = null;
    await app.clock.advance(2 * MINUTE);
    const taken = aVisitor(app, widgetId);
    await taken.start('Second');
    await aChat(app, () => taken).settle();
    expect((await taken.events()).at(-1)).toMatchObject({ kind: 'delivered' });
  });
});
