import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aRequest, type RequestDriver } from '../support/a-request';
import { OPS, SUP, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, shownTo, type VisitorDriver } from '../support/a-visitor';
import { HOUR, MINUTE } from '../support/desk-builders';

let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;
let request: RequestDriver;

beforeEach(async () => {
  app = await aSite();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann');
  await visitor.start('My order has not come', {
    name: 'Mia Miller',
    email: 'mia@example.org',
    page: 'https://shop.example/orders',
  });
  await chat.settle();
  request = aRequest(app, chat);
  await request.comment('ann', 'Which order?');
});

const BEFORE = ['visitor: My order has not come', 'agent: Which order?'];
const shown = async (): Promise<string[]> => shownTo(await visitor.events());
const isEnded = async (): Promise<boolean> => (await visitor.poll(0)).body.ended;
const row = async () => (await chat.open()).row;
const stored = (): string => JSON.stringify(app.site.kvs.snapshot());
const requests = () =>
  app.site.jira.desk.issues.all().filter(({ creatorId }) => creatorId === request.issue().creatorId);
const say = async (text: string): Promise<void> => {
  expect((await visitor.send(text)).status).toBe(202);
  await chat.settle();
};

describe('T5: a request that has another key in the same project', () => {
  it('goes on under that key, in the inbox and for what both sides write', async () => {
    const project = app.site.jira.project('SUP');
    if (!project) throw new Error('there is no SUP');
    const before = request.issue().key;
    app.site.jira.desk.issues.move(request.issue(), project);
    await request.assign('bo');
    const { key } = request.issue();
    expect(key).not.toBe(before);
    expect(await row()).toMatchObject({ issueKey: key, ended: false, failure: null });
    expect((await row()).issueUrl).toMatch(new RegExp(`/browse/${key}$`));
    await say('Number 4711');
    await chat.reply('It is on its way');
    await chat.settle();
    expect(requests()).toHaveLength(1);
    expect(request.issue().comments.filter(({ isPublic }) => isPublic)).toHaveLength(3);
    expect(await shown()).toEqual([...BEFORE, 'visitor: Number 4711', 'agent: It is on its way']);
  });
});

describe('T5: a request that is moved to another project', () => {
  beforeEach(() => request.change({ action: 'move', to: 'OPS' }));

  it('ends its chat, and says so to both sides', async () => {
    expect(await isEnded()).toBe(true);
    expect(await row()).toMatchObject({ ended: true, failure: 'request-moved' });
    expect(await chat.inbox('unanswered')).toEqual([]);
  });

  it('brings nothing that is written there to the visitor, nor into the storage', async () => {
    const [answer = ''] = request.issue().comments.map(({ id }) => id);
    await request.comment('ann', 'Tulip, said by others');
    await app.clock.advance(MINUTE);
    await request.edit('joe', answer, 'Tulip, corrected by others');
    await request.assign('ann');
    await app.clock.advance(2 * HOUR);
    await visitor.poll(0, true);
    await chat.settle();
    expect(await shown()).toEqual(BEFORE);
    expect(stored()).not.toContain('Tulip');
    const { rows } = await app.value('ann', 'listConversations', { projectId: OPS, filter: 'all' });
    expect(rows).toEqual([]);
  });

  it('of which no event came, is let go by the sweep', async () => {
    await request.change({ action: 'move', to: 'SUP' });
    expect(await isEnded()).toBe(false);
    await request.unheard(() => request.change({ action: 'move', to: 'OPS' }));
    await request.unheard(() => request.comment('ann', 'Tulip, said by others'));
    await app.clock.advance(15 * MINUTE);
    await chat.settle();
    expect(await row()).toMatchObject({ ended: true, failure: 'request-moved' });
    expect(stored()).not.toContain('Tulip');
  });

  it('gets none of the visitor’s next words: they are a new request where the chat is', async () => {
    await say('Are you there?');
    const [moved, raised] = requests();
    expect([moved?.projectId, raised?.projectId]).toEqual([OPS, SUP]);
    expect(moved?.comments).toHaveLength(1);
    expect(JSON.stringify(raised?.description)).toContain('Are you there?');
    expect(await row()).toMatchObject({ issueKey: raised?.key, ended: false, failure: null });
    expect(await chat.inbox('unanswered')).toHaveLength(1);
    // What becomes of the one before is nothing to it any more.
    await request.comment('ann', 'Tulip, said by others');
    await request.change({ action: 'move', to: 'SUP' });
    await request.comment('ann', 'Tulip, said in the old one');
    await chat.reply('Here I am');
    await chat.settle();
    expect(await shown()).toEqual([...BEFORE, 'visitor: Are you there?', 'agent: Here I am']);
    expect(stored()).not.toContain('Tulip');
  });

  it('and back again goes on', async () => {
    await request.change({ action: 'move', to: 'SUP' });
    expect(await row()).toMatchObject({ issueKey: request.issue().key, ended: false, failure: null });
    await request.comment('ann', 'It is on its way');
    await say('Thank you');
    expect(requests()).toHaveLength(1);
    expect(await shown()).toEqual([...BEFORE, 'agent: It is on its way', 'visitor: Thank you']);
  });
});

