import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aChat } from '../support/a-chat';
import { OPS, SUP, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor } from '../support/a-visitor';

let app: SiteDriver;
/** Everything that was answered to somebody who is no agent, by what was asked. */
const answers = new Map<string, string>();

const PEOPLE = ['ann', 'bo', 'pia', 'otto', 'joe', 'lee', 'milo'];

/** How an account could be told: whole, encoded, by its parts, and by its e-mail address as picture services do. */
function spellings(name: string): string[] {
  const { accountId, email } = app.site.jira.person(name) ?? { accountId: '', email: '' };
  const address = (email ?? '').trim().toLowerCase();
  const hashes = ['md5', 'sha256', 'sha1'].flatMap((kind) =>
    (['hex', 'base64', 'base64url'] as const).map((form) => createHash(kind).update(address).digest(form)),
  );
  return [
    accountId,
    encodeURIComponent(accountId),
    Buffer.from(accountId).toString('base64url').slice(0, -1),
    createHash('sha256').update(accountId).digest('hex'),
    ...accountId.split(':').filter((part) => part.length >= 8),
    ...(address === '' ? [] : [address, encodeURIComponent(address), ...hashes]),
  ];
}

beforeAll(async () => {
  app = await aSite();
  await app.goOnline('ann');
  await app.goOnline('bo');
  await app.goOnline('otto', { projectId: OPS }).catch(() => undefined);
  const widgetId = await app.widgetId('SUP');
  const visitor = aVisitor(app, widgetId);
  const chat = aChat(app, () => visitor);

  async function web(method: string, path: string, body?: object): Promise<void> {
    const answer = await app.site.webTrigger({ method, path, ...(body && { body: JSON.stringify(body) }) });
    answers.set(`${method} ${path}`, `${String(answer.body)} ${JSON.stringify(answer.headers)}`);
  }
  async function invoke(account: string, key: string, payload: object): Promise<void> {
    answers.set(
      `${account}: ${key}`,
      JSON.stringify(await app.call(account, key as never, payload as never)),
    );
  }

  await visitor.start('Hello');
  await chat.settle();
  await chat.reply('Hello, Ann here');
  await chat.reply('And Bo', 'bo');
  const { row } = await chat.open();
  const comment = { body: 'I take part', public: true };
  await chat.jira('joe', 'POST', `/rest/servicedeskapi/request/${String(row.issueKey)}/comment`, comment);
  await app.value('ann', 'assignToMe', { conversationId: visitor.conversationId() });
  await app.value('ann', 'typing', { conversationId: visitor.conversationId() });
  const [id, token] = [visitor.conversationId(), visitor.token()];
  const path = `/v1/conversations/${id}`;
  const said = (): object => ({ token, message: 'More', clientMessageId: randomUUID() });
  await web('POST', `${path}/poll`, { token, after: 0 });
  await web('POST', `${path}/messages`, said());
  await web('POST', `${path}/visitor`, { token, name: 'Milo', email: app.site.jira.person('milo')?.email });
  await web('POST', '/v1/conversations', { widgetId, message: 'Hi', clientMessageId: randomUUID() });
  await web('POST', '/v1/conversations/current', { widgetId, identity: 'a.b.c' });
  for (const resource of [`availability/${widgetId}`, `widgets/${widgetId}`, `badge/${widgetId}.svg`])
    await web('GET', `/v1/${resource}`);
  for (const route of ['widget.js', 'nothing', `availability/${app.accountId('ann')}`])
    await web('GET', `/v1/${route}`);

  for (const account of ['anonymous', 'cara']) {
    const opening = { portalId: '1', message: 'On the portal', clientMessageId: randomUUID() };
    const started = await app.value(account, 'startConversation', opening);
    await chat.settle();
    const own = { conversationId: started.conversationId, token: started.token };
    const message = 'From Bo';
    await app.value('bo', 'reply', {
      conversationId: own.conversationId,
      message,
      operationId: randomUUID(),
    });
    await chat.settle();
    answers.set(`${account}: startConversation`, JSON.stringify(started));
    await invoke(account, 'getPortalAvailability', { portalId: '1' });
    await invoke(account, 'pollConversation', { ...own, after: 0 });
    await invoke(account, 'sendMessage', { ...own, message: 'More', clientMessageId: randomUUID() });
    await invoke(account, 'registerVisitor', { ...own, name: 'Eve', email: 'eve@example.com' });
    await invoke(account, 'leaveConversation', { conversationId: own.conversationId });
    for (const key of [
      'getPanel',
      'getProjectSettings',
      'listConversations',
      'getConversation',
      'getNewMessages',
    ])
      await invoke(account, key, { projectId: SUP });
  }
});

describe('what visitors and customers are answered', () => {
  it('names agents, and tells no account of anybody else in any spelling (T4)', () => {
    const all = [...answers.values()].join('\n');
    // The control: agents did answer, on web pages and on the portal.
    expect(all).toContain('Hello, Ann here');
    expect(all.split('From Bo').length).toBeGreaterThan(2);
    for (const name of PEOPLE) {
      for (const spelling of spellings(name)) {
        for (const [asked, answer] of answers) {
          // What a visitor typed of themselves, they know.
          if (asked.endsWith('/visitor') && spelling.includes('@')) continue;
          if (asked.endsWith('/visitor') && spelling.includes('%40')) continue;
          expect(answer.includes(spelling), `${asked} tells ${name}: ${spelling}`).toBe(false);
        }
      }
    }
  });

  it('has no address of anybody’s picture (T4)', () => {
    for (const [asked, answer] of answers) expect(answer, asked).not.toMatch(/"avatarUrl":"/);
  });
});
