import { beforeEach, describe, expect, it } from 'vitest';
import { aChat } from '../support/a-chat';
import { aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { costOf } from '../support/cost-of';
import { MINUTE } from '../support/desk-builders';

let app: SiteDriver;
let visitor: VisitorDriver;

beforeEach(async () => {
  app = await aSite();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  await app.goOnline('ann');
  await visitor.start('My zip is stuck');
  await aChat(app, () => visitor).settle();
});

const about = () => ({ conversationId: visitor.conversationId() });

/** What windows hear of, from now on. */
async function hear(): Promise<unknown[]> {
  const heard: unknown[] = [];
  const { channel: channelName, token } = await app.value('cy', 'getLiveToken', {});
  app.site.realtime.subscribe({ channelName, isGlobal: true, token }, (payload) =>
    heard.push(JSON.parse(payload) as unknown),
  );
  return heard;
}

describe('D4: who looks at a chat', () => {
  it('is told to every open window, by ids alone', async () => {
    const heard = await hear();
    await app.value('bo', 'look', { ...about(), doing: 'looking' });
    await app.value('bo', 'look', { ...about(), doing: 'writing', answers: true });
    await app.value('bo', 'look', { ...about(), doing: 'left', left: 'x'.repeat(22) });
    const by = app.accountId('bo');
    const conversation = visitor.conversationId();
    expect(heard).toEqual([
      { projects: [], conversation, by, doing: 'looking' },
      { projects: [], conversation, by, doing: 'writing', answers: true },
      { projects: [], conversation, by, doing: 'left', left: 'x'.repeat(22) },
    ]);
  });

  it('an agent who writes is told of by the same call that tells the customer', async () => {
    const heard = await hear();
    await app.value('bo', 'typing', about());
    expect(heard).toEqual([
      { projects: [], conversation: visitor.conversationId(), by: app.accountId('bo'), doing: 'writing' },
    ]);
    expect((await visitor.poll(0)).body.agentTyping).toBe(true);
  });

  it('costs one read, no write, and no call to Jira within ten minutes of the last', async () => {
    await app.value('bo', 'look', { ...about(), doing: 'looking' });
    await app.clock.advance(9 * MINUTE);
    const before = JSON.stringify(app.site.kvs.snapshot());
    const cost = await costOf(app, () => app.value('bo', 'look', { ...about(), doing: 'left' }));
    expect(cost).toMatchObject({ jiraCalls: 0, storage: 1, bytesWritten: 0, invocations: 1 });
    expect(JSON.stringify(app.site.kvs.snapshot())).toBe(before);
  });

  it('is nobody’s to say who is no agent there: nothing is told', async () => {
    const heard = await hear();
    expect(await app.code('lee', 'look', { ...about(), doing: 'looking' })).toBe('not-allowed');
    expect(await app.code('pia', 'look', { ...about(), doing: 'writing' })).toBe('not-allowed');
    expect(await app.code('bo', 'look', { conversationId: 'x'.repeat(22), doing: 'looking' })).toBe(
      'not-found',
    );
    expect(heard).toEqual([]);
  });

  it('whom Jira made no agent any more can say so for ten minutes, and then no more', async () => {
    await app.value('bo', 'look', { ...about(), doing: 'looking' });
    app.site.jira.revokeAgent(app.accountId('bo'), '10001');
    await app.clock.advance(11 * MINUTE);
    expect(await app.code('bo', 'look', { ...about(), doing: 'looking' })).toBe('not-allowed');
  });
});
