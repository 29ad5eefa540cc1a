import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CurrentChat, StartedBody } from '../../src/contract/conversation';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aSiteBackEnd, type SiteBackEnd } from '../support/a-signed-person';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { said } from '../support/a-visitor';
import { HOUR } from '../support/desk-builders';

let app: SiteDriver;
let site: SiteBackEnd;
let chat: ChatDriver;
let alices: StartedBody;

beforeEach(async () => {
  app = await aSite();
  site = await aSiteBackEnd(app);
  await app.goOnline('ann');
  alices = await start('alice', 'My salary');
  chat = aChat(app, () => ({ conversationId: () => alices.conversationId }));
  await chat.settle();
});

async function web<T>(path: string, body: object): Promise<{ status: number; body: T }> {
  const { status, body: text } = await app.site.webTrigger({
    method: 'POST',
    path: `/v1/conversations${path}`,
    headers: { Origin: 'https://shop.example' },
    body: JSON.stringify(body),
  });
  return { status, body: JSON.parse(String(text)) as T };
}

async function start(sub: string | null, message: string, more: object = {}): Promise<StartedBody> {
  const opening = { widgetId: site.widgetId, message, clientMessageId: randomUUID(), ...more };
  const { body } = await web<StartedBody>('', { ...opening, ...(sub && { identity: site.tokenOf(sub) }) });
  return body;
}

const current = (identity: string, widgetId = site.widgetId) =>
  web<CurrentChat>('/current', { widgetId, identity });

/** The answer to whoever has none: not a refusal, which the browser would note on the site's console. */
const NONE = { status: 200, body: { conversationId: null } };

const message = (): object => ({ message: 'More', clientMessageId: randomUUID() });

const poll = (token: string, more: object = {}) =>
  web<{ events: never[] }>(`/${alices.conversationId}/poll`, { token, after: 0, ...more });

