import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { encodePulse } from '../../src/platform/pulse-record';
import type { Payload, Values } from '../../src/contract/functions';
import type { StartedBody } from '../../src/contract/conversation';
import { aChat, type ChatDriver } from '../support/a-chat';
import { HR, SUP, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, said } from '../support/a-visitor';
import { HOUR, MINUTE } from '../support/desk-builders';

const DAY = 24 * HOUR;

let app: SiteDriver;
let chat: ChatDriver;
let started: StartedBody;

beforeEach(async () => {
  app = await aSite();
  chat = aChat(app, () => aVisitor(app, ''));
  started = await start('cara', 'My invoice is wrong');
});

type Widget = NonNullable<Values['getPortalAvailability']['widget']>;

async function start(account: string, message: string, more: object = {}): Promise<StartedBody> {
  const opening = { portalId: '1', message, clientMessageId: randomUUID(), ...more };
  const answer = await app.value(account, 'startConversation', opening);
  await chat.settle();
  return answer;
}

/** The account's conversation, as its page on the portal is told. */
async function comesBackTo(account: string, portalId = '1'): Promise<Widget['conversation']> {
  return (await app.value(account, 'getPortalAvailability', { portalId })).widget?.conversation;
}

const send = (more: Partial<Payload<'sendMessage'>> = {}): Payload<'sendMessage'> => ({
  conversationId: started.conversationId,
  message: 'Hello?',
  clientMessageId: randomUUID(),
  ...more,
});

const poll = (more: Partial<Payload<'pollConversation'>> = {}): Payload<'pollConversation'> => ({
  conversationId: started.conversationId,
  after: 0,
  ...more,
});

const snapshot = (): string => JSON.stringify(app.site.kvs.snapshot());

async function change(settings: object, projectId = SUP): Promise<void> {
  const page = await app.value('joe', 'getProjectSettings', { projectId });
  const changed = { ...page.settings, ...settings };
  await app.value('joe', 'saveProjectSettings', { projectId, settings: changed, rev: page.rev });
}

