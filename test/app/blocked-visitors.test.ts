import { createHmac, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StartBody } from '../../src/contract/conversation';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aVisitor, said, type VisitorDriver } from '../support/a-visitor';
import { aRequest } from '../support/a-request';

let app: SiteDriver;
let widgetId: string;
let visitor: VisitorDriver;
let chat: ChatDriver;

beforeEach(async () => {
  app = await aSite();
  await app.goOnline('ann');
  widgetId = await app.widgetId('SUP');
  visitor = aVisitor(app, widgetId);
  chat = aChat(app, () => visitor);
});

const block = (more: { reason?: string; operationId?: string } = {}, account = 'ann') =>
  app.value(account, 'blockVisitor', {
    conversationId: visitor.conversationId(),
    operationId: randomUUID(),
    ...more,
  });
const unblock = (blockId: string) =>
  app.value('bo', 'unblockVisitor', { projectId: SUP, blockId, operationId: randomUUID() });

const CLOSED = [403, { error: 'closed' }];
const answer = ({ status, body }: { status: number; body: unknown }) => [status, body];
const startAs = (more: Partial<StartBody>) => aVisitor(app, widgetId).start('Me again', more);

async function signer(): Promise<(sub: string, email?: string) => string> {
  const { secret } = await app.value('pia', 'renewIdentitySecret', { projectId: SUP });
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return (sub, email) => {
    const iat = Math.floor(app.clock.now() / 1_000);
    const claims = { sub, aud: widgetId, iat, exp: iat + 600, name: 'Alice', ...(email && { email }) };
    const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
}

describe('A visitor whom an agent blocked', () => {
  it('writes no more with their token, reads what was said, and agents still answer (T7)', async () => {
    await visitor.start('Abuse');
    await chat.settle();
    await block();
    expect(answer(await visitor.send('More abuse'))).toMatchObject(CLOSED);
    expect(answer(await visitor.register({ name: 'X', email: 'x@example.com' }))).toMatchObject(CLOSED);
    await chat.reply('We do not answer that.');
    expect((await visitor.poll(0)).body.ended).toBe(true);
    expect(said(await visitor.events())).toEqual(['visitor: Abuse', 'agent: We do not answer that.']);
  });

  it('waits on no list of the agents any more, until it is taken back (T7, D1)', async () => {
    await visitor.start('Abuse');
    await chat.settle();
    const waiting = async () =>
      (await app.value('bo', 'listConversations', { projectId: SUP, filter: 'unanswered' })).rows.length;
    expect(await waiting()).toBe(1);
    const { blockId } = await block();
    await app.clock.advance(1_000);
    expect(await waiting()).toBe(0);
    await unblock(blockId);
    await app.clock.advance(1_000);
    expect(await waiting()).toBe(1);
  });

  it('is delivered what was acknowledged before (T7)', async () => {
    await visitor.start('Abuse');
    await visitor.send('And this');
    await block();
    await chat.settle();
    expect((await chat.open()).messages.map(({ delivery }) => delivery)).toEqual(['delivered', 'delivered']);
  });

  it('is still blocked after Jira was looked at again (T7)', async () => {
    await visitor.start('Abuse');
    await chat.settle();
    await block();
    await aRequest(app, chat).comment('ann', 'An answer in Jira');
    expect((await visitor.poll(0)).body.ended).toBe(true);
    expect(answer(await visitor.send('More'))).toMatchObject(CLOSED);
  });

  it('starts no other chat with the address, however it is spelled; others do (T7)', async () => {
    await visitor.start('Abuse', { name: 'Mallory', email: 'mallory@example.com' });
    await block({ reason: 'Abusive' });
    const named = await startAs({ name: 'M', email: 'MALLORY@Example.com' });
    expect(answer(named)).toMatchObject(CLOSED);
    expect((await startAs({ name: 'Nora', email: 'nora@example.com' })).status).toBe(201);
    expect((await startAs({})).status).toBe(201);
  });

  it('starts none as the person whom the web site signs for, nor by typing their address (T7)', async () => {
    const tokenOf = await signer();
    await visitor.start('Abuse', { identity: tokenOf('alice-1', 'alice@example.com') });
    await block();
    const again = { identity: tokenOf('alice-1', 'other@example.com') };
    expect(answer(await startAs(again))).toMatchObject(CLOSED);
    expect(answer(await startAs({ name: 'A', email: 'alice@example.com' }))).toMatchObject(CLOSED);
    expect((await startAs({ identity: tokenOf('bob-2', 'bob@example.com') })).status).toBe(201);
  });

  it('does not take an address away from whoever proves to have it (T1, T7)', async () => {
    await visitor.start('Abuse', { name: 'Mallory', email: 'alice@example.com' });
    await block();
    const tokenOf = await signer();
    expect((await startAs({ identity: tokenOf('alice-1', 'alice@example.com') })).status).toBe(201);
  });

  it('is blocked in every chat of theirs, and on the portal by account (T7)', async () => {
    const inPortal = (message: string) =>
      app.value('cara', 'startConversation', { portalId: '1', message, clientMessageId: randomUUID() });
    const { conversationId: first } = await inPortal('One');
    const { conversationId: second } = await inPortal('Two');
    await app.value('ann', 'blockVisitor', { conversationId: first, operationId: randomUUID() });
    const send = { conversationId: second, message: 'Three', clientMessageId: randomUUID() };
    const refused = await app.call('cara', 'sendMessage', send);
    expect(refused).toMatchObject({ ok: false, error: { visitor: { error: 'closed' } } });
    const start = { portalId: '1', message: 'Four', clientMessageId: randomUUID() };
    expect(await app.code('cara', 'startConversation', start)).toBe('not-allowed');
    expect(await app.code('milo', 'startConversation', start)).toBe('ok');
    const { blocked } = await app.value('pia', 'getProtection', { projectId: SUP });
    expect(blocked).toMatchObject([{ kind: 'signed', who: 'Cara Customer' }]);
  });

  it('is named in the protection of the project and in its log, and goes on when it is taken back (T7)', async () => {
    await visitor.start('Abuse', { name: 'Mallory', email: 'mallory@example.com' });
    await chat.settle();
    const operationId = randomUUID();
    const { blockId } = await block({ reason: 'Abusive', operationId });
    expect(await block({ operationId })).toEqual({ blockId });
    expect((await chat.inbox('all'))[0]?.blockId).toBe(blockId);
    const { blocked } = await app.value('pia', 'getProtection', { projectId: SUP });
    expect(blocked).toMatchObject([
      { blockId, kind: 'email', who: 'mallory@example.com', reason: 'Abusive', issueKey: expect.any(String) },
    ]);
    await unblock(blockId);
    await unblock(blockId);
    expect((await visitor.send('Sorry')).status).toBe(202);
    expect((await visitor.poll(0)).body.ended).toBe(false);
    expect((await startAs({ name: 'M', email: 'mallory@example.com' })).status).toBe(201);
    expect((await app.value('pia', 'getProtection', { projectId: SUP })).blocked).toEqual([]);
    const { rows } = await app.value('pia', 'getProjectLog', { projectId: SUP });
    expect(rows.slice(0, 2).map(({ event, actor }) => [event, actor?.name])).toEqual([
      ['unblocked-visitor', 'Bo Becker'],
      ['blocked-visitor', 'Ann Agent'],
    ]);
  });

  it('leaves no trace of an agent whose account is closed, and stays blocked (S10)', async () => {
    await visitor.start('Abuse', { name: 'Mallory', email: 'mallory@example.com' });
    await chat.settle();
    await block({}, 'bo');
    const bo = app.accountId('bo');
    await app.site.deletePerson('bo');
    await chat.settle();
    expect(JSON.stringify(app.site.kvs.snapshot())).not.toContain(bo);
    expect(answer(await visitor.send('More'))).toMatchObject(CLOSED);
    const { blocked } = await app.value('pia', 'getProtection', { projectId: SUP });
    expect(blocked).toMatchObject([{ who: 'mallory@example.com', by: { name: null } }]);
  });
});
