import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../support/desk-builders';
import { HR, SUP, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, said, type VisitorDriver } from '../support/a-visitor';

let app: SiteDriver;
let visitor: VisitorDriver;
let widgetId: string;

beforeEach(async () => {
  app = await aSite();
  widgetId = await app.widgetId('SUP');
  visitor = aVisitor(app, widgetId);
});

const settle = async (): Promise<void> => {
  await app.clock.run(app.site.idle());
  await app.clock.advance(2_000);
};
const inbox = async (filter: 'all' | 'unanswered' = 'unanswered', account = 'ann') =>
  (await app.value(account, 'listConversations', { projectId: SUP, filter })).rows;
const open = (account = 'ann') =>
  app.value(account, 'getConversation', { conversationId: visitor.conversationId() });
const reply = (message: string, account = 'ann', operationId = randomUUID()) =>
  app.value(account, 'reply', { conversationId: visitor.conversationId(), message, operationId });
const jira = async (account: string, method: string, path: string, body?: object) => {
  const accountId = app.accountId(account);
  const answer = await app.site.jira.handle({
    method,
    path,
    actor: { kind: 'user', accountId },
    ...(body && { body: JSON.stringify(body) }),
  });
  await settle();
  return { status: answer.status, body: answer.body === '' ? null : (JSON.parse(answer.body) as never) };
};

describe('starting a chat', () => {
  it('C3: somebody is online: an anonymous visitor starts, and agents see it in their inbox', async () => {
    await app.goOnline('ann');
    expect((await visitor.start('Hello, my invoice is wrong')).status).toBe(201);
    await settle();
    const [row] = await inbox();
    expect(row).toMatchObject({
      customer: null,
      kind: 'anonymous',
      firstLine: 'Hello, my invoice is wrong',
      unanswered: true,
      pending: 0,
      failure: null,
    });
    expect(row?.issueKey).toMatch(/^SUP-\d+$/);
  });

  it('C2: nobody is online: an anonymous visitor is asked to say who they are, and the state is said', async () => {
    const refused = await visitor.start('Hello');
    expect(refused).toMatchObject({ status: 403, body: { error: 'login-required', state: 'offline' } });
    expect(await inbox('all')).toEqual([]);
  });

  it('C2: with name and e-mail they become a portal customer, and the request is raised for them', async () => {
    const started = await visitor.start('Hello', { name: 'Nora New', email: 'nora@example.com' });
    expect(started).toMatchObject({
      status: 201,
      body: { visitor: { kind: 'registered', name: 'Nora New' } },
    });
    await settle();
    const [row] = await inbox();
    const issue = await jira('ann', 'GET', `/rest/api/3/issue/${String(row?.issueKey)}`);
    expect(JSON.stringify(issue.body)).toContain('Nora New');
    expect((await open()).email).toBe('nora@example.com');
  });

  it('C4: the last agent left between drawing and sending: the answer says so', async () => {
    await app.goOnline('ann');
    expect((await app.poll(widgetId)).anonymous).toBe(true);
    await app.goOffline('ann');
    expect(await visitor.start('Hello')).toMatchObject({
      status: 403,
      body: { error: 'login-required', state: 'offline' },
    });
  });

  it('is one conversation when the same start is sent twice, and the newer token holds', async () => {
    await app.goOnline('ann');
    const clientMessageId = randomUUID();
    const first = await visitor.start('Hello', { clientMessageId });
    const second = await visitor.start('Hello', { clientMessageId });
    expect(second.body.conversationId).toBe(first.body.conversationId);
    await settle();
    expect(await inbox('all')).toHaveLength(1);
    expect(said(await visitor.events())).toEqual(['visitor: Hello']);
  });

  it('is refused from a web site that is not allowed', async () => {
    await app.goOnline('ann');
    const page = await app.value('pia', 'getProjectSettings', { projectId: SUP });
    const settings = { ...page.settings, allowedOrigins: ['https://other.example'] };
    await app.value('pia', 'saveProjectSettings', { projectId: SUP, settings, rev: page.rev });
    expect(await visitor.start('Hello')).toMatchObject({ status: 403, body: { error: 'origin-refused' } });
    expect((await aVisitor(app, widgetId, 'https://other.example').start('Hello')).status).toBe(201);
  });

  it('with 4,000 emoji as the first message becomes a request', async () => {
    await app.goOnline('ann');
    const text = '💥'.repeat(4_000);
    expect((await visitor.start(text)).status).toBe(201);
    await settle();
    expect((await inbox())[0]).toMatchObject({ failure: null, pending: 0 });
    expect((await open()).messages[0]?.text).toBe(text);
  });

  it('C7: an unknown or disabled widget is not found', async () => {
    expect((await aVisitor(app, 'A'.repeat(22)).start('Hello')).status).toBe(404);
  });

  it('portal customers start as themselves', async () => {
    const started = await app.value('cara', 'startConversation', {
      portalId: '1',
      message: 'It is me',
      clientMessageId: randomUUID(),
    });
    expect(started.visitor.kind).toBe('portal');
    await settle();
    expect((await inbox())[0]?.customer).toBe('Cara Customer');
    const { conversationId, token } = started;
    const polled = await app.value('cara', 'pollConversation', { conversationId, token, after: 0 });
    expect(said(polled.events)).toEqual(['visitor: It is me']);
  });
});

