import { expect, it } from 'vitest';
import { aChat } from '../support/a-chat';
import { aSite } from '../support/a-site';
import { aVisitor } from '../support/a-visitor';

const DAY = 24 * 60 * 60_000;

/** For so long a quiet request is looked at, which keeps its chat; and for so long it is kept then. */
const LOOKED_AT = 31 * DAY;
const KEPT = 90 * DAY;

it('a chat is gone when its time is over, for whoever has its token or its id, while storage still has it (T8)', async () => {
  const app = await aSite();
  const visitor = aVisitor(app, await app.widgetId('SUP'));
  const chat = aChat(app, () => visitor);
  await app.goOnline('ann');
  await visitor.start('Words 4711-0815-unmistakable');
  await chat.settle();
  await app.site.leap(LOOKED_AT);
  await app.site.leap(KEPT + 60_000);
  expect(JSON.stringify(app.site.kvs.snapshot())).toContain('4711-0815-unmistakable');
  expect((await visitor.poll(0)).status).toBe(404);
  expect((await visitor.send('Are you there?')).status).toBe(404);
  expect(await app.code('ann', 'getConversation', { conversationId: visitor.conversationId() })).toBe(
    'not-found',
  );
});
