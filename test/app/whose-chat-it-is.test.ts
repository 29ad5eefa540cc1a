import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Values } from '../../src/contract/functions';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aRequest, type RequestDriver } from '../support/a-request';
import { SUP, type SiteDriver } from '../support/a-site';
import { aSiteWithJira, type JiraWire } from '../support/a-site-with-jira';
import { aVisitor, said, type VisitorDriver } from '../support/a-visitor';

let app: SiteDriver & { wire: JiraWire };
let visitor: VisitorDriver;
let chat: ChatDriver;
let request: RequestDriver;

beforeEach(async () => {
  app = await aSiteWithJira();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann');
  await visitor.start('My zip is stuck');
  await chat.settle();
  request = aRequest(app, chat);
});

const id = (name: string | null): string | null => (name === null ? null : app.accountId(name));
const about = () => ({ conversationId: visitor.conversationId() });
const take = (who: string, seen: string | null) =>
  app.call(who, 'assignToMe', { ...about(), seen: id(seen) });
const giveBack = (who: string, seen: string | null) =>
  app.call(who, 'giveBack', { ...about(), seen: id(seen) });
const handOver = (who: string, to: string, seen: string | null, note?: string, operationId = randomUUID()) =>
  app.call(who, 'handOver', { ...about(), to: app.accountId(to), seen: id(seen), note, operationId });
const key = async (): Promise<string> => String((await chat.open()).row.issueKey);
const assignee = async (): Promise<string | null> => (await chat.open()).row.assignee?.name ?? null;
const inJira = async (): Promise<string | null> => {
  const { body } = await chat.jira('joe', 'GET', `/rest/api/3/issue/${await key()}`);
  return (
    (body as { fields: { assignee: { displayName: string } | null } }).fields.assignee?.displayName ?? null
  );
};
const notes = async (): Promise<{ text: string; author: string }[]> => {
  const { body } = await chat.jira('joe', 'GET', `/rest/api/3/issue/${await key()}/comment`);
  const { comments } = body as {
    comments: { jsdPublic: boolean; body: unknown; author: { displayName: string } }[];
  };
  return comments
    .filter(({ jsdPublic }) => !jsdPublic)
    .map((each) => ({ text: JSON.stringify(each.body), author: each.author.displayName }));
};

describe('D5: take, hand over, give back', () => {
  it('the assignee in Jira is whose chat it is, on every way', async () => {
    expect(await take('ann', null)).toMatchObject({
      ok: true,
      value: { row: { assignee: { name: 'Ann Agent' } } },
    });
    expect(await inJira()).toBe('Ann Agent');
    expect(await handOver('ann', 'bo', 'ann')).toMatchObject({
      ok: true,
      value: { row: { assignee: { name: 'Bo Becker' } } },
    });
    expect(await inJira()).toBe('Bo Becker');
    expect((await chat.inbox('mine', 'bo')).map(({ firstLine }) => firstLine)).toEqual(['My zip is stuck']);
    expect(await take('cy', 'bo')).toMatchObject({ ok: true });
    expect(await inJira()).toBe('Cy Chen');
    expect(await giveBack('cy', 'cy')).toMatchObject({ ok: true, value: { row: { assignee: null } } });
    expect(await inJira()).toBeNull();
    expect((await chat.inbox('unassigned', 'bo')).length).toBe(1);
  });

  it.each([
    ['takes', () => take('bo', null)],
    ['hands over', () => handOver('bo', 'bo', null)],
    ['gives back', () => giveBack('bo', 'bo')],
  ])(
    'whoever %s a chat that somebody else took a moment ago is told who, and changes nothing',
    async (_how, act) => {
      await request.unheard(() => request.assign('cy'));
      const answer = await act();
      expect(answer).toMatchObject({ ok: false, error: { code: 'conflict', assignee: { name: 'Cy Chen' } } });
      expect(await inJira()).toBe('Cy Chen');
      expect(await assignee()).toBe('Cy Chen');
    },
  );

  it('of two who take it at a time one wins, and the other is told who', async () => {
    for (let round = 0; round < 5; round++) {
      app.site.faults.set({ jira: { latencyMs: [50, 300] }, storage: { latencyMs: [5, 60] }, seed: round });
      const answers = await Promise.all([take('ann', null), take('bo', null), handOver('cy', 'cy', null)]);
      app.site.faults.set({});
      await chat.settle();
      const winner = await inJira();
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      const told = answers.map((answer) =>
        answer.ok ? answer.value.row.assignee?.name : [answer.error.code, answer.error.assignee?.name],
      );
      const expected = answers.map(({ ok }) => (ok ? winner : ['conflict', winner]));
      expect(told).toEqual(expected);
      expect(await assignee()).toBe(winner);
      await app.call('ann', 'giveBack', {
        ...about(),
        seen: (await chat.open()).row.assignee?.accountId ?? null,
      });
    }
  });

  it('what is asked for twice is done once', async () => {
    app.site.faults.set({ jira: { latencyMs: [50, 300] }, seed: 3 });
    const twice = await Promise.all([take('ann', null), take('ann', null)]);
    app.site.faults.set({});
    expect(twice.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await inJira()).toBe('Ann Agent');
  });

  it('a window of a version before, which does not say what it saw, takes it all the same', async () => {
    await take('bo', null);
    expect(await app.code('ann', 'assignToMe', about())).toBe('ok');
    expect(await inJira()).toBe('Ann Agent');
  });

  it('costs no more than what it is about: one look, one change', async () => {
    app.wire.forget();
    await take('ann', null);
    expect(app.wire.calls.map(({ call }) => call.replace(/SUP-\d+|\/\d{5}/, '*'))).toEqual([
      'POST /rest/api/3/permissions/check',
      'GET /rest/api/3/issue*',
      'PUT /rest/api/3/issue/*/assignee',
      // By Jira's event of it.
      'GET /rest/api/3/issue*',
      'GET /rest/api/3/issue/*/transitions',
    ]);
  });
});

