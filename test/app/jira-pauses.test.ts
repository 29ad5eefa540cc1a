import { beforeEach, describe, expect, it } from 'vitest';
import { aChat } from '../support/a-chat';
import { SUP, aSite, anOperation } from '../support/a-site';
import { aSiteWithJira } from '../support/a-site-with-jira';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { MINUTE } from '../support/desk-builders';

let app: Awaited<ReturnType<typeof aSiteWithJira>>;
let visitor: VisitorDriver;

const S = 1_000;
const tooMany = (headers: Record<string, string>) => ({ status: 429, body: '', headers });
const callsAt = (): number[] => app.wire.calls.map(({ at }) => at);

beforeEach(async () => {
  app = await aSiteWithJira();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  await app.goOnline('ann');
});

/** Jira refuses everything until then, and says so. */
function refuseUntil(until: number, headers: () => Record<string, string>): void {
  app.wire.instead = () => (app.clock.now() < until ? tooMany(headers()) : null);
}

describe('F16: a pause that Jira asks for is kept', () => {
  it.each([
    ['a minute', MINUTE, (): Record<string, string> => ({ 'Retry-After': '60' })],
    ['five minutes', 5 * MINUTE, () => ({ 'retry-after': '300' })],
    ['an hour, longer than a job can wait at once', 60 * MINUTE, () => ({ 'retry-after': '3600' })],
    [
      'until a moment',
      7 * MINUTE,
      (now: number) => ({ 'x-ratelimit-reset': new Date(now + 7 * MINUTE).toISOString() }),
    ],
  ])('%s: a message is asked for once, then not before the end, and is not lost', async (_, ms, headers) => {
    const began = app.clock.now();
    refuseUntil(began + ms, () => headers(began));
    app.wire.forget();
    await visitor.start('Hello');
    await aChat(app, () => visitor).settle();
    expect(callsAt()).toHaveLength(1);
    await app.clock.advance(ms - 5 * S);
    expect(callsAt()).toHaveLength(1);
    await app.clock.advance(10 * MINUTE);
    expect(callsAt()[1]).toBeGreaterThanOrEqual(began + ms);
    app.wire.instead = null;
    const { messages } = await aChat(app, () => visitor).open();
    expect(messages).toMatchObject([{ text: 'Hello', delivery: 'delivered' }]);
  });

  it('an agent is told when to try again, and each further try asks nothing', async () => {
    refuseUntil(app.clock.now() + 3 * MINUTE, () => ({ 'retry-after': '180' }));
    const goOnline = () =>
      app.call('ann', 'goOnline', { scope: 'project', projectId: SUP, operationId: anOperation() });
    expect(await goOnline()).toMatchObject({
      error: { code: 'unavailable', message: expect.stringContaining('Try again in 3 minutes') as string },
    });
    app.wire.forget();
    await app.clock.advance(2 * MINUTE);
    expect(await goOnline()).toMatchObject({
      error: { message: expect.stringContaining('Try again in 60 seconds') as string },
    });
    expect(app.wire.calls.filter(({ as }) => as === 'user')).toEqual([]);
    await app.clock.advance(MINUTE + S);
    expect(await goOnline()).toMatchObject({ ok: true });
  });

  it('the last answer that a quota has room for says when there is more', async () => {
    const reset = String((app.clock.now() + MINUTE) / S);
    app.wire.instead = ({ path }) =>
      path.includes('permissions/check')
        ? {
            status: 200,
            body: '{"globalPermissions":[],"projectPermissions":[]}',
            headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
          }
        : null;
    await app.call('ann', 'listConversations', { projectId: SUP, filter: 'all' });
    app.wire.forget();
    expect(await app.code('ann', 'getProjectSettings', { projectId: SUP })).toBe('unavailable');
    expect(app.wire.calls).toEqual([]);
  });

  it('a message that is sent meanwhile is brought right after it, without looking for it first', async () => {
    const chat = aChat(app, () => visitor);
    const other = aVisitor(app, await app.widgetId('SUP'));
    await visitor.start('Hello');
    await chat.settle();
    const end = app.clock.now() + 2 * MINUTE;
    refuseUntil(end, () => ({ 'retry-after': '120' }));
    await visitor.send('First');
    await chat.settle();
    await other.start('Me too');
    app.wire.forget();
    await app.clock.advance(3 * MINUTE);
    const calls = app.wire.calls.map(({ call }) => call);
    expect(calls).not.toContain('POST /rest/api/3/search/jql');
    expect(calls.filter((call) => call === 'POST /rest/servicedeskapi/request')).toHaveLength(1);
    expect(Math.min(...callsAt())).toBeGreaterThanOrEqual(end);
  });

  it('an event waits as well, and is not lost', async () => {
    const chat = aChat(app, () => visitor);
    await visitor.start('Hello');
    await chat.settle();
    const { row } = await chat.open();
    refuseUntil(app.clock.now() + 2 * MINUTE, () => ({ 'retry-after': '120' }));
    app.wire.forget();
    await app.jira.handle({
      method: 'POST',
      path: `/rest/servicedeskapi/request/${String(row.issueKey)}/comment`,
      body: JSON.stringify({ body: 'It is mended', public: true }),
      actor: { kind: 'user', accountId: app.accountId('ann') },
    });
    await app.clock.advance(MINUTE);
    expect(callsAt()).toHaveLength(1);
    await app.clock.advance(5 * MINUTE);
    expect(JSON.stringify(await visitor.events())).toContain('It is mended');
  });

  it('installations that share a process keep apart', async () => {
    const other = await aSite({ share: app.site });
    refuseUntil(app.clock.now() + MINUTE, () => ({ 'retry-after': '60' }));
    expect(await app.code('pia', 'getProjectSettings', { projectId: SUP })).toBe('unavailable');
    expect(await other.code('pia', 'getProjectSettings', { projectId: SUP })).toBe('ok');
    other.site.close();
  });
});