describe('a customer who is logged in to the portal', () => {
  it('finds the conversation again by account, reads it and goes on, without a token', async () => {
    expect(await comesBackTo('cara')).toEqual({ id: started.conversationId, ended: false });
    const { n } = await app.value('cara', 'sendMessage', send());
    const { events } = await app.value('cara', 'pollConversation', poll());
    expect(said(events)).toEqual(['visitor: My invoice is wrong', 'visitor: Hello?']);
    expect(events.find((event) => event.n === n)).toMatchObject({ text: 'Hello?' });
  });

  it('an idle poll by account costs one storage read of at most 256 bytes, like one by token', async () => {
    await app.value('ann', 'typing', { conversationId: started.conversationId });
    for (const token of [undefined, started.token]) {
      app.site.stats.reset();
      await app.value('cara', 'pollConversation', poll({ after: 9_999, token }));
      const { storage, jira } = app.site.stats.snapshot();
      expect(Object.keys(storage)).toEqual(['get']);
      expect(storage.get).toMatchObject({ calls: 1, bytesWritten: 0 });
      expect(storage.get?.bytesRead).toBeLessThanOrEqual(256);
      expect(jira).toEqual({});
    }
    // Ids of 128 characters are the longest that Atlassian's accounts may have.
    const most = { tokenHash: 'h'.repeat(43), n: 99_999, ended: false, lastFrom: 'agent' } as const;
    for (const length of [20, 43, 110, 128]) {
      const account = 'q'.repeat(length);
      const moments = { readAt: 8.64e15, typingUntil: 8.64e15, lastAt: 8.64e15 };
      const pulse = encodePulse({ ...most, ...moments, account, projectId: '9'.repeat(18) });
      expect(JSON.stringify(pulse).length).toBeLessThanOrEqual(256);
      // Of what there is not always room for, the account decides who may read.
      expect(pulse.w).toBe(account);
    }
  });

  it('comes back to the conversation in which they spoke last, whatever agents do in others', async () => {
    const second = await start('cara', 'Another thing');
    expect(await comesBackTo('cara')).toMatchObject({ id: second.conversationId });
    const { conversationId } = started;
    await app.value('ann', 'reply', { conversationId, message: 'Done', operationId: randomUUID() });
    await app.value('ann', 'resolve', { conversationId });
    await chat.settle();
    expect(await comesBackTo('cara')).toMatchObject({ id: second.conversationId });
    await app.value('cara', 'sendMessage', send());
    expect(await comesBackTo('cara')).toMatchObject({ id: conversationId });
  });

  it('comes back to one that has ended: it stays readable, and a message opens it again', async () => {
    await app.value('ann', 'resolve', { conversationId: started.conversationId });
    expect(await comesBackTo('cara')).toEqual({ id: started.conversationId, ended: true });
    expect(said((await app.value('cara', 'pollConversation', poll())).events)).toHaveLength(1);
    await app.value('cara', 'sendMessage', send());
    await chat.settle();
    expect(await comesBackTo('cara')).toMatchObject({ ended: false });
  });

  it('does not come back to one that they have left for a new one', async () => {
    const { conversationId } = started;
    await app.value('cara', 'leaveConversation', { conversationId });
    expect(await comesBackTo('cara')).toBeUndefined();
    const second = await start('cara', 'Another thing');
    // Told late, or twice.
    await app.value('cara', 'leaveConversation', { conversationId });
    expect(await comesBackTo('cara')).toMatchObject({ id: second.conversationId });
  });

  it('has one for each project, also under a new widget id', async () => {
    await change({ chatEnabled: true }, HR);
    expect(await comesBackTo('cara', '3')).toBeUndefined();
    await app.value('pia', 'renewWidgetId', { projectId: SUP });
    expect(await comesBackTo('cara')).toMatchObject({ id: started.conversationId });
  });

  it('finds it for 90 days after their last word, and not while the expired record waits for its deletion', async () => {
    await app.site.leap(2 * DAY);
    await app.value('cara', 'sendMessage', send());
    await app.site.leap(89 * DAY);
    expect(await comesBackTo('cara')).toMatchObject({ id: started.conversationId });
    await app.site.leap(DAY + MINUTE);
    expect(snapshot()).toContain(`o:${SUP}:${app.accountId('cara')}`);
    expect(await comesBackTo('cara')).toBeUndefined();
  }, 120_000);

  it('goes on by token with a conversation of the first versions, whose pulse names no account', async () => {
    const key = `t:${started.conversationId}`;
    const { value } = JSON.parse(app.site.kvs.handle('/api/v1/get', JSON.stringify({ key })).body) as {
      value: Record<string, unknown>;
    };
    const { w: _account, ...old } = value;
    app.site.kvs.handle('/api/v1/set', JSON.stringify({ key, value: old }));
    expect(await comesBackTo('cara')).toBeUndefined();
    expect(await app.code('cara', 'pollConversation', poll())).toBe('not-found');
    expect(await app.code('cara', 'pollConversation', poll({ token: started.token }))).toBe('ok');
    await app.value('cara', 'sendMessage', send({ token: started.token }));
    expect(await comesBackTo('cara')).toMatchObject({ id: started.conversationId });
    expect(await app.code('cara', 'pollConversation', poll())).toBe('ok');
  });

  it.each(['"📞"', '7', '{"id":"x"}', '"AAAAAAAAAAAAAAAAAAAAAA"'])(
    'is told the state all the same when the record of their conversation says %s',
    async (value) => {
      const key = `o:${SUP}:${app.accountId('cara')}`;
      app.site.kvs.handle('/api/v1/set', JSON.stringify({ key, value: JSON.parse(value) as unknown }));
      const answer = await app.value('cara', 'getPortalAvailability', { portalId: '1' });
      expect(answer).toMatchObject({ state: 'offline', widget: { identified: true } });
      expect(answer).not.toHaveProperty('degraded');
      expect(answer.widget).not.toHaveProperty('conversation');
    },
  );

  it('leaves no trace once the account is closed', async () => {
    const id = app.accountId('cara');
    expect(snapshot()).toContain(`o:${SUP}:${id}`);
    await app.site.deletePerson('cara');
    await chat.settle();
    await app.clock.advance(MINUTE);
    expect(snapshot()).not.toContain(id);
  });
});

