import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aSite, SUP, type SiteDriver } from '../support/a-site';
import { aVisitor, said, type VisitorDriver } from '../support/a-visitor';

let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;

beforeEach(async () => {
  app = await aSite();
  await app.goOnline('ann');
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
});

interface RequestInJira {
  fields: { summary: string; description: unknown };
}

async function inJira(): Promise<{ request: RequestInJira['fields']; comments: unknown[] }> {
  const key = String((await chat.open()).row.issueKey);
  const { body } = await chat.jira('ann', 'GET', `/rest/api/3/issue/${key}`);
  const answer = await chat.jira('ann', 'GET', `/rest/api/3/issue/${key}/comment`);
  const { comments } = answer.body as { comments: { body: unknown }[] };
  return { request: (body as RequestInJira).fields, comments: comments.map((comment) => comment.body) };
}

describe('T2: what was accepted is delivered', () => {
  it.each([
    ['lines that end in a carriage return alone', 'One\rtwo', 'One\ntwo'],
    ['other ends of lines', 'One\u2028two\u0085three\r\nfour', 'One\ntwo\nthree\nfour'],
    ['control characters', 'One\0\u0007\u009f two', 'One two'],
    ['what turns the direction of writing', '\u202eOne\u202c two\u2069', 'One two'],
    ['half a character, and what is none', 'One\ud83d two\uffff', 'One\ufffd two'],
  ])(
    '%s: at the start, later and in an agent’s reply, as both sides then read it',
    async (_what, typed, kept) => {
      expect((await visitor.start(typed)).status).toBe(201);
      await chat.settle();
      expect((await visitor.send(typed)).status).toBe(202);
      await chat.settle();
      await chat.reply(typed);
      await chat.settle();
      expect(said(await visitor.events())).toEqual([
        `visitor: ${kept}`,
        `visitor: ${kept}`,
        `agent: ${kept}`,
      ]);
      const { request, comments } = await inJira();
      expect(request.summary).toBe(kept.split('\n')[0]);
      expect(comments).toHaveLength(2);
      const [row] = await chat.inbox('all');
      expect(row).toMatchObject({ firstLine: kept.split('\n')[0], pending: 0, failure: null });
      expect((await chat.open()).messages.map(({ text }) => text)).toEqual([kept, kept, kept]);
    },
  );

  it.each(['\u200b', '\u00ad\n\u2060', '\ufe0f', '\u3164\u2800', '\0', '\u202e', ' \r\u2028'])(
    'a message that shows nothing is refused as an empty one, and nothing is stored: %j',
    async (message) => {
      await visitor.start('Hello');
      await chat.settle();
      const before = JSON.stringify(app.site.kvs.snapshot());
      const other = aVisitor(app, await app.widgetId('SUP'));
      expect(await other.start(message)).toMatchObject({ status: 400, body: { error: 'bad-request' } });
      expect(await visitor.send(message)).toMatchObject({ status: 400, body: { error: 'bad-request' } });
      const opening = { portalId: '1', message, clientMessageId: randomUUID() };
      expect(await app.code('anonymous', 'startConversation', opening)).toBe('invalid-request');
      const reply = { conversationId: visitor.conversationId(), message, operationId: randomUUID() };
      expect(await app.code('ann', 'reply', reply)).toBe('invalid-request');
      expect(JSON.stringify(app.site.kvs.snapshot())).toBe(before);
    },
  );

  it.each(['\u200b', '\u00ad', '\u2800\u2060', '\u3164', ' \u202e'])(
    'a first line that nobody can see is not what lists and the request are called by: %j',
    async (invisible) => {
      await visitor.start(`${invisible}\nThe invoice is wrong`);
      await chat.settle();
      expect((await inJira()).request.summary).toBe('The invoice is wrong');
      expect((await chat.inbox())[0]).toMatchObject({
        firstLine: 'The invoice is wrong',
        lastLine: 'The invoice is wrong',
      });
    },
  );

  it('a first line of any length makes a summary that Jira takes', async () => {
    await visitor.start('💥'.repeat(4_000));
    await chat.settle();
    expect((await inJira()).request.summary).toBe('💥'.repeat(125));
  });
});

