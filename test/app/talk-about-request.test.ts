import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PublicEvent } from '../../src/contract/conversation';
import type { FunctionKey, Payload, Values } from '../../src/contract/functions';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aRequest, type RequestDriver } from '../support/a-request';
import { aRequestPage, type RequestPage } from '../support/a-request-page';
import { HR, SUP, aSite, type SiteDriver } from '../support/a-site';
import { said, shownTo } from '../support/a-visitor';
import { costOf } from '../support/cost-of';
import { MINUTE } from '../support/desk-builders';
import { stormScale } from '../support/storm-scale';

/** Cara's request, and Milo's, on which Ann has commented before. */
const CARAS = 'SUP-1';
const MILOS = 'SUP-2';

let app: SiteDriver;
let chat: ChatDriver;
let request: RequestDriver;
let cara: RequestPage;
let conversationId: string;

beforeEach(async () => {
  app = await aSite();
  conversationId = '';
  chat = aChat(app, () => ({ conversationId: () => conversationId }));
  request = aRequest(app, chat, CARAS);
  cara = aRequestPage(app, 'cara', CARAS);
});

const message = (
  text: string,
  more: Partial<Payload<'talkAboutRequest'>> = {},
): Payload<'talkAboutRequest'> => ({
  message: text,
  clientMessageId: randomUUID(),
  ...more,
});

async function say(text: string, page = cara): Promise<Values['talkAboutRequest']> {
  const talked = await page.value('talkAboutRequest', message(text));
  ({ conversationId } = talked);
  await chat.settle();
  return talked;
}

async function eventsOf(page = cara): Promise<PublicEvent[]> {
  const { events } = await page.value('pollRequestTalk', { conversationId, after: 0 });
  return events;
}

const comments = (issue = request.issue()): string[] =>
  issue.comments.map(({ body }) =>
    JSON.stringify(body)
      .replaceAll(/.*?"text":"(.*?)"/g, '$1|')
      .split('|')
      .slice(0, 2)
      .join(': '),
  );

const requests = (): number => app.site.jira.desk.issues.all().length;
const snapshot = (): string => JSON.stringify(app.site.kvs.snapshot());

async function takesPart(account: string, key = CARAS): Promise<void> {
  const path = `/rest/servicedeskapi/request/${key}/participant`;
  const answer = await chat.jira('ann', 'POST', path, { accountIds: [app.accountId(account)] });
  expect(answer.status).toBe(200);
}