describe('a chat of somebody whom the web site has signed in', () => {
  it('is given to the same person again on any device, with the key that opens it (T3)', async () => {
    const { status, body } = await current(site.tokenOf('alice', { name: 'Alice B.' }));
    expect(status).toBe(200);
    expect(body).toEqual({
      conversationId: alices.conversationId,
      token: alices.token,
      visitor: { kind: 'signed', name: 'alice', email: 'alice@people.example' },
      ended: false,
    });
    expect(said((await poll(body.token)).body.events)).toEqual(['visitor: My salary']);
  });

  it('is not given to anybody else, and nobody learns that it is there (T3)', async () => {
    const none = await current(site.tokenOf('bob'));
    expect(none).toEqual(NONE);
    const [head, body, signature] = site.tokenOf('alice').split('.');
    const forged = Buffer.from(JSON.stringify({ sub: 'alice', aud: site.widgetId })).toString('base64url');
    const now = Math.floor(app.clock.now() / 1_000);
    for (const identity of [
      `${String(head)}.${forged}.${String(signature)}`,
      `${String(head)}.${String(body)}.`,
      site.tokenOf('alice', { iat: now - 900, exp: now - 1 }),
      site.tokenOf('alice', { nbf: now + 120 }),
      site.tokenOf('alice', { aud: 'x' }),
      site.tokenOf('Alice'),
      site.tokenOf('alice '),
    ])
      expect(await current(identity)).toEqual(none);
    expect(await current(site.tokenOf('alice'), await app.widgetId('OPS'))).toEqual(none);
  });

  it('is the one in which they spoke last, and one that has ended is said to have (T3)', async () => {
    const second = await start('alice', 'Another thing');
    expect((await current(site.tokenOf('alice'))).body.conversationId).toBe(second.conversationId);
    await web(`/${alices.conversationId}/messages`, { token: alices.token, ...message() });
    await chat.settle();
    await app.value('ann', 'resolve', { conversationId: alices.conversationId });
    await chat.settle();
    const { body } = await current(site.tokenOf('alice'));
    expect(body).toMatchObject({ conversationId: alices.conversationId, ended: true });
  });

  it('does not open for whoever holds its token and says that they are somebody else (T3)', async () => {
    const before = JSON.stringify(app.site.kvs.snapshot());
    const bob = site.tokenOf('bob');
    const late = site.tokenOf('bob', { iat: 1, exp: 2 });
    for (const identity of [bob, late]) {
      expect((await poll(alices.token, { identity })).status).toBe(404);
      const own = { token: alices.token, identity };
      expect((await web(`/${alices.conversationId}/messages`, { ...own, ...message() })).status).toBe(404);
      const details = { name: 'Bob', email: 'bob@people.example' };
      expect((await web(`/${alices.conversationId}/visitor`, { ...own, ...details })).status).toBe(404);
    }
    expect(JSON.stringify(app.site.kvs.snapshot())).toBe(before);
    for (const identity of [site.tokenOf('alice'), site.tokenOf('alice', { iat: 1, exp: 2 }), 'a.b.c'])
      expect((await poll(alices.token, { identity })).status).toBe(200);
    expect((await poll(alices.token, { identity: 7 })).status).toBe(400);
  });

  it('goes on in an anonymous chat with whoever signs in while it is open (T3)', async () => {
    alices = await start(null, 'Hello');
    expect((await poll(alices.token, { identity: site.tokenOf('bob') })).status).toBe(200);
    expect(await current(site.tokenOf('bob'))).toEqual(NONE);
  });

  it('is not handed out to whoever finds the id of its first message in a browser (T3)', async () => {
    const clientMessageId = randomUUID();
    const first = await start('alice', 'Once', { clientMessageId });
    for (const sub of [null, 'bob'])
      expect(await start(sub, 'Once', { clientMessageId })).toEqual({ error: 'not-found' });
    const again = await start('alice', 'Once', { clientMessageId });
    expect(again).toMatchObject({ conversationId: first.conversationId, token: first.token });
  });

  it('has another key once the project has another secret, from the next look on (T3)', async () => {
    const old = site.tokenOf('alice');
    await site.renewSecret();
    expect(await current(old)).toEqual(NONE);
    expect((await poll(alices.token)).status).toBe(200);
    const { body } = await current(site.tokenOf('alice'));
    expect(body.conversationId).toBe(alices.conversationId);
    expect(body.token).not.toBe(alices.token);
    expect((await poll(body.token)).status).toBe(200);
    expect((await poll(alices.token)).status).toBe(404);
  });

  it('leaves neither its token nor what the site calls the person in storage (T3, T8)', async () => {
    const sub = 'person-with-a-long-name-4711';
    const identity = site.tokenOf(sub, { name: 'Nora', email: 'nora@people.example' });
    const started = await start(null, 'Hello', { identity });
    expect(started.visitor.kind).toBe('signed');
    const stored = JSON.stringify(app.site.kvs.snapshot());
    expect(stored).not.toContain(started.token);
    expect(stored).not.toContain(sub);
  });

  it('is found for 90 days after their last word, and not longer (T3, T8)', async () => {
    await app.site.leap(91 * 24 * HOUR);
    expect(await current(site.tokenOf('alice'))).toEqual(NONE);
  }, 60_000);

  it('is asked about only from web sites that may start chats (T3)', async () => {
    const page = await app.value('pia', 'getProjectSettings', { projectId: SUP });
    const settings = { ...page.settings, allowedOrigins: ['https://other.example'] };
    await app.value('pia', 'saveProjectSettings', { projectId: SUP, settings, rev: page.rev });
    expect(await current(site.tokenOf('alice'))).toEqual({ status: 403, body: { error: 'origin-refused' } });
  });
});

describe('what is asked without being signed', () => {
  it('is answered as ever: bodies that are not of the form (R6)', async () => {
    for (const body of [
      {},
      { widgetId: site.widgetId },
      { identity: 'x' },
      { widgetId: 7, identity: 'a.b.c' },
    ])
      expect((await web('/current', body)).status).toBe(400);
    expect((await web('/current/poll', { token: 'x'.repeat(43), after: 0 })).status).toBe(404);
    const long = { widgetId: site.widgetId, identity: 'x'.repeat(4_001) };
    expect((await web('/current', long)).status).toBe(400);
  });

  it('costs no read of a chat when the identity is no good (R14)', async () => {
    app.site.stats.reset();
    await current('a.b.c');
    expect(app.site.stats.snapshot().storage.get?.calls ?? 0).toBeLessThanOrEqual(2);
  });
});
