import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PublicEvent } from '../../src/contract/conversation';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aRequest, type RequestDriver } from '../support/a-request';
import { OPS, SUP, type SiteDriver } from '../support/a-site';
import { aSiteWithJira, type JiraWire } from '../support/a-site-with-jira';
import { aVisitor, said, type VisitorDriver } from '../support/a-visitor';
import { NOON } from '../support/desk-builders';

let app: SiteDriver & { wire: JiraWire };
let visitor: VisitorDriver;
let chat: ChatDriver;
let request: RequestDriver;

const begin = async (more: object = {}): Promise<void> => {
  await visitor.start('My order has not come', more);
  await chat.settle();
  request = aRequest(app, chat);
};

beforeEach(async () => {
  app = await aSiteWithJira();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann');
});

type Message = Extract<PublicEvent, { kind: 'message' }>;

/** Who the visitor's page and the inbox say wrote the last message, and whether the visitor waits still. */
async function seen() {
  const last = (await visitor.events()).findLast((event): event is Message => event.kind === 'message');
  if (!last) throw new Error('nothing was said');
  const { messages, row } = await chat.open();
  const shown = messages.at(-1);
  return {
    page: last.from === 'visitor' ? [last.from] : [last.from, last.agent.name],
    inbox: shown?.agent ? [shown.from, shown.agent.name] : [shown?.from],
    unanswered: row.unanswered,
    lastLine: row.lastLine,
  };
}

const lists = async (): Promise<string[]> => {
  const found: string[] = [];
  for (const filter of ['unanswered', 'unresolved'] as const)
    if ((await chat.inbox(filter)).length > 0) found.push(filter);
  const { messages } = await app.value('ann', 'getNewMessages', { since: new Date(NOON - 1).toISOString() });
  return messages.length > 0 ? [...found, 'flags'] : found;
};

const participate = async (account: string): Promise<void> => {
  const path = `/rest/servicedeskapi/request/${request.issue().key}/participant`;
  const { status } = await chat.jira('ann', 'POST', path, { accountIds: [app.accountId(account)] });
  expect(status).toBe(200);
};

describe('T4: who wrote a comment', () => {
  beforeEach(() => begin());

  it.each(['ann', 'cy'])('an agent of this project, online or never: %s answers', async (account) => {
    await request.comment(account, 'Which order?');
    const name = app.site.jira.person(account)?.name;
    expect(await seen()).toEqual({
      page: ['agent', name],
      inbox: ['agent', name],
      unanswered: false,
      lastLine: 'Which order?',
    });
    expect(await lists()).toEqual(['unresolved']);
  });

  it('another customer is called by name, is no agent, and waits for an answer', async () => {
    await request.comment('ann', 'Which order?');
    await participate('milo');
    await request.write('milo', 'Number 4711');
    expect(await seen()).toEqual({
      page: ['customer', 'Milo Marsh'],
      inbox: ['customer', 'Milo Marsh'],
      unanswered: true,
      lastLine: 'Number 4711',
    });
    expect(await lists()).toEqual(['unanswered', 'unresolved', 'flags']);
  });

  it('a colleague who is an agent elsewhere, and nothing here, is no agent here', async () => {
    app.site.jira.grantAgent(app.accountId('lee'), OPS);
    await participate('lee');
    await request.write('lee', 'I wait for it, too');
    expect(await seen()).toMatchObject({ page: ['customer', 'Lee Lopez'], unanswered: true });
  });

  it('who was an agent when they answered stays one in what they said then', async () => {
    await request.comment('cy', 'Which order?');
    app.site.jira.revokeAgent(app.accountId('cy'), SUP);
    await request.comment('ann', 'We are on it');
    const messages = (await visitor.events()).filter((event): event is Message => event.kind === 'message');
    expect(messages.map(({ from }) => from)).toEqual(['visitor', 'agent', 'agent']);
  });

  it('an automation is shown, and answers nothing', async () => {
    const { accountId } = app.site.jira.addPerson({ seedName: 'robot', name: 'Automation for Jira' });
    app.site.jira.grantAgent(accountId, SUP);
    app.wire.alter = (body) =>
      body.includes(accountId) ? body.replaceAll('"accountType":"atlassian"', '"accountType":"app"') : body;
    await request.comment('robot', 'We have received your request.');
    expect(await seen()).toEqual({
      page: ['app', 'Automation for Jira'],
      inbox: ['app', 'Automation for Jira'],
      unanswered: true,
      lastLine: 'My order has not come',
    });
    expect(await lists()).toEqual(['unanswered', 'unresolved', 'flags']);
  });

  it.each(['before', 'after'])(
    'the customer whom an agent makes the reporter is the visitor, told of %s they write',
    async (when) => {
      const handOver = () => request.change({ action: 'change-reporter', account: 'cara' });
      await (when === 'before' ? handOver() : request.unheard(handOver));
      await request.comment('ann', 'Which order?');
      await request.write('cara', 'Number 4711');
      expect(await seen()).toEqual({
        page: ['visitor'],
        inbox: ['visitor'],
        unanswered: true,
        lastLine: 'Number 4711',
      });
      expect(await lists()).toEqual(['unanswered', 'unresolved', 'flags']);
    },
  );

  it('an account that was closed since is not called anybody’s name, and no agent', async () => {
    await participate('milo');
    await request.write('milo', 'Number 4711');
    await app.site.deletePerson('milo');
    await chat.settle();
    const { page, inbox } = await seen();
    expect([page[0], inbox[0]]).toEqual(['customer', 'customer']);
    expect(JSON.stringify([page, inbox])).not.toContain('Milo Marsh');
  });
});