describe('D5: the note of a hand-over', () => {
  it('is the agent’s internal note in Jira, and says who handed over to whom; customers never see it', async () => {
    await take('ann', null);
    expect(await handOver('ann', 'bo', 'ann', 'She leaves on *Friday*.\nBook a courier.')).toMatchObject({
      ok: true,
    });
    const [note, ...others] = await notes();
    expect(others).toEqual([]);
    expect(note?.author).toBe('Ann Agent');
    expect(note?.text).toContain('Ann Agent handed this chat over to Bo Becker.');
    expect(note?.text).toContain('She leaves on *Friday*.');
    await chat.settle();
    expect(said(await visitor.events())).toEqual(['visitor: My zip is stuck']);
  });

  it('without words there is none', async () => {
    await handOver('ann', 'bo', null, '  \n ');
    expect(await notes()).toEqual([]);
    expect(await inJira()).toBe('Bo Becker');
  });

  it('that Jira did not take is said to be missing; asked for again, it is there once', async () => {
    const operationId = randomUUID();
    app.wire.instead = ({ method, path, actor }) =>
      method === 'POST' && path.includes('/comment') && actor.kind === 'user'
        ? { status: 503, body: '', headers: {} }
        : null;
    expect(await handOver('ann', 'bo', null, 'Courier!', operationId)).toMatchObject({
      ok: true,
      value: { noteMissing: true },
    });
    app.wire.instead = null;
    expect(await inJira()).toBe('Bo Becker');
    expect(await notes()).toEqual([]);
    for (let time = 0; time < 2; time++) {
      const again = await handOver('ann', 'bo', null, 'Courier!', operationId);
      expect(again.ok && again.value.noteMissing).toBeUndefined();
    }
    expect(await notes()).toHaveLength(1);
  });

  it('is not written where the hand-over is refused', async () => {
    await take('cy', null);
    expect(await handOver('ann', 'bo', null, 'Courier!')).toMatchObject({ ok: false });
    expect(await notes()).toEqual([]);
  });

  it('of more than 1,000 characters is refused, and nothing is done', async () => {
    const operationId = randomUUID();
    const long = 'x'.repeat(1_001);
    expect(await handOver('ann', 'bo', null, long, operationId)).toMatchObject({
      ok: false,
      error: { code: 'invalid-request' },
    });
    expect(await inJira()).toBeNull();
  });
});

