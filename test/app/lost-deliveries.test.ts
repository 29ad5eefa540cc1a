import { beforeEach, describe, expect, it } from 'vitest';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor } from '../support/a-visitor';
import { HOUR, MINUTE, NOON } from '../support/desk-builders';
import { inboxPages } from '../support/inbox-pages';
import { storeChats, storedChats } from '../support/stored-chats';

let app: SiteDriver;
beforeEach(async () => {
  app = await aSite();
});

describe('nothing acknowledged is ever lost', () => {
  /** A message whose delivery's job was lost: stored, and no job knows of it. */
  const lostJob = async (): Promise<string> => {
    const visitor = aVisitor(app, await app.widgetId('SUP'));
    app.site.faults.set({ queue: { lateMs: 15 * MINUTE }, seed: 3 });
    await visitor.start('Is anybody there?', { name: 'Nora New', email: 'nora@example.com' });
    app.site.queue.reset();
    app.site.faults.set({});
    return visitor.conversationId();
  };
  const open = (conversationId: string) => app.value('ann', 'getConversation', { conversationId });
  const sweep = async (): Promise<void> => {
    await app.clock.advance(6 * MINUTE);
    await app.clock.run(app.site.idle());
  };
  const delivered = { text: 'Is anybody there?', delivery: 'delivered' };

  it('a message whose job was lost is delivered, though a hundred chats are newer', async () => {
    const id = await lostJob();
    storeChats(
      app,
      storedChats(100, (index) => `newer-${index}`, undefined, NOON + HOUR),
    );
    await sweep();
    expect((await open(id)).messages).toMatchObject([delivered]);
  });

  it('also when chat was switched off in the project meanwhile', async () => {
    const id = await lostJob();
    const { settings, rev } = await app.value('joe', 'getProjectSettings', { projectId: SUP });
    const off = { projectId: SUP, settings: { ...settings, chatEnabled: false }, rev };
    await app.value('joe', 'saveProjectSettings', off);
    await sweep();
    expect((await open(id)).messages).toMatchObject([delivered]);
  });

  it('of more lost jobs than one job makes good, the next jobs take the rest, and one event each is all they cost', async () => {
    const waiting = storedChats(
      250,
      (index) => `lost-${index}`,
      () => ({ issue: null, pending: [{ n: 1, text: 'Hello', attempt: null }] }),
    );
    storeChats(app, waiting);
    const left = async (): Promise<number> =>
      (await inboxPages(app, 'all')).flat().filter(({ pending }) => pending > 0).length;
    const counts = [await left()];
    app.site.stats.reset();
    await sweep();
    counts.push(await left());
    expect(counts).toEqual([250, 0]);
    // 60 chats a job, a desk's upkeep, and looks at what is quiet.
    expect(app.site.stats.snapshot().queue.pushed).toBeLessThan(20);
  });
});
