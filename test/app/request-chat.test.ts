import { beforeEach, describe, expect, it } from 'vitest';
import type { Values } from '../../src/contract/functions';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aRequest, type RequestDriver } from '../support/a-request';
import { HR, OPS, SUP, aSite, type Place, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { besideIssue, besideRequest } from '../support/beside-request';
import { costOf } from '../support/cost-of';
import { MINUTE } from '../support/desk-builders';

let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;
let request: RequestDriver;

beforeEach(async () => {
  app = await aSite();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann');
  await visitor.start('My zip is stuck', { name: 'Mia Miller', email: 'mia@example.org' });
  await chat.settle();
  request = aRequest(app, chat);
});

const ask = (account: string, place: Place) => app.call(account, 'getRequestChat', {}, place);

async function seen(account = 'ann', place = besideRequest(app)): Promise<Values['getRequestChat']> {
  const answer = await ask(account, place);
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}

async function said(account: string, place: Place): Promise<string> {
  const answer = await ask(account, place);
  return answer.ok ? 'ok' : `${answer.error.code}: ${answer.error.message}`;
}

describe('D12: the chat beside its request', () => {
  it('is what the inbox shows of it, to agents who are offline, too (S7)', async () => {
    const [row] = await chat.inbox('all', 'bo');
    const { chat: found, waiting } = await seen('bo');
    const beside = found?.row;
    expect(beside).toEqual(row);
    expect(beside).toMatchObject({
      customer: 'Mia Miller',
      confidence: 'unconfirmed',
      assignee: null,
      unanswered: true,
    });
    expect(waiting).toEqual({ count: 1, isMore: false, longestSince: beside?.waitingSince });
  });

  it('tells whether its customer is on the page now, and who has it', async () => {
    expect((await seen()).chat?.row.here).toBe(false);
    await visitor.poll(1, true);
    await app.value('bo', 'assignToMe', { conversationId: visitor.conversationId() });
    expect((await seen()).chat?.row).toMatchObject({ here: true, assignee: { name: 'Bo Becker' } });
  });

  it('is answered by a comment in Jira, and ended by resolving the request; then nobody waits (I7)', async () => {
    await request.comment('ann', 'On its way');
    await chat.settle();
    expect(await seen()).toMatchObject({
      chat: { row: { unanswered: false, waitingSince: null } },
      waiting: null,
    });
    await request.resolve('ann');
    await chat.settle();
    expect((await seen()).chat?.row.ended).toBe(true);
  });

  it('is none beside a work item that was no chat, where the count of who waits stays (I7)', async () => {
    const other = await chat.jira('ann', 'POST', '/rest/servicedeskapi/request', {
      serviceDeskId: '1',
      requestTypeId: '1',
      requestFieldValues: { summary: 'By email', description: 'Not a chat' },
    });
    const key = String((other.body as { issueKey: string }).issueKey);
    expect(await seen('ann', besideRequest(app, key))).toMatchObject({ chat: null, waiting: { count: 1 } });
  });

  it('says in which request it goes on, where the workflow of its own had no way back', async () => {
    const { settings, rev } = await app.value('joe', 'getProjectSettings', { projectId: HR });
    const payload = { projectId: HR, settings: { ...settings, chatEnabled: true }, rev };
    const { widgetId } = await app.value('joe', 'saveProjectSettings', payload);
    app.site.jira.grantAgent(app.accountId('bo'), HR);
    await app.goOnline('bo', { projectId: HR });
    visitor = aVisitor(app, String(widgetId));
    await visitor.start('Holidays?');
    await chat.settle();
    const before = besideRequest(app);
    await app.value('bo', 'resolve', { conversationId: visitor.conversationId() });
    await visitor.send('And sick leave?');
    await chat.settle();
    const { chat: now } = await seen('bo');
    expect(now).not.toHaveProperty('continuesIn');
    expect((await seen('bo', before)).chat).toMatchObject({ continuesIn: now?.row.issueKey });
  });

  it('says of a deleted request that it is gone', async () => {
    const place = besideRequest(app);
    await request.change({ action: 'delete' });
    await chat.settle();
    expect((await seen('ann', place)).chat?.row.failure).toBe('request-gone');
  });
});

describe('D12: nobody else’s chat, whatever the browser says of where it is (R8)', () => {
  it('agents of another project learn nothing of it, in either project', async () => {
    app.site.jira.addPerson({ seedName: 'oda', name: 'Oda Ops' });
    app.site.jira.grantAgent(app.accountId('oda'), OPS);
    const { id } = request.issue();
    expect(await said('oda', besideIssue(id, SUP))).toMatch(/^not-allowed: Only agents of this space/);
    expect(await seen('oda', besideIssue(id, OPS))).toMatchObject({ chat: null, waiting: null });
  });

  it('a request that was moved shows its chat to agents of both projects, and says that it is elsewhere', async () => {
    app.site.jira.addPerson({ seedName: 'oda', name: 'Oda Ops' });
    app.site.jira.grantAgent(app.accountId('oda'), OPS);
    const { id } = request.issue();
    await request.change({ action: 'move', to: 'OPS' });
    await chat.settle();
    expect((await seen('ann', besideIssue(id, OPS))).chat?.row.failure).toBe('request-moved');
    expect((await seen('oda', besideIssue(id, OPS))).chat).toBeNull();
  });

  it.each([undefined, null, '', '0', 'x', '1 OR 1', {}, [], '../1', '9'.repeat(40)])(
    'an issue id that is none, %j, is refused in a sentence',
    async (id) => {
      expect(await said('ann', besideIssue(id))).toBe(
        'not-found: No request is open here. Open one in Jira, then try again.',
      );
    },
  );

  it('an issue id of nothing shows no chat', async () => {
    expect((await seen('ann', besideIssue('999999'))).chat).toBeNull();
  });

  it('the payload says nothing about which request it is', async () => {
    const forged = { issueId: request.issue().id } as never;
    const answer = await app.call('ann', 'getRequestChat', forged, besideIssue('999999'));
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-request' } });
  });
});

describe('F16, R7: what it costs, and when something is down', () => {
  it('asks Jira for nothing within ten minutes of the last look at any page', async () => {
    const look = (): Promise<unknown> =>
      Promise.all([app.call('ann', 'getPanel', { projectId: SUP }), seen(), app.call('ann', 'getLiveToken')]);
    await look();
    for (let minute = 1; minute < 10; minute++) {
      await app.clock.advance(MINUTE);
      expect((await costOf(app, look)).jira).toEqual({});
    }
  });

  it('reads storage a handful of times, however much was said', async () => {
    await seen();
    expect((await costOf(app, () => seen())).storage).toBeLessThanOrEqual(6);
  });

  it('says that it cannot be had while storage is down, and claims nothing (C8)', async () => {
    await seen();
    app.site.faults.set({ storage: { down: true } });
    expect(await said('ann', besideRequest(app))).toMatch(/^unavailable: /);
  });
});