describe('T4: where the app may not ask Jira who is an agent', () => {
  beforeEach(async () => {
    await begin();
    app.site.faults.set({ jira: { noAdmin: true } });
  });

  it.each<[who: string, account: string, before: () => Promise<unknown>]>([
    ['went online here', 'bo', () => app.goOnline('bo')],
    ['was online here once', 'bo', () => app.goOnline('bo').then(() => app.goOffline('bo'))],
    ['is assigned in Jira', 'cy', () => request.assign('cy')],
    ['replied from the inbox', 'cy', () => chat.reply('Hello', 'cy')],
  ])('who %s is one', async (_who, account, before) => {
    await before();
    await request.comment(account, 'Which order?');
    const name = app.site.jira.person(account)?.name;
    expect(await seen()).toMatchObject({ page: ['agent', name], inbox: ['agent', name], unanswered: false });
  });

  it('others are called by name and do not count as an answer', async () => {
    await request.comment('cy', 'Which order?');
    expect(await seen()).toMatchObject({
      page: ['customer', 'Cy Chen'],
      inbox: ['customer', 'Cy Chen'],
      unanswered: true,
    });
    expect(await lists()).toEqual(['unanswered', 'unresolved', 'flags']);
  });
});

describe('T4: an agent who is the customer', () => {
  it('on the portal writes there as the visitor, and from the inbox as an agent', async () => {
    const started = await app.value('bo', 'startConversation', {
      portalId: '1',
      message: 'My screen is black',
      clientMessageId: randomUUID(),
    });
    const { conversationId } = started;
    chat = aChat(app, () => ({ conversationId: () => conversationId }));
    await chat.settle();
    request = aRequest(app, chat);
    const shown = async (): Promise<string[]> =>
      said((await app.value('bo', 'pollConversation', { conversationId, after: 0 })).events);
    await request.write('bo', 'It still is');
    expect(await shown()).toEqual(['visitor: My screen is black', 'visitor: It still is']);
    expect(await chat.inbox('unanswered')).toHaveLength(1);
    await chat.reply('I have mended it myself', 'bo');
    await chat.settle();
    expect((await shown()).at(-1)).toBe('agent: I have mended it myself');
    expect(await chat.inbox('unanswered')).toEqual([]);
    await request.write('bo', 'No, it is black again');
    expect((await shown()).at(-1)).toBe('visitor: No, it is black again');
    expect(await chat.inbox('unanswered')).toMatchObject([{ lastLine: 'No, it is black again' }]);
  });

  it('by an address that they typed is shown, and still waits (T1)', async () => {
    await begin({ name: 'Bo', email: 'bo@example.com' });
    await participate('bo');
    await request.write('bo', 'I still wait');
    expect(said(await visitor.events()).at(-1)).toContain(': I still wait');
    expect(await chat.inbox('unanswered')).toHaveLength(1);
  });
});

describe('D2: a customer who answers in Jira what was resolved', () => {
  beforeEach(async () => {
    await begin();
    await request.change({ action: 'change-reporter', account: 'cara' });
    await request.comment('ann', 'It is mended');
    await request.resolve('ann');
  });

  it('waits again, in every list where agents look, until somebody answers', async () => {
    expect(await lists()).toEqual([]);
    await app.clock.advance(1_000);
    await request.write('cara', 'It is not');
    expect(await chat.inbox('unanswered')).toMatchObject([
      { ended: true, unanswered: true, lastLine: 'It is not' },
    ]);
    expect(await lists()).toEqual(['unanswered', 'unresolved', 'flags']);
    await request.comment('cy', 'I have another look');
    expect(await lists()).toEqual([]);
    expect(await chat.inbox('all')).toMatchObject([{ unanswered: false, lastLine: 'I have another look' }]);
  });

  it('waits, too, when Jira’s events of it come late and in the wrong order (T5)', async () => {
    app.site.faults.set({ events: { lateMs: [60_000, 180_000], swapped: 0.5 }, seed: 3 });
    await app.clock.advance(1_000);
    const id = await request.write('cara', 'It is not');
    await app.clock.advance(1_000);
    await request.edit('joe', id, 'It is not, I think');
    await app.clock.advance(5 * 60_000);
    app.site.faults.set({});
    await chat.settle();
    expect(await chat.inbox('unanswered')).toMatchObject([{ lastLine: 'It is not, I think' }]);
  });

  it('whose words are deleted waits no more', async () => {
    await app.clock.advance(1_000);
    const id = await request.write('cara', 'It is not');
    await request.remove('joe', id);
    expect(await lists()).toEqual([]);
  });
});
