import { beforeEach, describe, expect, it } from 'vitest';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aRequest, type RequestDriver } from '../support/a-request';
import type { SiteDriver } from '../support/a-site';
import { aSiteWithJira, type JiraWire } from '../support/a-site-with-jira';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';

let app: SiteDriver & { wire: JiraWire };
let visitor: VisitorDriver;
let chat: ChatDriver;
let request: RequestDriver;

async function start(projectKey: string): Promise<void> {
  app = await aSiteWithJira();
  const projectId = String(app.site.jira.project(projectKey)?.id);
  visitor = aVisitor(app, await app.widgetId(projectKey));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann', { projectId });
  await visitor.start('My zip is stuck');
  await chat.settle();
  request = aRequest(app, chat);
}

const about = () => ({ conversationId: visitor.conversationId() });
const resolve = (who = 'ann', way: { transitionId?: string; resolutionId?: string } = {}) =>
  app.value(who, 'resolve', { ...about(), ...way });
const reopen = (who = 'ann', status?: string) => app.call(who, 'reopen', { ...about(), status });
const waiting = async (): Promise<string[]> => (await chat.inbox()).map(({ firstLine }) => firstLine);
const status = async (): Promise<string | null> => (await chat.open()).row.status;

/** Transitions of Jira's that lead back are not there (any more). */
function noWayBack(): void {
  app.wire.alter = (body) => body.replace(/\{"id":"31".*?"fields":\{\}\}/, '').replace(/\[,|,\]/, '[');
}

describe('D8: resolving is undone', () => {
  beforeEach(() => start('SUP'));

  it('a chat whose customer waited waits again, in the status that it had, by the agent’s own hand', async () => {
    expect(await resolve()).toMatchObject({ canReopen: true, row: { ended: true } });
    expect(await waiting()).toEqual([]);
    app.wire.forget();
    expect(await reopen()).toMatchObject({
      ok: true,
      value: { row: { ended: false, unanswered: true, status: 'Waiting for support' }, canResolve: true },
    });
    expect(
      app.wire.calls.find(({ call }) => call.startsWith('POST') && call.endsWith('/transitions'))?.as,
    ).toBe('user');
    expect(await waiting()).toEqual(['My zip is stuck']);
    expect((await visitor.poll(0)).body.ended).toBe(false);
  });

  it('one that was answered does not wait by that', async () => {
    await chat.reply('Try soap');
    await resolve();
    await reopen();
    expect(await waiting()).toEqual([]);
    expect((await chat.inbox('unresolved')).length).toBe(1);
  });

  it('the workflow is asked once an hour whether there is a way back, not with every chat', async () => {
    await resolve();
    await reopen();
    app.wire.forget();
    expect(await resolve()).toMatchObject({ canReopen: true });
    expect(app.wire.calls.filter(({ call }) => /GET .*transitions/.test(call))).toHaveLength(1);
  });

  it('where Jira does not say whether there is one, nothing is said of it', async () => {
    let asked = 0;
    app.wire.instead = ({ method, path }) =>
      method === 'GET' && path.includes('/transitions') && ++asked > 1
        ? { status: 500, body: '', headers: {} }
        : null;
    const view = await resolve();
    expect([view.row.ended, view.canReopen]).toEqual([true, undefined]);
  });

  it('done twice it is done once; of two who resolve at a time one is told that it was so already, and by whom', async () => {
    app.site.faults.set({ jira: { latencyMs: [50, 300] }, seed: 5 });
    const both = await Promise.all([resolve('ann'), resolve('bo')]);
    expect(both.map(({ row }) => row.ended)).toEqual([true, true]);
    const loser = both.findIndex(({ already }) => already);
    expect(both.filter(({ already }) => already)).toHaveLength(1);
    expect(both[loser]?.resolvedBy?.accountId).toBe(app.accountId(loser === 0 ? 'bo' : 'ann'));
    const twice = await Promise.all([reopen('ann'), reopen('ann')]);
    app.site.faults.set({});
    expect(twice.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await status()).toBe('Waiting for support');
  });

  it('whoever was later than somebody in Jira is told who; of their own second window, that it was they', async () => {
    await request.unheard(() =>
      chat.jira('cy', 'POST', `/rest/api/3/issue/${request.issue().key}/transitions`, {
        transition: { id: '21' },
      }),
    );
    let asked = 0;
    app.wire.instead = ({ path }) => {
      if (path.includes('expand=changelog')) asked += 1;
      return null;
    };
    expect(await resolve()).toMatchObject({
      already: true,
      resolvedBy: { accountId: app.accountId('cy'), name: 'Cy Chen' },
    });
    await reopen();
    expect((await resolve()).resolvedBy).toBeUndefined();
    // Of those who were first, Jira is not asked.
    expect(asked).toBe(1);
    expect(await resolve()).toMatchObject({ already: true, resolvedBy: { accountId: app.accountId('ann') } });
  });

  it('where Jira does not say who, it says that somebody was', async () => {
    await resolve('bo');
    app.wire.instead = ({ path }) =>
      path.includes('expand=changelog') ? { status: 500, body: '', headers: {} } : null;
    const { already, resolvedBy } = await resolve();
    expect([already, resolvedBy]).toEqual([true, undefined]);
  });

  it('opened again by somebody else meanwhile, it is what was asked for', async () => {
    await resolve();
    await request.unheard(() =>
      chat.jira('cy', 'POST', `/rest/api/3/issue/${request.issue().key}/transitions`, {
        transition: { id: '31' },
      }),
    );
    expect(await reopen()).toMatchObject({ ok: true, value: { row: { ended: false } } });
  });

  it('an agent who may not is refused, and it stays resolved', async () => {
    await resolve();
    app.wire.instead = ({ method, path }) =>
      method === 'POST' && path.includes('/transitions')
        ? { status: 403, body: JSON.stringify({ errorMessages: ['No.'], errors: {} }), headers: {} }
        : null;
    expect(await reopen()).toMatchObject({ ok: false, error: { code: 'not-allowed', jiraSays: ['No.'] } });
    app.wire.instead = null;
    expect((await chat.open()).row.ended).toBe(true);
  });
});