describe('D5: faults', () => {
  it.each(['deactivated', 'no agent any more'])(
    'a colleague who is %s: refused, with Jira as it was',
    async (how) => {
      await take('ann', null);
      if (how === 'deactivated') app.site.jira.setActive('bo', false);
      else app.site.jira.revokeAgent(app.accountId('bo'), SUP);
      const answer = await handOver('ann', 'bo', 'ann', 'Courier!');
      expect(answer).toMatchObject({ ok: false, error: { code: 'conflict' } });
      expect(!answer.ok && answer.error.assignee).toBeUndefined();
      expect(await inJira()).toBe('Ann Agent');
      expect(await assignee()).toBe('Ann Agent');
      expect(await notes()).toEqual([]);
    },
  );

  it('a request that was moved while the menu was open: says so, and nothing is done there', async () => {
    await request.unheard(() => request.change({ action: 'move', to: 'OPS' }));
    const answer = await handOver('ann', 'bo', null, 'Courier!');
    expect(answer).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(JSON.stringify(answer)).toContain('another space');
    expect((await chat.open()).row).toMatchObject({ failure: 'request-moved', assignee: null });
    expect(request.issue().assigneeId).toBeNull();
    expect(request.issue().comments).toEqual([]);
  });

  it('Jira that fails half-way: nobody is told that the chat is theirs', async () => {
    app.wire.instead = ({ method }) => (method === 'PUT' ? { status: 502, body: '', headers: {} } : null);
    expect(await take('ann', null)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    app.wire.instead = null;
    expect(await assignee()).toBeNull();
    expect(await inJira()).toBeNull();
    expect(await take('bo', null)).toMatchObject({ ok: true });
  });
});

describe('D5: colleagues to whom a chat can be handed over', () => {
  const colleagues = async (query?: string): Promise<Values['getColleagues']> =>
    app.value('ann', 'getColleagues', { ...about(), query });
  const names = async (query?: string): Promise<[string | null, boolean][]> =>
    (await colleagues(query)).colleagues.map(({ name, online }) => [name, online]);

  it('those online come first, until when, and the person who asks is not among them', async () => {
    const until = '2026-11-22T17:00:00.000Z';
    await app.goOnline('cy', { until });
    expect(await names()).toEqual([
      ['Cy Chen', true],
      ['Bo Becker', false],
    ]);
    expect((await colleagues()).colleagues[0]).toMatchObject({
      until,
      avatarUrl: expect.any(String) as string,
    });
  });

  it('are found by how their names begin', async () => {
    await app.goOnline('cy');
    expect(await names('che')).toEqual([['Cy Chen', true]]);
    expect(await names('bo')).toEqual([['Bo Becker', false]]);
    expect(await names('zzz')).toEqual([]);
  });

  it('are those who work there: no deactivated account, no customer, nobody without a part', async () => {
    app.site.jira.setActive('bo', false);
    expect(await names()).toEqual([['Cy Chen', false]]);
  });

  it('of a hundred, fifty come, and a name finds the others', async () => {
    for (let number = 100; number < 200; number++) {
      app.site.jira.addPerson({ seedName: `agent${number}`, name: `Agent ${number}` });
      app.site.jira.grantAgent(app.accountId(`agent${number}`), SUP);
    }
    const { colleagues: found, isMore } = await colleagues();
    expect([found.length, isMore]).toEqual([50, true]);
    expect(await names('199')).toEqual([['Agent 199', false]]);
  });

  it('are found on a site with many people who are no agents', async () => {
    for (let number = 0; number < 300; number++)
      app.site.jira.addPerson({ seedName: `lic${number}`, name: `Aaron ${number}` });
    app.site.jira.addPerson({ seedName: 'zoe', name: 'Zoe Last' });
    app.site.jira.grantAgent(app.accountId('zoe'), SUP);
    expect((await names()).map(([name]) => name)).toEqual(['Bo Becker', 'Cy Chen', 'Zoe Last']);
  });

  it('cost one call to Jira, of a search that Jira limits by itself: refused for a while, it is said to be so', async () => {
    await colleagues();
    app.wire.forget();
    await colleagues();
    expect(app.wire.calls.map(({ call, as }) => [call, as])).toEqual([
      ['GET /rest/api/3/user/assignable/search', 'user'],
    ]);
    app.wire.instead = () => ({ status: 429, body: '', headers: { 'retry-after': '7' } });
    expect(await app.call('ann', 'getColleagues', about())).toMatchObject({
      ok: false,
      error: { code: 'unavailable' },
    });
  });
});