describe('a customer on the page of their own request', () => {
  it('sees whether somebody is there, and nothing of anything that was not said in the chat (T3)', async () => {
    await app.goOnline('ann');
    const milo = aRequestPage(app, 'milo', MILOS);
    const { state, widget, request: told } = await milo.value('getRequestTalk', { locale: 'de-DE' });
    expect([state, widget?.locale, widget?.conversation, told]).toEqual([
      'online',
      'de-DE',
      undefined,
      { resolved: false, reopens: true },
    ]);
  });

  it('goes on with it as a chat: a comment on the same request, and nothing new (T2)', async () => {
    const before = requests();
    await say('Is it the same pump as in May?');
    expect(requests()).toBe(before);
    expect(request.issue().comments).toHaveLength(1);
    expect(comments()[0]).toMatch(/Cara Customer.*: Is it the same pump as in May\?/);
    expect(request.issue().comments[0]?.isPublic).toBe(true);
    const events = await eventsOf();
    expect(said(events)).toEqual(['visitor: Is it the same pump as in May?']);
    expect(events.map(({ kind }) => kind)).toEqual(['message', 'delivered']);
  });

  it('is in the agents’ inbox like any chat, by name, and answered from there (D2)', async () => {
    await app.goOnline('ann');
    await say('Is it the same pump?');
    const [row] = await chat.inbox();
    expect(row).toMatchObject({ issueKey: CARAS, customer: 'Cara Customer' });
    await chat.reply('No, a new one.');
    await chat.settle();
    expect(said(await eventsOf())).toEqual(['visitor: Is it the same pump?', 'agent: No, a new one.']);
    expect(await chat.inbox()).toEqual([]);
  });

  it('hears what agents write in Jira, and never their notes, or what is restricted (T4)', async () => {
    await say('Is it the same pump?');
    await request.comment('ann', 'No, a new one.');
    await request.comment('bo', 'She always asks.', { internal: true });
    const restricted = await request.comment('bo', 'Only for the team.');
    await request.change({ action: 'restrict-comment', commentId: restricted, role: 'Service Desk Team' });
    await request.write('cara', 'Thank you.');
    expect(shownTo(await eventsOf())).toEqual([
      'visitor: Is it the same pump?',
      'agent: No, a new one.',
      'visitor: Thank you.',
    ]);
  });

  it('has in it what is said from then on: what was said before stands beside it on the page', async () => {
    const milo = aRequestPage(app, 'milo', MILOS);
    await say('The paid one.', milo);
    await aRequest(app, chat, MILOS).comment('ann', 'Thanks.');
    expect(said(await eventsOf(milo))).toEqual(['visitor: The paid one.', 'agent: Thanks.']);
  });

  it('says a thing once, however often it is sent, and from two tabs at once in one chat (R10)', async () => {
    const once = message('Hello?');
    const [first, second, other] = await Promise.all([
      cara.value('talkAboutRequest', once),
      cara.value('talkAboutRequest', once),
      cara.value('talkAboutRequest', message('Hello from the other tab')),
    ]);
    await chat.settle();
    expect(new Set([first, second, other].map((each) => each.conversationId)).size).toBe(1);
    expect(first.n).toBe(second.n);
    ({ conversationId } = first);
    expect(said(await eventsOf()).sort()).toEqual(['visitor: Hello from the other tab', 'visitor: Hello?']);
    expect(request.issue().comments).toHaveLength(2);
  });

  it('goes on with the chat that raised the request', async () => {
    const opening = { portalId: '1', message: 'My pump leaks', clientMessageId: randomUUID() };
    const started = await app.value('cara', 'startConversation', opening);
    await chat.settle();
    const raised = aRequest(app, chat);
    const page = aRequestPage(app, 'cara', raised.issue().key);
    const { widget } = await page.value('getRequestTalk', {});
    expect(widget?.conversation).toEqual({ id: started.conversationId, ended: false });
    await say('Still.', page);
    expect(conversationId).toBe(started.conversationId);
    expect(said(await eventsOf(page))).toEqual(['visitor: My pump leaks', 'visitor: Still.']);
    expect(raised.issue().comments).toHaveLength(1);
  });

  it('finds it beside this request only: elsewhere on the portal nothing comes back to it', async () => {
    await say('Hello');
    const elsewhere = await app.value('cara', 'getPortalAvailability', { portalId: '1' });
    expect(elsewhere.widget?.conversation).toBeUndefined();
    const sent = { conversationId, message: 'Me again', clientMessageId: randomUUID() };
    expect(await app.code('cara', 'sendMessage', sent)).toBe('not-found');
    expect(await app.code('cara', 'pollConversation', { conversationId, after: 0 })).toBe('not-found');
    expect((await cara.value('getRequestTalk', {})).widget?.conversation).toMatchObject({
      id: conversationId,
    });
  });
});

describe('a request that is resolved', () => {
  it('is opened again by a message, where its workflow has a way', async () => {
    await request.resolve('ann');
    expect((await cara.value('getRequestTalk', {})).request).toEqual({ resolved: true, reopens: true });
    await say('It leaks again.');
    expect(request.issue().resolvedAt).toBeNull();
    expect(said(await eventsOf())).toEqual(['visitor: It leaks again.']);
    expect((await chat.inbox())[0]).toMatchObject({ issueKey: CARAS });
  });

  it('says so where nothing leads back; what was sent meanwhile is a comment all the same, and waits (T2)', async () => {
    const page = await app.value('joe', 'getProjectSettings', { projectId: HR });
    const settings = { ...page.settings, chatEnabled: true };
    await app.value('joe', 'saveProjectSettings', { projectId: HR, settings, rev: page.rev });
    const leave = aRequest(app, chat, 'HR-1');
    const lee = aRequestPage(app, 'lee', 'HR-1', 3);
    await say('From March on?', lee);
    const before = requests();
    await app.value('bo', 'resolve', { conversationId });
    expect((await lee.value('getRequestTalk', {})).request).toEqual({ resolved: true, reopens: false });
    await say('From April, then.', lee);
    expect([requests(), leave.issue().comments.length]).toEqual([before, 2]);
    expect(leave.issue().resolvedAt).not.toBeNull();
  });
});

