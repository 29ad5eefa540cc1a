import { beforeEach, describe, expect, it } from 'vitest';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { MINUTE } from '../support/desk-builders';

let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;

beforeEach(async () => {
  app = await aSite();
  const widgetId = await app.widgetId('SUP');
  visitor = aVisitor(app, widgetId);
  chat = aChat(app, () => visitor);
});

/** Uses up the events of this minute, as a busy hour in many projects would. */
function fillQueue(): void {
  app.site.faults.set({ rateLimits: true });
  const event = { body: { kind: 'settle', projectIds: [] }, delayInSeconds: 900 };
  for (let pushes = 0; pushes < 10; pushes++) {
    const answer = app.site.queue.push({
      queueName: 'jobs',
      jobId: `busy-${String(pushes)}`,
      payload: Array.from({ length: 50 }, () => event),
    });
    if (answer.status !== 201) throw new Error(`the queue was full at once: ${String(answer.status)}`);
  }
}

const traces = (accountId: string): boolean => JSON.stringify(app.site.kvs.snapshot()).includes(accountId);

describe('When the queue takes no more events in this minute', () => {
  it('a visitor’s messages are acknowledged all the same, and the sweep delivers them in their order', async () => {
    await app.goOnline('ann');
    fillQueue();
    expect((await visitor.start('First')).status).toBe(201);
    expect((await visitor.send('Second')).status).toBe(202);
    await chat.settle();
    expect(await chat.inbox('all')).toMatchObject([{ pending: 2, issueKey: null }]);
    await app.clock.advance(6 * MINUTE);
    expect(await chat.inbox('all')).toMatchObject([{ pending: 0, issueKey: expect.any(String) }]);
    const { messages } = await chat.open();
    expect(messages.map(({ text, delivery }) => [text, delivery])).toEqual([
      ['First', 'delivered'],
      ['Second', 'delivered'],
    ]);
  });

  it('an agent goes online and offline as ever: no status waits for a job', async () => {
    fillQueue();
    const until = new Date(app.clock.now() + 2 * MINUTE).toISOString();
    expect((await app.goOnline('ann', { until })).me.online).toBe(true);
    expect((await app.poll(await app.widgetId('SUP'))).state).toBe('online');
    await app.clock.advance(2 * MINUTE);
    expect((await app.poll(await app.widgetId('SUP'))).state).toBe('offline');
  });

  it('the traces of a deleted person are erased minutes later, not with next week’s report (S10)', async () => {
    await app.goOnline('ann');
    const ann = app.accountId('ann');
    // The first report, which is due at once.
    await app.clock.advance(6 * MINUTE);
    fillQueue();
    await app.site.deletePerson('ann');
    expect(traces(ann)).toBe(true);
    await app.clock.advance(5 * MINUTE);
    expect(traces(ann)).toBe(false);
  });
});

describe('What Jira and Forge tell the app once only is not lost', () => {
  it('when the storage refuses calls: an agent’s answer in Jira reaches the chat a minute later', async () => {
    await app.goOnline('ann');
    await visitor.start('Hello?');
    await chat.settle();
    const [row] = await chat.inbox('all');
    app.site.faults.set({ storage: { throttled: 1 } });
    await chat.jira('ann', 'POST', `/rest/servicedeskapi/request/${String(row?.issueKey)}/comment`, {
      body: 'Good morning',
      public: true,
    });
    app.site.faults.set({});
    await app.clock.advance(2 * MINUTE);
    expect(JSON.stringify(await visitor.events())).toContain('Good morning');
  });

  it('when the queue takes no more events: after an upgrade, public records get their new form', async () => {
    await app.clock.advance(6 * MINUTE);
    const widgetId = await app.widgetId('SUP');
    const key = `s:${widgetId}`;
    const outdated = (): boolean => JSON.stringify(app.site.kvs.snapshot()).includes('"outdated":true');
    app.site.kvs.handle('/api/v1/set', JSON.stringify({ key, value: { outdated: true } }));
    fillQueue();
    await app.site.fireEvent('avi:forge:upgraded:app', {
      id: 'x',
      app: { id: app.site.manifest.appId, version: '3.0.0' },
    });
    expect(outdated()).toBe(true);
    await app.clock.advance(4 * MINUTE);
    expect(outdated()).toBe(false);
  });
});

describe('When somebody has called the app too often in this minute', () => {
  it('the call is refused before it does anything, and is granted a minute later', async () => {
    app.site.faults.set({ rateLimits: true });
    const callUntilRefused = async (): Promise<void> => {
      for (;;) await app.site.invoke({ account: 'lee', functionKey: 'getGlobalSettings' });
    };
    await expect(callUntilRefused()).rejects.toMatchObject({ status: 429 });
    expect(await app.code('ann', 'getPanel')).toBe('ok');
    await app.clock.advance(MINUTE);
    expect(await app.code('lee', 'getPanel')).toBe('ok');
  });
});
