import { beforeEach, describe, expect, it } from 'vitest';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { MINUTE } from '../support/desk-builders';
import { forgetProjectInPulse } from '../support/stored-chats';

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

describe('who is here now', () => {
  it('a poll that says “here” costs the same read and one write, also by an older record', async () => {
    const { n } = (await visitor.events()).at(-1) ?? { n: 0 };
    app.site.stats.reset();
    await visitor.poll(n, true);
    const { storage } = app.site.stats.snapshot();
    expect(Object.entries(storage).map(([kind, { calls }]) => [kind, calls])).toEqual([
      ['get', 1],
      ['entity/set', 1],
    ]);
    expect(storage.get?.bytesRead).toBeLessThanOrEqual(256);
    expect((await chat.inbox('all'))[0]?.here).toBe(true);

    await app.clock.advance(5 * MINUTE);
    expect((await chat.inbox('all'))[0]?.here).toBe(false);
    forgetProjectInPulse(app, visitor.conversationId());
    expect((await visitor.poll(n, true)).status).toBe(200);
    expect((await chat.inbox('all'))[0]?.here).toBe(true);
  });
});