describe('somebody who takes part in a request', () => {
  it('reads the chat about it and writes in it under their own name (T4)', async () => {
    await takesPart('milo');
    await say('Is it the same pump?');
    const milo = aRequestPage(app, 'milo', CARAS);
    expect((await milo.value('getRequestTalk', {})).widget?.conversation).toEqual({
      id: conversationId,
      ended: false,
    });
    await say('I need one, too.', milo);
    await request.comment('ann', 'Two, then.');
    expect(comments()[1]).toMatch(/Milo.*: I need one, too\./);
    expect(said(await eventsOf())).toEqual([
      'visitor: Is it the same pump?',
      'customer: I need one, too.',
      'agent: Two, then.',
    ]);
    expect(said(await eventsOf(milo))).toEqual([
      'customer: Is it the same pump?',
      'visitor: I need one, too.',
      'agent: Two, then.',
    ]);
    expect((await chat.transcript()).map(({ from, agent }) => [from, agent?.name ?? null])).toEqual([
      ['visitor', null],
      ['customer', 'Milo Marsh'],
      ['agent', 'Ann Agent'],
    ]);
  });

  it('begins it for its reporter, who then reads it as another’s words', async () => {
    await takesPart('milo');
    const milo = aRequestPage(app, 'milo', CARAS);
    await say('I need one, too.', milo);
    expect(said(await eventsOf(milo))).toEqual(['visitor: I need one, too.']);
    expect(said(await eventsOf())).toEqual(['customer: I need one, too.']);
    expect((await chat.inbox())[0]).toMatchObject({ customer: 'Cara Customer' });
  });

  it('reads and writes no more, five minutes after they were taken out', async () => {
    await takesPart('milo');
    const milo = aRequestPage(app, 'milo', CARAS);
    await say('I need one, too.', milo);
    request.issue().participantIds.length = 0;
    await app.clock.advance(5 * MINUTE + 1_000);
    const before = snapshot();
    for (const answer of [
      await milo.call('getRequestTalk', {}),
      await milo.call('pollRequestTalk', { conversationId, after: 0 }),
      await milo.call('talkAboutRequest', message('Hello?')),
    ])
      expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(snapshot()).toBe(before);
  });
});

