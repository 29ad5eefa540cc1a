import { beforeEach, describe, expect, it } from 'vitest';
import { aVisitor } from '../support/a-visitor';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { AFTERNOONS, answerCall, moveTo, saveSchedule } from '../support/clock-steps';

let app: SiteDriver;

/** A chat that is in Jira: what Jira's mail is about. */
async function aChatInJira(): Promise<void> {
  await app.goOnline('bo');
  const visitor = aVisitor(app, await app.widgetId('SUP'));
  await visitor.start('Hello');
  await app.clock.run(app.site.idle());
  await app.goOffline('bo');
}

const mails = () => app.site.jira.mails().map(({ to, subject }) => [to, subject]);
const toAnn = () => [app.accountId('ann'), 'Are you there? Your working hours in SUP began at 13:00'];

describe('H2: a roll call that is not answered', () => {
  beforeEach(async () => {
    app = await aSite();
    await aChatInJira();
    await saveSchedule(app, 'ann', { rollCall: 'confirm' });
  });

  it('is mailed by Jira after two minutes, once', async () => {
    await moveTo(app, '13:01');
    expect(mails()).toEqual([]);
    await moveTo(app, '13:03');
    expect(mails()).toEqual([toAnn()]);
    await moveTo(app, '13:30');
    expect(mails()).toEqual([toAnn()]);
    await app.clock.advance(24 * 60 * 60_000);
    expect(mails()).toEqual([toAnn(), toAnn()]);
  });

  it('is not mailed to whoever answered in time', async () => {
    await moveTo(app, '13:01');
    await answerCall(app, 'ann', 'here');
    await moveTo(app, '13:30');
    expect(mails()).toEqual([]);
  });

  it('is mailed once though every job is delivered twice and late', async () => {
    app.site.faults.set({ queue: { duplicate: 1, lateMs: 60_000 } });
    await moveTo(app, '13:10');
    expect(mails()).toEqual([toAnn()]);
  });

  it('stands as it is where Jira sends no mail', async () => {
    app.site.faults.set({ jira: { noMail: true } });
    await moveTo(app, '13:05');
    expect(mails()).toEqual([]);
    expect((await app.value('ann', 'getPanel', { projectId: SUP })).me.reason).toBe('expected');
    expect(app.site.contractProblems()).toEqual([]);
  });
});

describe('H2: in a space without chats', () => {
  it('nobody is mailed: Jira mails about requests only', async () => {
    app = await aSite();
    const { rev } = await app.value('ann', 'getMySchedule');
    const schedule = {
      zone: 'UTC',
      slots: AFTERNOONS,
      daysOff: [],
      rollCall: 'confirm' as const,
      leftOut: [],
    };
    await app.value('ann', 'saveMySchedule', { schedule, rev });
    await moveTo(app, '13:05');
    expect(mails()).toEqual([]);
  });
});