describe('T1: who a visitor says they are', () => {
  it('a name that turns the direction of writing forges nothing that agents read', async () => {
    const name = 'Eve \u202e)troppuS( nnA\u202c\u0007\r\n\u200b';
    await visitor.start('Hello', { name, email: 'eve@example.com', page: 'https://a.example/\u202e\n\0x' });
    await chat.settle();
    await visitor.send('Are you there?');
    await chat.settle();
    expect((await chat.inbox())[0]?.customer).toBe('Eve )troppuS( nnA');
    const { request, comments } = await inJira();
    const written = JSON.stringify([request.description, comments]);
    expect(written).toContain('Eve )troppuS( nnA');
    expect(written).not.toMatch(/[\u202a-\u202e\u200b]|\\u00|\\[nr]/);
  });

  it('nor does the page that they come from, on the portal either, or the name that a project gives to those without one', async () => {
    const { rev, settings } = await app.value('pia', 'getProjectSettings', { projectId: SUP });
    const changed = { ...settings, anonymousName: 'Guest\u202e\u0007' };
    await app.value('pia', 'saveProjectSettings', { projectId: SUP, rev, settings: changed });
    const { value } = (await app.call('anonymous', 'startConversation', {
      portalId: '1',
      message: 'Hello',
      clientMessageId: randomUUID(),
      page: 'https://a.example/\u202e\n\ud83d',
    })) as { value: { conversationId: string } };
    await chat.settle();
    const { page, row } = await app.value('ann', 'getConversation', { conversationId: value.conversationId });
    expect(page).toBe('https://a.example/ \ufffd');
    const { body } = await chat.jira('ann', 'GET', `/rest/api/3/issue/${String(row.issueKey)}`);
    expect(JSON.stringify((body as RequestInJira).fields.description)).toContain(
      'Guest · https://a.example/',
    );
    expect((await app.value('pia', 'getProjectSettings', { projectId: SUP })).settings.anonymousName).toBe(
      'Guest',
    );
  });

  it('a name in parts is one name, however it was put together', async () => {
    await visitor.start('Hello', { name: 'Zoe\u0308', email: 'zoe@example.com' });
    await chat.settle();
    expect((await chat.inbox())[0]?.customer).toBe('Zo\u00eb');
  });

  it.each([
    'a\0b@example.com',
    'moc.elpmaxe@\u202eevil.test',
    'first..last@example.org',
    `${'a'.repeat(65)}@example.org`,
  ])(
    'what mail takes for no address is refused at once, at both doors, and nothing is stored: %j',
    async (email) => {
      const before = JSON.stringify(app.site.kvs.snapshot());
      expect((await visitor.start('Hello', { name: 'Eve', email })).status).toBe(400);
      const opening = { portalId: '1', message: 'Hello', clientMessageId: randomUUID(), name: 'Eve', email };
      expect(await app.code('anonymous', 'startConversation', opening)).toBe('invalid-request');
      expect(JSON.stringify(app.site.kvs.snapshot())).toBe(before);
    },
  );

  it.each(['vera+shop@example.org', '"vera s"@example.org', 'jürgen@example.org', 'nora@exämple.com'])(
    'and what mail takes is taken: %s',
    async (email) => {
      expect(await visitor.start('Hello', { name: 'Vera', email })).toMatchObject({
        status: 201,
        body: { visitor: { kind: 'registered', email } },
      });
    },
  );
});

describe('T5: what an agent writes in Jira', () => {
  const words = (text: string, ...marks: object[]): object => ({
    type: 'text',
    text,
    ...(marks[0] && { marks }),
  });
  const node = (type: string, attrs: object, ...content: object[]): object => ({ type, attrs, content });
  const p = (...content: object[]): object => node('paragraph', {}, ...content);

  it.each<[string, object[], string]>([
    [
      'a link',
      [p(words('See '), words('the guide', { type: 'link', attrs: { href: 'https://a.example/x' } }))],
      'See the guide (https://a.example/x)',
    ],
    [
      'a picture and a file',
      [
        node(
          'mediaSingle',
          { layout: 'center' },
          node('media', { type: 'file', id: '6f', collection: '', alt: 'where.png' }),
        ),
        node('mediaGroup', {}, node('media', { type: 'file', id: '70', collection: '', alt: 'bill.pdf' })),
      ],
      '🖼️ where.png\n📎 bill.pdf',
    ],
    [
      'action items',
      [
        node(
          'taskList',
          { localId: 'a' },
          node('taskItem', { localId: 'b', state: 'TODO' }, words('Pull the plug')),
          node('taskItem', { localId: 'c', state: 'DONE' }, words('Wait')),
        ),
      ],
      '☐ Pull the plug\n☑ Wait',
    ],
    [
      'code',
      [node('codeBlock', {}, words('  if broken:\n\n\n    restart()'))],
      '  if broken:\n\n\n    restart()',
    ],
    [
      'nothing that a text can show',
      [node('mediaSingle', {}, node('media', { type: 'file', id: '6f' }))],
      '🖼️',
    ],
  ])('reaches the visitor, and the inbox’s list: %s', async (_what, content, text) => {
    await visitor.start('Hello');
    await chat.settle();
    const key = String((await chat.open()).row.issueKey);
    const { status } = await chat.jira('ann', 'POST', `/rest/api/3/issue/${key}/comment`, {
      body: { type: 'doc', version: 1, content },
      properties: [{ key: 'sd.public.comment', value: { internal: false } }],
    });
    expect(status).toBe(201);
    expect(said(await visitor.events()).at(-1)).toBe(`agent: ${text}`);
    const { rows } = await app.value('ann', 'listConversations', { projectId: SUP, filter: 'all' });
    expect(rows[0]?.lastLine).toBe(text.split('\n')[0]?.trim());
  });
});
