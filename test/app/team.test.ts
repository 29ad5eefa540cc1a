import { beforeEach, describe, expect, it } from 'vitest';
import { CHATS_COUNTED } from '../../src/domain/inbox-limits';
import { TEAM_CHATS } from '../../src/domain/team-limits';
import { aChat } from '../support/a-chat';
import { OPS, SUP, aSite, anOperation, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { costOf } from '../support/cost-of';
import { HOUR, MINUTE, NOON } from '../support/desk-builders';
import { aStoredChat, spoke, storeChats, storedChats } from '../support/stored-chats';

let app: SiteDriver;

beforeEach(async () => {
  app = await aSite();
});

const team = (account = 'pia', projectId = SUP, zone = 'UTC') =>
  app.value(account, 'getTeam', { projectId, zone });

/** Strangers may start while somebody is online. */
async function aWaitingChat(message: string): Promise<VisitorDriver> {
  await app.goOnline('cy');
  const visitor = aVisitor(app, await app.widgetId('SUP'));
  expect((await visitor.start(message)).status).toBe(201);
  await app.clock.run(app.site.idle());
  return visitor;
}

describe('D11: the team', () => {
  it('says of a quiet desk that nobody is there, was there, or waits', async () => {
    expect(await team()).toMatchObject({
      project: { id: SUP, key: 'SUP', name: 'Support' },
      chatEnabled: true,
      state: 'offline',
      agents: [],
      onlineCount: 0,
      today: { from: '2026-11-22T00:00:00.000Z', people: [] },
      waiting: { count: 0, isMore: false, longestSince: null },
      answered: { n: 0, isMore: false, medianMs: null },
    });
  });

  it('shows who is online until when, and who was today and for how long, by name', async () => {
    await app.goOnline('bo', { until: new Date(NOON + 4 * HOUR).toISOString() });
    await app.clock.advance(HOUR);
    await app.goOnline('ann');
    await app.goOffline('bo');
    await app.clock.advance(30 * MINUTE);
    const { agents, onlineCount, state, today } = await team();
    // Ann named no time: at most the longest online time from when she began.
    const annsLatest = new Date(NOON + 13 * HOUR).toISOString();
    expect(agents.map(({ name, until }) => [name, until])).toEqual([['Ann Agent', annsLatest]]);
    expect([onlineCount, state]).toEqual([1, 'online']);
    expect(today.people.map(({ name, isOnline, onlineMs }) => [name, isOnline, onlineMs / MINUTE])).toEqual([
      ['Ann Agent', true, 30],
      ['Bo Becker', false, 60],
    ]);
  });

  it('begins the day where the viewer is', async () => {
    await app.goOnline('ann');
    await app.clock.advance(2 * HOUR);
    // 03:00 in Auckland, where the day began three hours ago; noon had been 01:00.
    const { today } = await team('pia', SUP, 'Pacific/Auckland');
    expect(today.from).toBe('2026-11-22T11:00:00.000Z');
    await app.clock.advance(22 * HOUR);
    const tomorrow = await team('pia', SUP, 'Pacific/Auckland');
    expect(tomorrow.today.from).toBe('2026-11-23T11:00:00.000Z');
    // At most twelve hours at a time: they ended yesterday.
    expect(tomorrow.today.people.filter(({ isOnline }) => isOnline)).toHaveLength(tomorrow.agents.length);
  });

  it('shows admins how many wait and since when, and agents which chats', async () => {
    const first = await aWaitingChat('My order is late');
    await app.clock.advance(5 * MINUTE);
    await aWaitingChat('Hello?');
    await app.clock.advance(MINUTE);
    const forPia = await team('pia');
    expect(forPia.waiting).toEqual({
      count: 2,
      isMore: false,
      longestSince: new Date(NOON).toISOString(),
    });
    expect([forPia.isAgent, forPia.mayPutOffline]).toEqual([false, true]);
    const forAnn = await team('ann');
    expect([forAnn.isAgent, forAnn.mayPutOffline]).toEqual([true, false]);
    expect(forAnn.waiting.chats).toHaveLength(2);
    expect(forAnn.waiting.chats?.[0]).toEqual({
      conversationId: first.conversationId(),
      customer: null,
      issueKey: 'SUP-4',
      since: new Date(NOON).toISOString(),
      assignee: null,
    });
  });

  it('names ten chats and counts a hundred, and says that there are more', async () => {
    storeChats(
      app,
      storedChats(CHATS_COUNTED + 1, (index) => `chat${String(index)}`),
    );
    const { waiting } = await team('ann');
    expect([waiting.count, waiting.isMore, waiting.chats?.length]).toEqual([100, true, TEAM_CHATS]);
  });

  it('counts today’s first replies, and their median from five on (K9)', async () => {
    const visitors = [];
    for (let index = 0; index < 5; index++) visitors.push(await aWaitingChat(`Chat ${String(index)}`));
    await app.clock.advance(MINUTE);
    for (const [index, visitor] of visitors.entries()) {
      expect((await team()).answered).toEqual({ n: index, isMore: false, medianMs: null });
      const chat = aChat(app, () => visitor);
      await chat.reply('I’m here');
      await chat.reply('How can I help?');
      await chat.settle();
      await app.clock.advance(MINUTE);
    }
    const { answered } = await team();
    expect(answered.n).toBe(5);
    // One more minute for each: the third of them is in the middle.
    expect(Math.round((answered.medianMs ?? 0) / MINUTE)).toBe(3);
    await app.clock.advance(24 * HOUR);
    expect((await team()).answered.n).toBe(0);
  });

  it('counts a reply that was written in Jira itself', async () => {
    const visitor = await aWaitingChat('Hello');
    await app.clock.advance(MINUTE);
    const chat = aChat(app, () => visitor);
    await chat.jira(
      'bo',
      'POST',
      `/rest/servicedeskapi/request/${(await team('ann')).waiting.chats?.[0]?.issueKey ?? ''}/comment`,
      {
        body: 'Answered in Jira',
        public: true,
      },
    );
    expect((await team()).answered.n).toBe(1);
  });

  it('says when it has not counted all of a busy day', async () => {
    const answered = { last: spoke('agent', NOON), createdAt: NOON, firstAnsweredAt: NOON };
    storeChats(
      app,
      Array.from({ length: 301 }, (_, index) => aStoredChat(`a${String(index)}`, answered)),
    );
    const { n, isMore, medianMs } = (await team()).answered;
    expect([n, isMore, medianMs]).toEqual([300, true, 0]);
  });

  it('costs four reads of storage on a quiet desk, and no call to Jira but who may and who they are', async () => {
    await app.goOnline('ann');
    await team();
    const cost = await costOf(app, () => team());
    expect(cost.storage).toBe(4);
    expect(cost.jiraCalls).toBeLessThanOrEqual(2);
  });

  it('has the door for admins, as the panel has', async () => {
    await app.goOnline('ann');
    const [row] = (await team()).agents;
    await app.value('pia', 'putOffline', {
      projectId: SUP,
      accountId: app.accountId('ann'),
      session: row?.session ?? '',
      operationId: anOperation(),
    });
    expect((await team()).agents).toEqual([]);
  });

  it.each([
    ['lee', SUP, 'not-allowed'],
    ['bo', OPS, 'not-allowed'],
    ['cara', SUP, 'not-allowed'],
  ])('is refused to %s of project %s', async (account, projectId, code) => {
    expect(await app.code(account, 'getTeam', { projectId, zone: 'UTC' })).toBe(code);
  });

  it('wants a time zone that there is', async () => {
    expect(await app.code('pia', 'getTeam', { projectId: SUP, zone: 'Mars/Base' })).toBe('invalid-request');
  });
});

describe('D11: the activity log', () => {
  it('comes in large pages for those who search it or take it along', async () => {
    for (let index = 0; index < 15; index++) {
      await app.goOnline('ann');
      await app.goOffline('ann');
    }
    const usual = await app.value('pia', 'getProjectLog', { projectId: SUP });
    const large = await app.value('pia', 'getProjectLog', { projectId: SUP, large: true });
    expect([usual.rows.length, large.rows.length >= 30]).toEqual([25, true]);
    expect(large.rows.slice(0, 25)).toEqual(usual.rows);
  });
});
