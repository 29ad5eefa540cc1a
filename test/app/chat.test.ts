import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { aChat, type ChatDriver } from '../support/a-chat';
import { MINUTE } from '../support/desk-builders';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, said, type VisitorDriver } from '../support/a-visitor';

let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;
let widgetId: string;

beforeEach(async () => {
  app = await aSite();
  widgetId = await app.widgetId('SUP');
  visitor = aVisitor(app, widgetId);
  chat = aChat(app, () => visitor);
});

describe('starting a chat', () => {
  it('C3: somebody is online: an anonymous visitor starts, and agents see it in their inbox', async () => {
    await app.goOnline('ann');
    expect((await visitor.start('Hello, my invoice is wrong')).status).toBe(201);
    await chat.settle();
    const [row] = await chat.inbox();
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
    expect(await chat.inbox('all')).toEqual([]);
  });

  it('C2: with name and e-mail they become a portal customer, and the request is raised for them', async () => {
    const started = await visitor.start('Hello', { name: 'Nora New', email: 'nora@example.com' });
    expect(started).toMatchObject({
      status: 201,
      body: { visitor: { kind: 'registered', name: 'Nora New' } },
    });
    await chat.settle();
    const [row] = await chat.inbox();
    const issue = await chat.jira('ann', 'GET', `/rest/api/3/issue/${String(row?.issueKey)}`);
    expect(JSON.stringify(issue.body)).toContain('Nora New');
    expect((await chat.open()).email).toBe('nora@example.com');
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
    await chat.settle();
    expect(await chat.inbox('all')).toHaveLength(1);
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
    await chat.settle();
    expect((await chat.inbox())[0]).toMatchObject({ failure: null, pending: 0 });
    expect((await chat.open()).messages[0]?.text).toBe(text);
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
    await chat.settle();
    expect((await chat.inbox())[0]?.customer).toBe('Cara Customer');
    const { conversationId, token } = started;
    const polled = await app.value('cara', 'pollConversation', { conversationId, token, after: 0 });
    expect(said(polled.events)).toEqual(['visitor: It is me']);
  });
});

describe('the conversation', () => {
  beforeEach(async () => {
    await app.goOnline('ann');
    await visitor.start('First');
    await chat.settle();
  });

  it('S7: an agent who is offline answers, and the customer sees who', async () => {
    await chat.reply('Here I am', 'bo');
    const [event] = (await visitor.events()).filter(
      (each) => each.kind === 'message' && each.from === 'agent',
    );
    expect(event).toMatchObject({ text: 'Here I am', agent: { name: 'Bo Becker' } });
    expect(await chat.inbox()).toEqual([]);
  });

  it('a reply sent twice is one message and one comment', async () => {
    const operationId = randomUUID();
    await chat.reply('Once', 'ann', operationId);
    await chat.reply('Once', 'ann', operationId);
    expect(said(await visitor.events())).toEqual(['visitor: First', 'agent: Once']);
  });

  it('further messages become public comments, in order, and are told delivered', async () => {
    await visitor.send('Second');
    await visitor.send('Third');
    await chat.settle();
    const { messages } = await chat.open();
    expect(messages.map(({ text, delivery }) => [text, delivery])).toEqual([
      ['First', 'delivered'],
      ['Second', 'delivered'],
      ['Third', 'delivered'],
    ]);
  });

  it('a comment written in the issue view reaches the widget, an internal note never does', async () => {
    const key = String((await chat.inbox())[0]?.issueKey);
    const body = (text: string) => ({
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    });
    await chat.jira('bo', 'POST', `/rest/api/3/issue/${key}/comment`, { body: body('From the issue view') });
    await chat.jira('bo', 'POST', `/rest/api/3/issue/${key}/comment`, {
      body: body('Between us'),
      properties: [{ key: 'sd.public.comment', value: { internal: true } }],
    });
    expect(said(await visitor.events())).toEqual(['visitor: First', 'agent: From the issue view']);
  });

  it('edited and deleted comments follow', async () => {
    const key = String((await chat.inbox())[0]?.issueKey);
    const body = (text: string) => ({
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    });
    const made = await chat.jira('bo', 'POST', `/rest/api/3/issue/${key}/comment`, { body: body('Typo') });
    const id = String((made.body as { id: string }).id);
    await chat.jira('bo', 'PUT', `/rest/api/3/issue/${key}/comment/${id}`, { body: body('No typo') });
    expect((await visitor.events()).at(-1)).toMatchObject({ kind: 'edited', text: 'No typo' });
    await chat.jira('bo', 'DELETE', `/rest/api/3/issue/${key}/comment/${id}`);
    expect((await visitor.events()).at(-1)).toMatchObject({ kind: 'deleted' });
  });

  it('resolving the request ends the chat; a new message opens it again', async () => {
    await app.value('ann', 'resolve', { conversationId: visitor.conversationId() });
    expect((await visitor.events()).at(-1)).toMatchObject({ kind: 'ended' });
    await visitor.send('One more thing');
    await chat.settle();
    const events = await visitor.events();
    expect(events.filter(({ kind }) => kind === 'reopened')).toHaveLength(1);
    expect((await chat.inbox())[0]).toMatchObject({ ended: false, lastLine: 'One more thing' });
  });

  it('assigning it to me shows in Jira and in the inbox', async () => {
    const view = await app.value('ann', 'assignToMe', { conversationId: visitor.conversationId() });
    expect(view.row.assignee?.name).toBe('Ann Agent');
  });

  it('an agent who types is seen typing, for some seconds', async () => {
    await app.value('ann', 'typing', { conversationId: visitor.conversationId() });
    expect((await visitor.poll(99)).body).toMatchObject({ agentTyping: true, next: 3 });
    await app.clock.advance(20_000);
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
    for (let index = 0; index < 19; index++) {
      await app.clock.advance(2_500);
      expect((await visitor.send(`message ${index}`)).status).toBe(202);
    }
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
    await chat.settle();
    expect(said(await visitor.events()).at(-1)).toBe(`visitor: ${text}`);
    const key = String((await chat.inbox())[0]?.issueKey);
    const comments = await chat.jira('ann', 'GET', `/rest/api/3/issue/${key}/comment`);
    const nodes = JSON.stringify(comments.body);
    for (const line of text.split('\n').filter((each) => each !== ''))
      expect(nodes).toContain(JSON.stringify(line).slice(1, -1));
  });
});
