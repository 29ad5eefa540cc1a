import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { aRequest } from '../support/a-request';
import { aRequestPage, type RequestPage } from '../support/a-request-page';
import { HR, aSite, type SiteDriver } from '../support/a-site';
import { aMessage, aTalk, CARAS, MILOS, type TalkDriver } from '../support/a-talk';
import { said, shownTo } from '../support/a-visitor';
import { MINUTE } from '../support/desk-builders';

let app: SiteDriver;
let talk: TalkDriver;
let chat: TalkDriver['chat'];
let request: TalkDriver['request'];
let cara: RequestPage;

const requests = (): number => app.site.jira.desk.issues.all().length;
const snapshot = (): string => JSON.stringify(app.site.kvs.snapshot());

beforeEach(async () => {
  app = await aSite();
  talk = aTalk(app);
  ({ chat, request, page: cara } = talk);
});

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
    await talk.say('Is it the same pump as in May?');
    expect(requests()).toBe(before);
    expect(request.issue().comments).toHaveLength(1);
    expect(talk.comments()[0]).toMatch(/Cara Customer.*: Is it the same pump as in May\?/);
    expect(request.issue().comments[0]?.isPublic).toBe(true);
    const events = await talk.events();
    expect(said(events)).toEqual(['visitor: Is it the same pump as in May?']);
    expect(events.map(({ kind }) => kind)).toEqual(['message', 'delivered']);
  });

  it('is in the agents’ inbox like any chat, by name, and answered from there (D2)', async () => {
    await app.goOnline('ann');
    await talk.say('Is it the same pump?');
    const [row] = await chat.inbox();
    expect(row).toMatchObject({ issueKey: CARAS, customer: 'Cara Customer' });
    await chat.reply('No, a new one.');
    await chat.settle();
    expect(said(await talk.events())).toEqual(['visitor: Is it the same pump?', 'agent: No, a new one.']);
    expect(await chat.inbox()).toEqual([]);
  });

  it('hears what agents write in Jira, and never their notes, or what is restricted (T4)', async () => {
    await talk.say('Is it the same pump?');
    await request.comment('ann', 'No, a new one.');
    await request.comment('bo', 'She always asks.', { internal: true });
    const restricted = await request.comment('bo', 'Only for the team.');
    await request.change({ action: 'restrict-comment', commentId: restricted, role: 'Service Desk Team' });
    await request.write('cara', 'Thank you.');
    expect(shownTo(await talk.events())).toEqual([
      'visitor: Is it the same pump?',
      'agent: No, a new one.',
      'visitor: Thank you.',
    ]);
  });

  it('has in it what is said from then on: what was said before stands beside it on the page', async () => {
    const milo = aRequestPage(app, 'milo', MILOS);
    await talk.say('The paid one.', milo);
    await aRequest(app, chat, MILOS).comment('ann', 'Thanks.');
    expect(said(await talk.events(milo))).toEqual(['visitor: The paid one.', 'agent: Thanks.']);
  });

  it('says a thing once, however often it is sent, and from two tabs at once in one chat (R10)', async () => {
    const once = aMessage('Hello?');
    const [first, second, other] = await Promise.all([
      cara.value('talkAboutRequest', once),
      cara.value('talkAboutRequest', once),
      cara.value('talkAboutRequest', aMessage('Hello from the other tab')),
    ]);
    await chat.settle();
    expect(new Set([first, second, other].map((each) => each.conversationId)).size).toBe(1);
    expect(first.n).toBe(second.n);
    const { conversationId } = first;
    const { events } = await cara.value('pollRequestTalk', { conversationId, after: 0 });
    expect(said(events).sort()).toEqual(['visitor: Hello from the other tab', 'visitor: Hello?']);
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
    await talk.say('Still.', page);
    expect(talk.conversationId()).toBe(started.conversationId);
    expect(said(await talk.events(page))).toEqual(['visitor: My pump leaks', 'visitor: Still.']);
    expect(raised.issue().comments).toHaveLength(1);
  });

  it('finds it beside this request only: elsewhere on the portal nothing comes back to it', async () => {
    await talk.say('Hello');
    const elsewhere = await app.value('cara', 'getPortalAvailability', { portalId: '1' });
    expect(elsewhere.widget?.conversation).toBeUndefined();
    const sent = {
      conversationId: talk.conversationId(),
      message: 'Me again',
      clientMessageId: randomUUID(),
    };
    expect(await app.code('cara', 'sendMessage', sent)).toBe('not-found');
    expect(
      await app.code('cara', 'pollConversation', { conversationId: talk.conversationId(), after: 0 }),
    ).toBe('not-found');
    expect((await cara.value('getRequestTalk', {})).widget?.conversation).toMatchObject({
      id: talk.conversationId(),
    });
  });
});

