import { beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '../../local/clock';
import { seedChat } from '../../local/seed-chat';
import { createSite } from '../../local/site';
import { aChat, type ChatDriver } from '../support/a-chat';
import { SUP, driverOf, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { alteredJira, type AlteredJira } from '../support/altered-jira';
import { MINUTE, NOON } from '../support/desk-builders';
import { inboxPages } from '../support/inbox-pages';
import { spoke, storeChats, storedChats } from '../support/stored-chats';

let app: SiteDriver;
let altered: AlteredJira;
let visitor: VisitorDriver;
let chat: ChatDriver;

beforeEach(async () => {
  const clock = manualClock(NOON);
  altered = alteredJira(clock);
  const site = await createSite({ clock, queryLagMs: 0, jira: altered.jira });
  await seedChat(site);
  app = driverOf(site, clock);
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
});

const about = () => ({ conversationId: visitor.conversationId() });
const filtered = async (filter: 'unassigned' | 'mine', account = 'ann') =>
  (await app.value(account, 'listConversations', { projectId: SUP, filter })).rows;
const sweep = async () => {
  await app.clock.advance(6 * MINUTE);
  await chat.settle();
};
const questions = () =>
  altered.asked.filter(({ path, actor }) => path.endsWith('/permissions/check') && actor.kind === 'app');
const asksAbout = (accountId: string) => (request: { path: string; body?: string | undefined }) =>
  request.path.endsWith('/permissions/check') && request.body?.includes(accountId) === true;

describe('a chat that is assigned to somebody', () => {
  beforeEach(async () => {
    await app.goOnline('ann');
    await visitor.start('Hello');
    await chat.settle();
    await app.value('cy', 'assignToMe', about());
    await chat.reply('I will look into it', 'cy');
    await chat.settle();
  });

  it.each([
    ['is no agent of the project any more', () => altered.jira.revokeAgent(app.accountId('cy'), SUP)],
    ['was deactivated', () => altered.jira.setActive(app.accountId('cy'), false)],
  ])('who %s is nobody’s, within two sweeps, and says whose it was', async (_how, leave) => {
    await sweep();
    expect(await filtered('unassigned')).toEqual([]);
    leave();
    await sweep();
    expect(await filtered('unassigned')).toMatchObject([
      { assignee: { name: 'Cy Chen' }, assigneeLeft: true },
    ]);
    expect((await chat.open()).row.assigneeLeft).toBe(true);
    const key = String((await chat.open()).row.issueKey);
    expect(altered.jira.desk.issues.find(key)?.assigneeId).toBe(app.accountId('cy'));
  });

  it('who was deleted is nobody’s at once', async () => {
    await app.site.deletePerson('cy');
    await chat.settle();
    const [row] = await filtered('unassigned');
    expect(row).toMatchObject({ assignee: null });
    expect(row).not.toHaveProperty('assigneeLeft');
  });

  it('who comes back is theirs again, and somebody else’s once they take it', async () => {
    altered.jira.revokeAgent(app.accountId('cy'), SUP);
    await sweep();
    altered.jira.grantAgent(app.accountId('cy'), SUP);
    await sweep();
    expect(await filtered('unassigned')).toEqual([]);
    expect(await filtered('mine', 'cy')).toHaveLength(1);
    altered.jira.revokeAgent(app.accountId('cy'), SUP);
    await sweep();
    expect((await app.value('ann', 'assignToMe', about())).row).not.toHaveProperty('assigneeLeft');
    expect(await filtered('unassigned')).toEqual([]);
    expect(await filtered('mine')).toHaveLength(1);
  });

  it('of whom Jira cannot say it stays theirs, whatever it says of others', async () => {
    const other = aVisitor(app, await app.widgetId('SUP'));
    await other.start('Me too');
    await chat.settle();
    await app.value('bo', 'assignToMe', { conversationId: other.conversationId() });
    for (const name of ['cy', 'bo']) altered.jira.revokeAgent(app.accountId(name), SUP);
    altered.instead = (request) =>
      asksAbout(app.accountId('cy'))(request)
        ? { status: 403, body: { errorMessages: ['No.'], errors: {} } }
        : null;
    await sweep();
    expect((await filtered('unassigned')).map(({ assignee }) => assignee?.name)).toEqual(['Bo Becker']);
  });

  it('costs a quiet sweep a question for each assignee, and changes nothing', async () => {
    await sweep();
    await app.goOffline('ann');
    await sweep();
    const { row } = await chat.open();
    altered.asked.length = 0;
    app.site.stats.reset();
    await app.clock.advance(5 * MINUTE);
    expect(questions()).toHaveLength(1);
    expect((await chat.open()).row).toEqual(row);
  });
});

it('250 chats of somebody who left are nobody’s: a hundred in a job, with a question each job', async () => {
  const bo = app.accountId('bo');
  const chats = storedChats(
    250,
    (index) => `with-bo-${index}`,
    (at) => ({ assignee: bo, last: { ...spoke('agent', at), author: bo } }),
  );
  storeChats(app, chats);
  altered.jira.revokeAgent(bo, SUP);
  altered.asked.length = 0;
  await app.clock.advance(6 * MINUTE);
  await app.clock.run(app.site.idle());
  expect(questions().filter(asksAbout(bo)).length).toBeLessThanOrEqual(6);
  expect((await inboxPages(app, 'unassigned')).flat()).toHaveLength(250);
});