describe('T5: a request that a security level hides', () => {
  beforeEach(() => request.change({ action: 'hide' }));

  it('ends its chat; what the visitor writes then is not delivered, and both sides are told', async () => {
    expect(await isEnded()).toBe(true);
    expect(await row()).toMatchObject({ ended: true, failure: 'request-gone' });
    await say('Are you there?');
    expect((await visitor.events()).map(({ kind }) => kind)).toContain('failed');
    expect((await chat.open()).messages.at(-1)).toMatchObject({ delivery: 'failed' });
    expect(request.issue().comments).toHaveLength(1);
  });

  it('brings nothing of what is written there meanwhile, and all that is public when it comes back', async () => {
    await request.comment('ann', 'Between us: Tulip', { internal: true });
    await request.comment('ann', 'It is on its way');
    expect(await shown()).toEqual(BEFORE);
    await request.change({ action: 'show' });
    expect(await shown()).toEqual([...BEFORE, 'agent: It is on its way']);
    expect(await row()).toMatchObject({ ended: false, failure: null });
    await say('Thank you');
    expect((await shown()).at(-1)).toBe('visitor: Thank you');
    expect(request.issue().comments).toHaveLength(4);
    expect(stored()).not.toContain('Tulip');
  });

  it('T8: for a day is erased, and not before', async () => {
    await app.site.leap(12 * HOUR);
    expect(stored()).toContain('My order has not come');
    await app.site.leap(14 * HOUR);
    for (const word of ['My order', 'Which order', 'Mia Miller', 'mia@example.org', 'shop.example/orders'])
      expect(stored()).not.toContain(word);
    expect(await isEnded()).toBe(true);
    expect(await shown()).toEqual([]);
  });

  it('T8: for longer, and then shown, goes on with what Jira has, and says nothing twice', async () => {
    await app.site.leap(26 * HOUR);
    await request.change({ action: 'show' });
    expect(await row()).toMatchObject({ ended: false, failure: null });
    expect(await shown()).toEqual(['agent: Which order?']);
    await say('Number 4711');
    await chat.reply('It is on its way');
    await chat.settle();
    expect(await shown()).toEqual(['agent: Which order?', 'visitor: Number 4711', 'agent: It is on its way']);
    expect(requests()).toHaveLength(1);
  });

  it('T8: and shown within a day is kept', async () => {
    await app.site.leap(12 * HOUR);
    await request.change({ action: 'show' });
    await app.site.leap(48 * HOUR);
    expect(await shown()).toEqual(BEFORE);
    expect(await row()).toMatchObject({ customer: 'Mia Miller', ended: false, failure: null });
  });
});