describe('a request that is resolved', () => {
  it('is opened again by a message, where its workflow has a way', async () => {
    await request.resolve('ann');
    expect((await cara.value('getRequestTalk', {})).request).toEqual({ resolved: true, reopens: true });
    await talk.say('It leaks again.');
    expect(request.issue().resolvedAt).toBeNull();
    expect(said(await talk.events())).toEqual(['visitor: It leaks again.']);
    expect((await chat.inbox())[0]).toMatchObject({ issueKey: CARAS });
  });

  it('says so where nothing leads back; what was sent meanwhile is a comment all the same, and waits (T2)', async () => {
    const page = await app.value('joe', 'getProjectSettings', { projectId: HR });
    const settings = { ...page.settings, chatEnabled: true };
    await app.value('joe', 'saveProjectSettings', { projectId: HR, settings, rev: page.rev });
    app.site.jira.grantAgent(app.accountId('bo'), HR);
    const leave = aRequest(app, chat, 'HR-1');
    const lee = aRequestPage(app, 'lee', 'HR-1', 3);
    await talk.say('From March on?', lee);
    const before = requests();
    await app.value('bo', 'resolve', { conversationId: talk.conversationId() });
    // What a page was told is remembered for some seconds.
    await app.clock.advance(6_000);
    expect((await lee.value('getRequestTalk', {})).request).toEqual({ resolved: true, reopens: false });
    await talk.say('From April, then.', lee);
    expect([requests(), leave.issue().comments.length]).toEqual([before, 2]);
    expect(leave.issue().resolvedAt).not.toBeNull();
  });
});

describe('somebody who takes part in a request', () => {
  it('reads the chat about it and writes in it under their own name (T4)', async () => {
    await talk.takesPart('milo');
    await talk.say('Is it the same pump?');
    const milo = aRequestPage(app, 'milo', CARAS);
    expect((await milo.value('getRequestTalk', {})).widget?.conversation).toEqual({
      id: talk.conversationId(),
      ended: false,
    });
    await talk.say('I need one, too.', milo);
    await request.comment('ann', 'Two, then.');
    expect(talk.comments()[1]).toMatch(/Milo.*: I need one, too\./);
    expect(said(await talk.events())).toEqual([
      'visitor: Is it the same pump?',
      'customer: I need one, too.',
      'agent: Two, then.',
    ]);
    expect(said(await talk.events(milo))).toEqual([
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
    await talk.takesPart('milo');
    const milo = aRequestPage(app, 'milo', CARAS);
    await talk.say('I need one, too.', milo);
    expect(said(await talk.events(milo))).toEqual(['visitor: I need one, too.']);
    expect(said(await talk.events())).toEqual(['customer: I need one, too.']);
    expect((await chat.inbox())[0]).toMatchObject({ customer: 'Cara Customer' });
  });

  it('reads and writes no more, five minutes after they were taken out', async () => {
    await talk.takesPart('milo');
    const milo = aRequestPage(app, 'milo', CARAS);
    await talk.say('I need one, too.', milo);
    request.issue().participantIds.length = 0;
    await app.clock.advance(5 * MINUTE + 1_000);
    const before = snapshot();
    for (const answer of [
      await milo.call('getRequestTalk', {}),
      await milo.call('pollRequestTalk', { conversationId: talk.conversationId(), after: 0 }),
      await milo.call('talkAboutRequest', aMessage('Hello?')),
    ])
      expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(snapshot()).toBe(before);
  });
});