describe('the conversation', () => {
  beforeEach(async () => {
    await app.goOnline('ann');
    await visitor.start('First');
    await settle();
  });

  it('S7: an agent who is offline answers, and the customer sees who', async () => {
    await reply('Here I am', 'bo');
    const [event] = (await visitor.events()).filter(
      (each) => each.kind === 'message' && each.from === 'agent',
    );
    expect(event).toMatchObject({ text: 'Here I am', agent: { name: 'Bo Becker' } });
    expect(await inbox()).toEqual([]);
  });

  it('a reply sent twice is one message and one comment', async () => {
    const operationId = randomUUID();
    await reply('Once', 'ann', operationId);
    await reply('Once', 'ann', operationId);
    expect(said(await visitor.events())).toEqual(['visitor: First', 'agent: Once']);
  });

  it('further messages become public comments, in order, and are told delivered', async () => {
    await visitor.send('Second');
    await visitor.send('Third');
    await settle();
    const { messages } = await open();
    expect(messages.map(({ text, delivery }) => [text, delivery])).toEqual([
      ['First', 'delivered'],
      ['Second', 'delivered'],
      ['Third', 'delivered'],
    ]);
  });

  it('a comment written in the issue view reaches the widget, an internal note never does', async () => {
    const key = String((await inbox())[0]?.issueKey);
    const body = (text: string) => ({
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    });
    await jira('bo', 'POST', `/rest/api/3/issue/${key}/comment`, { body: body('From the issue view') });
    await jira('bo', 'POST', `/rest/api/3/issue/${key}/comment`, {
      body: body('Between us'),
      properties: [{ key: 'sd.public.comment', value: { internal: true } }],
    });
    expect(said(await visitor.events())).toEqual(['visitor: First', 'agent: From the issue view']);
  });

  it('edited and deleted comments follow', async () => {
    const key = String((await inbox())[0]?.issueKey);
    const body = (text: string) => ({
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    });
    const made = await jira('bo', 'POST', `/rest/api/3/issue/${key}/comment`, { body: body('Typo') });
    const id = String((made.body as unknown as { id: string }).id);
    await jira('bo', 'PUT', `/rest/api/3/issue/${key}/comment/${id}`, { body: body('No typo') });
    expect((await visitor.events()).at(-1)).toMatchObject({ kind: 'edited', text: 'No typo' });
    await jira('bo', 'DELETE', `/rest/api/3/issue/${key}/comment/${id}`);
    expect((await visitor.events()).at(-1)).toMatchObject({ kind: 'deleted' });
  });

  it('resolving the request ends the chat; a new message opens it again', async () => {
    await app.value('ann', 'resolve', { conversationId: visitor.conversationId() });
    expect((await visitor.events()).at(-1)).toMatchObject({ kind: 'ended' });
    await visitor.send('One more thing');
    await settle();
    const events = await visitor.events();
    expect(events.filter(({ kind }) => kind === 'reopened')).toHaveLength(1);
    expect((await inbox())[0]).toMatchObject({ ended: false, lastLine: 'One more thing' });
  });

  it('assigning it to me shows in Jira and in the inbox', async () => {
    const view = await app.value('ann', 'assignToMe', { conversationId: visitor.conversationId() });
    expect(view.row.assignee?.name).toBe('Ann Agent');
  });

  it('an agent who types is seen typing, for some seconds', async () => {
    await app.value('ann', 'typing', { conversationId: visitor.conversationId() });
    expect((await visitor.poll(99)).body).toMatchObject({ agentTyping: true, next: 3 });
    await app.clock.advance(10_000);
    expect((await visitor.poll(99)).body.agentTyping).toBe(false);
  });

  it('an idle poll costs one storage read, and asks for the next later and later', async () => {
    const { n } = (await visitor.events()).at(-1) ?? { n: 0 };
    app.site.stats.reset();
    await visitor.poll(n);
    const { storage, jira: calls } = app.site.stats.snapshot();
    expect(storage).toMatchObject({ get: { calls: 1, bytesWritten: 0 } });
    expect(Object.keys(storage)).toEqual(['get']);
    expect(storage.get?.bytesRead).toBeLessThanOrEqual(256);
    expect(calls).toEqual({});
    await app.clock.advance(10 * MINUTE);
    expect((await visitor.poll(n)).body.next).toBe(30);
  });

  it.each([
    ['a wrong token', () => 'x'.repeat(43)],
    ['no token at all', () => 'x'],
  ])('%s is answered like an unknown conversation', async (_case, token) => {
    const ask = async (id: string, with_: string) =>
      app.site.webTrigger({
        method: 'POST',
        path: `/v1/conversations/${id}/poll`,
        body: JSON.stringify({ token: with_, after: 0 }),
      });
    const wrong = await ask(visitor.conversationId(), token());
    const unknown = await ask('B'.repeat(22), token());
    expect({ status: wrong.status, body: wrong.body }).toEqual({
      status: unknown.status,
      body: unknown.body,
    });
    expect(wrong.status).toBeGreaterThanOrEqual(400);
  });

  it('too many messages in a minute are refused, with when to try again', async () => {
    for (let index = 0; index < 19; index++)
      expect((await visitor.send(`message ${index}`)).status).toBe(202);
    const refused = await visitor.send('one too many');
    expect(refused).toMatchObject({ status: 429, body: { error: 'rate-limited' } });
    expect(
      Number(Object.entries(refused.headers).find(([name]) => /retry-after/i.test(name))?.[1][0]),
    ).toBeGreaterThan(0);
    await app.clock.advance(MINUTE);
    expect((await visitor.send('now it goes')).status).toBe(202);
  });

  it.each([
    ['HTML', '<img src=x onerror=alert(1)><b>bold</b>'],
    ['wiki mark-up and mentions', '*bold* {code} [~accountid:x] @ann h1. {color:red}'],
    ['4,000 emoji', '💥'.repeat(4_000)],
    ['several lines', 'one\n\ntwo\n  three'],
  ])('%s arrives as the text that was typed, in Jira and in the widget', async (_case, text) => {
    expect((await visitor.send(text)).status).toBe(202);
    await settle();
    expect(said(await visitor.events()).at(-1)).toBe(`visitor: ${text}`);
    const key = String((await inbox())[0]?.issueKey);
    const comments = await jira('ann', 'GET', `/rest/api/3/issue/${key}/comment`);
    const nodes = JSON.stringify(comments.body);
    for (const line of text.split('\n').filter((each) => each !== ''))
      expect(nodes).toContain(JSON.stringify(line).slice(1, -1));
  });
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
    const { messages } = await open();
    expect(messages.map(({ text, delivery }) => [text, delivery])).toEqual(
      ['First', 'Second', 'Third', 'Fourth'].map((text) => [text, 'delivered']),
    );
  });

  it('Jira took a message and its answer was lost: it is found again, not sent twice', async () => {
    await app.goOnline('ann');
    app.site.faults.set({ jira: { lostAfter: 0.4 }, seed: 5 });
    await visitor.start('First');
    for (const text of ['Second', 'Third']) await visitor.send(text);
    await app.clock.advance(90 * MINUTE);
    app.site.faults.set({});
    await app.clock.advance(30 * MINUTE);
    const rows = await inbox('all');
    expect(rows).toHaveLength(1);
    const key = String(rows[0]?.issueKey);
    const comments = await jira('ann', 'GET', `/rest/api/3/issue/${key}/comment`);
    const text = JSON.stringify(comments.body);
    for (const word of ['Second', 'Third']) expect(text.split(word)).toHaveLength(2);
    const search = await jira(
      'ann',
      'GET',
      `/rest/api/3/search/jql?jql=${encodeURIComponent('project = SUP AND text ~ "First"')}&fields=summary`,
    );
    expect((search.body as unknown as { issues: unknown[] }).issues).toHaveLength(1);
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
    await settle();
    const first = await open('bo');
    await app.value('bo', 'resolve', { conversationId: visitor.conversationId() });
    await visitor.send('And sick leave?');
    await settle();
    const second = await open('bo');
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
    await settle();
    expect((await inbox('all'))[0]).toMatchObject({
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
    await settle();
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
    await settle();
    await app.value('ann', 'assignToMe', { conversationId });
    await app.value('ann', 'reply', { conversationId, message: 'Hello', operationId: randomUUID() });
    await settle();
    for (const name of ['ann', 'cara']) {
      const id = app.accountId(name);
      await app.site.deletePerson(name);
      await settle();
      await app.clock.advance(MINUTE);
      expect(JSON.stringify(app.site.kvs.snapshot()), name).not.toContain(id);
    }
    const { messages } = await app.value('bo', 'getConversation', { conversationId });
    expect(messages.map(({ text }) => text)).toEqual(['It is me', 'Hello']);
  });
});