describe('what happens to a request while its page is open', () => {
  it('deleted: the chat ends for good, and the page says what it can', async () => {
    await say('Hello');
    await request.change({ action: 'delete' });
    const { events } = (await cara.call('pollRequestTalk', { conversationId, after: 0 })) as unknown as {
      events?: unknown;
    };
    expect(events).toBeUndefined();
    await app.clock.advance(6 * MINUTE);
    expect(await cara.call('getRequestTalk', {})).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await cara.call('talkAboutRequest', message('Hello?'))).toMatchObject({ ok: false });
  });

  it('hidden by a security level: nothing of it any more, and nothing is written', async () => {
    await say('Hello');
    await request.change({ action: 'hide' });
    expect((await eventsOf()).at(-1)).toMatchObject({ kind: 'ended', reason: 'request-gone' });
    await app.clock.advance(6 * MINUTE);
    expect(await cara.call('getRequestTalk', {})).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('moved to another space: what is written there is not for this chat', async () => {
    await say('Hello');
    await request.change({ action: 'move', to: 'OPS' });
    await app.clock.advance(6 * MINUTE);
    expect(await cara.call('getRequestTalk', {})).toMatchObject({ ok: false, error: { code: 'not-found' } });
    const there = aRequestPage(app, 'cara', request.issue().key, 2);
    expect((await there.value('getRequestTalk', {})).widget?.conversation).toBeUndefined();
  });

  it('of a space without chat nothing is told, and Jira is not asked (C7)', async () => {
    const page = await app.value('joe', 'getProjectSettings', { projectId: SUP });
    const settings = { ...page.settings, chatEnabled: false };
    await app.value('joe', 'saveProjectSettings', { projectId: SUP, settings, rev: page.rev });
    const { jiraCalls } = await costOf(app, async () => {
      expect(await cara.value('getRequestTalk', {})).toMatchObject({ state: 'disabled' });
      expect(await cara.call('talkAboutRequest', message('Hello'))).toMatchObject({ ok: false });
    });
    expect(jiraCalls).toBe(0);
  });

  it('blocked by an agent: they read, and write no more (T7)', async () => {
    await say('Hello');
    await app.value('ann', 'blockVisitor', { conversationId, operationId: randomUUID() });
    expect(await cara.call('talkAboutRequest', message('Hello?'))).toMatchObject({
      ok: false,
      error: { visitor: { error: 'closed' } },
    });
    const [own] = app.site.jira.desk.issues.all().filter(({ key }) => key === CARAS);
    expect(own?.comments).toHaveLength(1);
  });

  it.each([
    ['storage', { storage: { down: true } }],
    ['Jira', { jira: { down: true } }],
  ])('%s is down: it says so and changes nothing (C8)', async (_what, faults) => {
    await say('Hello');
    await app.clock.advance(6 * MINUTE);
    app.site.faults.set(faults);
    for (const answer of [
      await cara.call('getRequestTalk', {}),
      await cara.call('talkAboutRequest', message('Hello?')),
    ])
      expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    app.site.faults.set({});
    expect(said(await eventsOf())).toEqual(['visitor: Hello']);
  });
});

describe('F16: calls to Jira beside a request', () => {
  const PROOF = { 'GET issue/*': 1 };

  it('are one for a page of its reporter, and one more for who takes part', async () => {
    await takesPart('milo');
    const milo = aRequestPage(app, 'milo', CARAS);
    expect((await costOf(app, () => cara.value('getRequestTalk', {}))).jira).toEqual(PROOF);
    expect((await costOf(app, () => milo.value('getRequestTalk', {}))).jira).toEqual({
      ...PROOF,
      'GET desk/request/*/participant': 1,
    });
  });

  it('a beginning three at most with its comment, a further message one, an idle poll none', async () => {
    await say('Hello');
    await app.clock.advance(6 * MINUTE);
    await cara.value('getRequestTalk', {});
    const further = await costOf(app, () => cara.value('talkAboutRequest', message('And?')));
    expect(further.jira).toEqual({ 'POST issue/*/comment': 1 });
    const idle = await costOf(app, () => cara.value('pollRequestTalk', { conversationId, after: 4 }));
    expect(idle.jira).toEqual({});
    const milo = aRequestPage(app, 'milo', MILOS);
    const first = await costOf(app, () => milo.value('talkAboutRequest', message('Hello')));
    expect(first.jiraCalls).toBeLessThanOrEqual(3);
  });
});

describe('another customer’s request', () => {
  /** At full size, which is ten times each run's, 100,000 payloads. */
  const RUNS = 1_000 * stormScale() ** 2;

  it('is neither told nor changed by any payload, with all of its ids (T3)', async () => {
    const { conversationId: caras } = await say('My secret is 4711.');
    const ids = [conversationId, CARAS, request.issue().id, app.accountId('cara'), SUP, '1'];
    await say('Hello', aRequestPage(app, 'milo', MILOS));
    conversationId = caras;
    const before = snapshot();
    const commentsBefore = comments();
    const own = request.issue().id;
    const id = fc.oneof(fc.constantFrom(...ids), fc.string({ maxLength: 30 }));
    const value = fc.oneof(
      id,
      fc.uuid(),
      fc.nat(20),
      fc.constant(true),
      fc.dictionary(fc.string(), id, { maxKeys: 2 }),
    );
    const names = ['conversationId', 'message', 'clientMessageId', 'after', 'here', 'locale'];
    const more = [
      'issueId',
      'request',
      'key',
      'portalId',
      'account',
      'accountId',
      'projectId',
      'token',
      'proved',
    ];
    const payload = fc.dictionary(fc.constantFrom(...names, ...more), value, { maxKeys: 5 });
    const functionKey = fc.constantFrom<FunctionKey>('getRequestTalk', 'talkAboutRequest', 'pollRequestTalk');
    const account = fc.constantFrom('milo', 'nadia', 'anonymous', 'bo');
    const pages = new Map(
      ['milo', 'nadia', 'anonymous', 'bo'].map((who) => [who, aRequestPage(app, who, CARAS)]),
    );
    const close = fc.record({
      conversationId: fc.constant(conversationId),
      message: id,
      clientMessageId: fc.uuid(),
      after: fc.nat(5),
    });
    await fc.assert(
      fc.asyncProperty(account, functionKey, fc.oneof(payload, close), async (who, key, asked) => {
        const shaped =
          'after' in asked && key === 'pollRequestTalk'
            ? { conversationId: asked['conversationId'], after: asked['after'] }
            : asked;
        const answer = await pages.get(who)?.call(key, shaped as never);
        expect(answer).toMatchObject({ ok: false });
        expect(JSON.stringify(answer)).not.toContain('4711');
      }),
      { numRuns: RUNS },
    );
    expect(request.issue().id).toBe(own);
    expect(comments()).toEqual(commentsBefore);
    expect(snapshot()).toBe(before);
    // The control: to whom it belongs, the same is told.
    expect(JSON.stringify(await eventsOf())).toContain('4711');
  }, 900_000);
});
