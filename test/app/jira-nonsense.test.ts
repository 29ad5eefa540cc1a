import { beforeEach, describe, expect, it } from 'vitest';
import { aChat, type ChatDriver } from '../support/a-chat';
import { SUP, anOperation } from '../support/a-site';
import { aSiteWithJira } from '../support/a-site-with-jira';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { MINUTE } from '../support/desk-builders';

let app: Awaited<ReturnType<typeof aSiteWithJira>>;
let visitor: VisitorDriver;
let chat: ChatDriver;

beforeEach(async () => {
  app = await aSiteWithJira();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann');
});

const PAGE = '<!DOCTYPE html><html><body>Something went wrong</body></html>';

/** Answers that are no answer of Jira's, whatever was asked. */
const NONSENSE = [
  ['a page with 200', 200, PAGE],
  ['nothing with 200', 200, ''],
  ['half of an answer', 200, '{"issueId":"100'],
  ['a list', 200, '[]'],
  ['a number', 200, '42'],
  ['null', 200, 'null'],
  [
    'members of other types',
    200,
    '{"issueId":1,"issueKey":{},"id":7,"values":{},"comments":"x","globalPermissions":"ADMINISTER","projectPermissions":{}}',
  ],
  ['errors with 200', 200, '{"errorMessages":["Internal error"],"errors":{}}'],
  ['a redirect', 302, ''],
  ['a page with 404', 404, PAGE],
  ['a page with 403', 403, PAGE],
  ['408', 408, ''],
  ['500', 500, PAGE],
  ['502', 502, ''],
  ['503', 503, '{"errorMessages":[]}'],
] as const;

describe.each(NONSENSE)('T9: Jira answers %s', (_, status, body) => {
  const begins = (): void => {
    app.wire.instead = () => ({ status, body, headers: {} });
  };

  it('to an agent, that is `unavailable`, and changed nothing', async () => {
    begins();
    const before = JSON.stringify(app.site.kvs.snapshot());
    const change = { scope: 'project', projectId: SUP, operationId: anOperation() } as const;
    expect(await app.code('bo', 'goOnline', change)).toBe('unavailable');
    expect(await app.code('pia', 'getProjectSettings', { projectId: SUP })).toBe('unavailable');
    expect(await app.code('bo', 'listConversations', { projectId: SUP, filter: 'all' })).toBe('unavailable');
    expect(JSON.stringify(app.site.kvs.snapshot())).toBe(before);
  });

  it('for an hour: no message is lost or doubled, and Jira is asked a few times, not all the time', async () => {
    await visitor.start('First');
    await chat.settle();
    begins();
    app.wire.forget();
    await visitor.send('Second');
    await app.clock.advance(60 * MINUTE);
    expect(app.wire.calls.length).toBeLessThan(100);
    app.wire.instead = null;
    await app.clock.advance(30 * MINUTE);
    const { messages } = await chat.open();
    expect(messages.map(({ text, delivery }) => [text, delivery])).toEqual([
      ['First', 'delivered'],
      ['Second', 'delivered'],
    ]);
    const issue = app.jira.desk.issues.find(String((await chat.open()).row.issueKey));
    expect(issue?.comments).toHaveLength(1);
  });

  it('nobody gets a name that is not theirs, and the others stay online', async () => {
    begins();
    await app.clock.advance(20 * MINUTE);
    app.wire.instead = ({ path }) => (path.includes('/user/bulk') ? { status, body, headers: {} } : null);
    const { agents } = await app.value('pia', 'getPanel', { projectId: SUP });
    expect(agents.map(({ accountId }) => accountId)).toEqual([app.accountId('ann')]);
    expect([null, 'Ann Agent']).toContain(agents[0]?.name);
  });

  it('about a comment, it takes nothing back, and the comment comes later', async () => {
    await visitor.start('Hello');
    await chat.settle();
    const issueKey = String((await chat.open()).row.issueKey);
    const comment = (text: string) =>
      app.jira.handle({
        method: 'POST',
        path: `/rest/servicedeskapi/request/${issueKey}/comment`,
        body: JSON.stringify({ body: text, public: true }),
        actor: { kind: 'user', accountId: app.accountId('ann') },
      });
    await comment('The first answer');
    await chat.settle();
    begins();
    await comment('The second answer');
    // Jira tells of an edit by the same event.
    await app.site.fireEvent('avi:jira:commented:issue', {
      issue: { id: app.jira.desk.issues.find(issueKey)?.id },
      comment: { id: app.jira.desk.issues.find(issueKey)?.comments[0]?.id },
    });
    await app.clock.advance(4 * MINUTE);
    expect(JSON.stringify(await visitor.events())).toContain('The first answer');
    expect((await visitor.events()).map(({ kind }) => kind)).not.toContain('deleted');
    app.wire.instead = null;
    await app.clock.advance(20 * MINUTE);
    expect(JSON.stringify(await visitor.events())).toContain('The second answer');
  });
});