describe('D8: a workflow with many ways', () => {
  beforeEach(() => start('OPS'));

  it('leads back to where the request was before, and else to where work begins', async () => {
    const { ways } = await chat.open();
    expect(ways.every(({ final }) => final === undefined)).toBe(true);
    for (const [before, after] of [
      ['In progress', 'In progress'],
      ['Somewhere else', 'Waiting for support'],
      [undefined, 'Waiting for support'],
    ] as const) {
      await resolve('ann', { transitionId: '21' });
      expect(await reopen('ann', before)).toMatchObject({ ok: true, value: { row: { status: after } } });
    }
  });
});

describe('D8: a workflow without a way back', () => {
  beforeEach(() => start('SUP'));

  it('is found out when it is resolved; the next time it is said before', async () => {
    noWayBack();
    expect((await chat.open()).ways).toMatchObject([{ id: '21', resolves: true }]);
    expect(await resolve()).toMatchObject({ canReopen: false, row: { ended: true } });
    expect(await reopen()).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect((await chat.open()).row.ended).toBe(true);
    const other = aVisitor(app, await app.widgetId('SUP'));
    await other.start('Another one');
    await chat.settle();
    const next = await app.value('ann', 'getConversation', { conversationId: other.conversationId() });
    expect(next.ways).toMatchObject([{ id: '21', final: true }]);
  });
});

describe('D2: what comes back to Waiting', () => {
  beforeEach(() => start('SUP'));

  it('a chat that is opened again in Jira, where its customer spoke last', async () => {
    await resolve();
    await chat.jira('cy', 'POST', `/rest/api/3/issue/${request.issue().key}/transitions`, {
      transition: { id: '31' },
    });
    expect(await waiting()).toEqual(['My zip is stuck']);
    expect((await chat.inbox('unresolved')).length).toBe(1);
  });

  it('not one that was answered before', async () => {
    await chat.reply('Try soap');
    await chat.jira('cy', 'POST', `/rest/api/3/issue/${request.issue().key}/transitions`, {
      transition: { id: '21' },
    });
    await chat.jira('cy', 'POST', `/rest/api/3/issue/${request.issue().key}/transitions`, {
      transition: { id: '31' },
    });
    expect(await waiting()).toEqual([]);
  });

  it('a chat that was answered and resolved, when its customer writes again', async () => {
    await chat.reply('Try soap');
    await resolve();
    expect(await waiting()).toEqual([]);
    await app.clock.advance(1_000);
    await visitor.send('Soap does not help');
    expect(await waiting()).toEqual(['My zip is stuck']);
    await chat.settle();
    expect(await waiting()).toEqual(['My zip is stuck']);
    expect((await chat.open()).row).toMatchObject({ ended: false, unanswered: true });
  });
});
