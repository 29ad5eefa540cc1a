import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { aChat, type ChatDriver } from '../support/a-chat';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';

let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;

beforeEach(async () => {
  app = await aSite();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann');
  await visitor.start('Hello');
  await chat.settle();
});

/** What the event of a new comment asks is the event's: it comes by itself, and may come meanwhile. */
const BY_EVENT = /^GET \/rest\/api\/3\/issue\/\d+\/comment\/\d+$/;

/** Calls to Jira by kind, ids replaced. */
async function costOf(call: () => Promise<unknown>): Promise<Record<string, number>> {
  app.site.stats.reset();
  await call();
  const cost: Record<string, number> = {};
  for (const [route, { calls }] of Object.entries(app.site.stats.snapshot().jira)) {
    if (BY_EVENT.test(route)) continue;
    const kind = route
      .replace('/rest/api/3/', '')
      .replace(/SUP-\d+/, '*')
      .replace(/issue\/\d+/, 'issue');
    cost[kind] = (cost[kind] ?? 0) + calls;
  }
  return cost;
}

const PERMISSION = { 'POST permissions/check': 1 };
const CAN_RESOLVE = { 'GET issue/*/transitions': 1 };
const REPLY = { ...PERMISSION, 'POST issue/*/comment': 1, ...CAN_RESOLVE };

const about = (): { conversationId: string } => ({ conversationId: visitor.conversationId() });

describe('F16: calls to Jira', () => {
  it('an agent’s reply costs three: may they, the comment, and can it be resolved', async () => {
    // Nobody has asked for Bo's name yet.
    expect(await costOf(() => chat.reply('One', 'bo'))).toEqual(REPLY);
    await chat.settle();
    expect(await costOf(() => chat.reply('Two', 'bo'))).toEqual(REPLY);
    await chat.settle();
    expect((await chat.open()).messages.map(({ text, agent }) => [text, agent?.name])).toEqual([
      ['Hello', undefined],
      ['One', 'Bo Becker'],
      ['Two', 'Bo Becker'],
    ]);
  });

  it('a reply that is sent again once it is noted asks for no comment', async () => {
    const operationId = randomUUID();
    await chat.reply('One', 'ann', operationId);
    expect(await costOf(() => chat.reply('One', 'ann', operationId))).toEqual({
      ...PERMISSION,
      ...CAN_RESOLVE,
    });
  });

  it('whoever types, looks at a chat or at the inbox is asked for once', async () => {
    await chat.reply('One', 'ann');
    await chat.settle();
    expect(await costOf(() => app.value('ann', 'typing', about()))).toEqual(PERMISSION);
    expect(await costOf(() => chat.open())).toEqual({ ...PERMISSION, ...CAN_RESOLVE });
    expect(await costOf(() => chat.inbox('all'))).toEqual({ ...PERMISSION, 'GET project/*': 1 });
    const since = new Date(app.clock.now()).toISOString();
    expect(await costOf(() => app.value('ann', 'getNewMessages', { since }))).toEqual(PERMISSION);
  });

  it('a change of the request is asked for once, done, and looked at', async () => {
    const look = 'GET issue';
    for (const [call, change] of [
      ['assignToMe', { 'PUT issue/*/assignee': 1, ...CAN_RESOLVE }],
      ['resolve', { ...CAN_RESOLVE, 'POST issue/*/transitions': 1 }],
    ] as const) {
      const { [look]: looks, ...others } = await costOf(() => app.value('ann', call, about()));
      expect(others).toEqual({ ...PERMISSION, ...change });
      // Jira's event of the change looks, too, and may come meanwhile.
      expect([1, 2]).toContain(looks);
      await chat.settle();
    }
  });

  it('the settings of a project ask what that page shows', async () => {
    const cost = await costOf(() => app.value('pia', 'getProjectSettings', { projectId: SUP }));
    expect(cost).toMatchObject({ ...PERMISSION, 'GET project/*': 1 });
    expect(cost).not.toHaveProperty('GET project/search');
  });
});