describe('a conversation opens for nobody else', () => {
  /** Somebody who may not read is answered as if there were nothing, and what they ask changes nothing. */
  async function isUnknownTo(account: string): Promise<void> {
    const before = snapshot();
    const unknown = 'A'.repeat(22);
    const asked = [
      ['pollConversation', poll({ here: true }), poll({ here: true, conversationId: unknown })],
      ['sendMessage', send(), send({ conversationId: unknown })],
      ['leaveConversation', { conversationId: started.conversationId }, { conversationId: unknown }],
    ] as const;
    for (const [functionKey, theirs, none] of asked) {
      const answer = await app.call(account, functionKey, theirs);
      expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
      expect(answer).toEqual(await app.call(account, functionKey, none));
    }
    expect(snapshot()).toBe(before);
  }

  it.each(['milo', 'anonymous', 'lee', 'bo', 'pia', 'joe', 'dee'])(
    'by account: not for %s',
    async (account) => {
      expect(await comesBackTo(account)).toBeUndefined();
      await isUnknownTo(account);
    },
  );

  it('that an anonymous visitor of the portal started: not for any other, nor for the one without the token', async () => {
    await app.goOnline('ann');
    started = await start('anonymous', 'Hello');
    expect(started.visitor.kind).toBe('anonymous');
    expect(await comesBackTo('anonymous')).toBeUndefined();
    for (const account of ['anonymous', 'cara']) await isUnknownTo(account);
    expect(await app.code('anonymous', 'pollConversation', poll({ token: started.token }))).toBe('ok');
  });

  it('that somebody started under a customer’s e-mail address: not for the customer, who did not', async () => {
    const visitor = aVisitor(app, await app.widgetId('SUP'));
    const email = app.site.jira.person('milo')?.email ?? '';
    expect((await visitor.start('It is me', { name: 'Milo', email })).status).toBe(201);
    await chat.settle();
    started = { ...started, conversationId: visitor.conversationId() };
    expect((await chat.inbox('all')).map(({ failure }) => failure)).toEqual([null, null]);
    expect(await comesBackTo('milo')).toBeUndefined();
    await isUnknownTo('milo');
  });

  it('a wrong token is not made good by the right account', async () => {
    const token = 'x'.repeat(43);
    expect(await app.code('cara', 'pollConversation', poll({ token }))).toBe('not-found');
    expect(await app.code('cara', 'sendMessage', send({ token }))).toBe('not-found');
  });

  it('over the web trigger nothing is opened without its token, whatever else is said', async () => {
    const before = snapshot();
    const account = app.accountId('cara');
    for (const [route, body] of [
      ['poll', { after: 0 }],
      ['messages', { message: 'Hello', clientMessageId: randomUUID() }],
    ] as const) {
      for (const more of [
        {},
        { account, accountId: account },
        { token: null, account },
        { token: '', account },
      ]) {
        const { status } = await app.site.webTrigger({
          method: 'POST',
          path: `/v1/conversations/${started.conversationId}/${route}`,
          body: JSON.stringify({ ...body, ...more }),
        });
        expect(status).toBe(400);
      }
    }
    expect(snapshot()).toBe(before);
  });

  it('the acting account comes from the platform, never from the payload', async () => {
    const account = app.accountId('cara');
    for (const more of [{ account }, { accountId: account }]) {
      expect(await app.code('milo', 'pollConversation', { ...poll(), ...more })).toBe('invalid-request');
    }
  });
});

describe('C6: hidden while nobody is online', () => {
  beforeEach(() => change({ hideWhenOffline: true }));

  it('the portal draws nothing for somebody who has no conversation', async () => {
    for (const account of ['milo', 'anonymous']) {
      const answer = await app.value(account, 'getPortalAvailability', { portalId: '1' });
      expect(answer.state).toBe('hidden');
      expect(answer).not.toHaveProperty('widget');
    }
  });

  it('but for a customer with a conversation, and for an anonymous visitor whose page says that it has one', async () => {
    expect(await app.value('cara', 'getPortalAvailability', { portalId: '1' })).toMatchObject({
      state: 'hidden',
      widget: { identified: true, conversation: { id: started.conversationId } },
    });
    const answer = await app.value('anonymous', 'getPortalAvailability', { portalId: '1', resumes: true });
    expect(answer).toMatchObject({ state: 'hidden', widget: { identified: false } });
    expect(answer.widget?.labels).not.toEqual({});
    expect(answer.widget).not.toHaveProperty('conversation');
  });

  it('web pages get what they need to draw a conversation that goes on', async () => {
    const path = `/v1/widgets/${await app.widgetId('SUP')}`;
    expect((await app.poll(await app.widgetId('SUP'))).state).toBe('hidden');
    expect((await app.site.webTrigger({ method: 'GET', path })).status).toBe(200);
  });

  it('C7: a disabled chat stays undrawn for everybody, with a conversation or without', async () => {
    await change({ chatEnabled: false });
    const none = await app.value('milo', 'getPortalAvailability', { portalId: '999' });
    for (const account of ['cara', 'milo', 'anonymous']) {
      const asked = { portalId: '1', resumes: true } as const;
      expect(await app.value(account, 'getPortalAvailability', asked)).toEqual(none);
    }
  });
});