it.each<[how: string, change: Parameters<RequestDriver['change']>[0]]>([
  ['moved away', { action: 'move', to: 'OPS' }],
  ['hidden', { action: 'hide' }],
  ['deleted', { action: 'delete' }],
])('D1: a flag goes when its request is %s, and none comes for it', async (_how, change) => {
  await app.clock.advance(1_000);
  await say('Are you there?');
  const ask = (flagged: string[]) =>
    app.value('ann', 'getNewMessages', { since: new Date(app.clock.now() - MINUTE).toISOString(), flagged });
  const flagged = [visitor.conversationId()];
  expect(await ask(flagged)).toMatchObject({ messages: [{ line: 'Are you there?' }], settled: [] });
  await request.change(change);
  expect(await ask(flagged)).toMatchObject({ messages: [], settled: flagged });
});

describe('T8: a request that is deleted', () => {
  const WORDS = [
    'My order',
    'Which order',
    'Number 4711',
    'Mia Miller',
    'mia@example.org',
    'shop.example/orders',
  ];
  beforeEach(() => say('Number 4711'));

  it('leaves nothing of its chat at once: no words, no name, no address, no page', async () => {
    for (const word of WORDS) expect(stored()).toContain(word);
    await request.change({ action: 'delete' });
    for (const word of WORDS) expect(stored()).not.toContain(word);
    expect(await isEnded()).toBe(true);
    expect(await shown()).toEqual([]);
    expect(await row()).toMatchObject({ customer: null, ended: true, failure: 'request-gone' });
    const { email, page, messages } = await chat.open();
    expect([email, page, messages.every(({ text }) => text === '')]).toEqual([null, null, true]);
    expect(await chat.inbox('unanswered')).toEqual([]);
  });

  it('erases, too, what is told late, twice, and after it was moved away', async () => {
    await request.change({ action: 'move', to: 'OPS' });
    app.site.faults.set({ events: { lateMs: [60_000, 180_000], duplicate: 1 } });
    await request.change({ action: 'delete' });
    await app.clock.advance(4 * MINUTE);
    await chat.settle();
    for (const word of WORDS) expect(stored()).not.toContain(word);
  });

  it.each([0, 2, 20])(
    'without an event is erased within a day, %i days after the last word',
    async (days) => {
      await app.site.leap(days * 24 * HOUR);
      await request.unheard(() => request.change({ action: 'delete' }));
      await app.clock.advance(24 * HOUR);
      await chat.settle();
      for (const word of WORDS) expect(stored()).not.toContain(word);
    },
  );

  it('is not brought back by what is heard of it late', async () => {
    app.site.faults.set({ events: { lateMs: [60_000, 60_000] } });
    await request.comment('ann', 'Tulip');
    app.site.faults.set({});
    await request.change({ action: 'delete' });
    await app.clock.advance(2 * MINUTE);
    await visitor.poll(0, true);
    await chat.settle();
    expect(await row()).toMatchObject({ ended: true, failure: 'request-gone', lastLine: '' });
    expect(stored()).not.toContain('Tulip');
  });

  it('of a customer of the portal leaves no account, and they start anew', async () => {
    const opening = { portalId: '1', message: 'My invoice is wrong', clientMessageId: randomUUID() };
    const { conversationId } = await app.value('cara', 'startConversation', opening);
    await chat.settle();
    const theirs = aRequest(app, chat);
    await theirs.change({ action: 'delete' });
    expect(stored()).not.toContain('My invoice');
    expect((await app.value('ann', 'getConversation', { conversationId })).row.customer).toBeNull();
    const { widget } = await app.value('cara', 'getPortalAvailability', { portalId: '1' });
    expect(widget?.conversation).toBeUndefined();
    const again = { ...opening, clientMessageId: randomUUID() };
    const next = await app.value('cara', 'startConversation', again);
    expect(next.conversationId).not.toBe(conversationId);
  });

  it('and to which the visitor writes again keeps nothing of that for more than a day', async () => {
    await request.change({ action: 'delete' });
    await say('Hello, this is Mia Miller');
    expect((await visitor.events()).map(({ kind }) => kind)).toContain('failed');
    await app.site.leap(30 * HOUR);
    expect(stored()).not.toContain('Mia Miller');
  });
});
