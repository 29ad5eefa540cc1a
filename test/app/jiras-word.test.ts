import { beforeEach, describe, expect, it } from 'vitest';
import { adfOfText } from '../../local/jira/records/adf';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aRequest, type RequestDriver } from '../support/a-request';
import { aSiteWithJira } from '../support/a-site-with-jira';
import { aVisitor, said, shownTo, type VisitorDriver } from '../support/a-visitor';
import { HOUR, MINUTE } from '../support/desk-builders';

let app: Awaited<ReturnType<typeof aSiteWithJira>>;
let visitor: VisitorDriver;
let chat: ChatDriver;
let request: RequestDriver;

beforeEach(async () => {
  app = await aSiteWithJira();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann');
  await visitor.start('My order has not come');
  await chat.settle();
  request = aRequest(app, chat);
});

const shown = async (): Promise<string[]> => shownTo(await visitor.events());
const asked = () => app.wire.calls.filter(({ call, as }) => as === 'app' && call.includes('/issue/'));

/** As an open page does, at the pace that it is told. */
async function watch(ms: number): Promise<void> {
  const end = app.clock.now() + ms;
  while (app.clock.now() < end) {
    const { next } = (await visitor.poll(1_000, true)).body;
    await app.site.idle();
    await app.clock.advance(next * 1_000);
  }
}

describe('T5: what happened in Jira, of which no event came', () => {
  const FIRST = 'visitor: My order has not come';
  const LOST: [what: string, done: () => Promise<unknown>, known: object][] = [
    [
      'an answer',
      () => request.unheard(() => request.comment('ann', 'It is on its way')),
      { lines: [FIRST, 'agent: It is on its way'] },
    ],
    [
      'a correction of an answer',
      async () => {
        const id = await request.comment('ann', 'It comes on Munday');
        await request.unheard(() => request.edit('ann', id, 'It comes on Monday'));
      },
      { lines: [FIRST, 'agent: It comes on Monday'] },
    ],
    [
      'an answer that was taken back',
      async () => {
        const id = await request.comment('ann', 'Your invoice number is 12');
        await request.unheard(() => request.remove('ann', id));
      },
      { lines: [FIRST] },
    ],
    ['a resolution', () => request.unheard(() => request.resolve('ann')), { lines: [FIRST], ended: true }],
    ['an assignment', () => request.unheard(() => request.assign('bo')), { assignee: 'Bo Becker' }],
  ];
  const known = async () => ({
    lines: await shown(),
    ended: (await visitor.poll(0)).body.ended,
    assignee: (await chat.open()).row.assignee?.name,
  });

  it.each(LOST)(
    '%s is there after the next event of the request, be it about something else',
    async (_, happens, expected) => {
      await happens();
      expect(await known()).not.toMatchObject(expected);
      await request.comment('ann', 'Between us', { internal: true });
      expect(await known()).toMatchObject(expected);
    },
  );

  it.each(LOST)(
    '%s is there soon after the page of a waiting visitor has heard nothing for two minutes',
    async (_, happens, expected) => {
      await happens();
      await app.clock.advance(2 * MINUTE);
      expect(await known()).not.toMatchObject(expected);
      await chat.settle();
      expect(await known()).toMatchObject(expected);
    },
  );

  it.each(LOST)(
    '%s is there within a quarter of an hour, though no page asks',
    async (_, happens, expected) => {
      await happens();
      await app.clock.advance(15 * MINUTE);
      await chat.settle();
      expect(await known()).toMatchObject(expected);
    },
  );

  it('an answer that was written before it was known whose request it is comes as soon as Jira is asked', async () => {
    const other = aVisitor(app, await app.widgetId('SUP'));
    app.jira.onEvent(({ name, issueKey }) => {
      if (name !== 'avi:jira:created:issue') return;
      const body = JSON.stringify({ body: adfOfText('We have received it') });
      const actor = { kind: 'user' as const, accountId: app.accountId('ann') };
      void app.jira.handle({ method: 'POST', path: `/rest/api/3/issue/${issueKey}/comment`, body, actor });
    });
    await other.start('Me too');
    await app.clock.advance(3 * MINUTE);
    await other.poll(0, true);
    await chat.settle();
    expect(shownTo(await other.events())).toEqual(['visitor: Me too', 'agent: We have received it']);
  });

  it('F16: two hours that a visitor waits before an open page cost twelve calls at most', async () => {
    app.wire.forget();
    await watch(2 * HOUR);
    expect(asked().length).toBeGreaterThan(5);
    expect(asked().length).toBeLessThanOrEqual(12);
  });

  it('F16: an afternoon during which nobody asks costs ten at most', async () => {
    app.wire.forget();
    await app.clock.advance(4 * HOUR);
    expect(asked().length).toBeGreaterThan(3);
    expect(asked().length).toBeLessThanOrEqual(10);
  });
});

describe('T5: where Jira or the storage is down', () => {
  it('an answer of that time is there a little after, and Jira is not asked all the time', async () => {
    await request.unheard(() => request.comment('ann', 'It is on its way'));
    app.wire.forget();
    app.wire.instead = () => ({ status: 503, body: '', headers: {} });
    await watch(HOUR);
    expect(asked().length).toBeGreaterThan(3);
    expect(asked().length).toBeLessThanOrEqual(20);
    expect(await shown()).toEqual(['visitor: My order has not come']);
    app.wire.instead = null;
    await watch(HOUR);
    expect(await shown()).toContain('agent: It is on its way');
  });

  it.each([5, 60])('%i minutes without storage at the event lose nothing', async (minutes) => {
    app.site.faults.set({ storage: { down: true } });
    await request.comment('ann', 'It is on its way');
    await app.clock.advance(minutes * MINUTE);
    app.site.faults.set({});
    await app.clock.advance(20 * MINUTE);
    await chat.settle();
    expect(await shown()).toContain('agent: It is on its way');
    expect((await chat.inbox('all'))[0]).toMatchObject({ lastLine: 'It is on its way', unanswered: false });
  });
});

describe('T5: events that come late, twice and in any order', () => {
  it.each([1, 2, 3, 4])('leave the page, the inbox and the list as Jira has it (seed %i)', async (seed) => {
    app.site.faults.set({ events: { lateMs: [0, 180_000], duplicate: 0.5, swapped: 0.3 }, seed });
    const one = await request.comment('ann', 'one');
    await app.clock.advance(20_000);
    const two = await request.comment('ann', 'two');
    await app.clock.advance(20_000);
    await request.edit('ann', one, 'first');
    await request.comment('ann', 'three');
    await request.remove('ann', two);
    await request.edit('ann', one, 'the first');
    await request.comment('ann', 'Between us', { internal: true });
    await app.clock.advance(5 * MINUTE);
    app.site.faults.set({});
    await chat.settle();
    const expected = ['My order has not come', 'the first', 'three'];
    expect((await shown()).map((line) => line.split(': ')[1])).toEqual(expected);
    const { messages, row } = await chat.open();
    expect(messages.filter(({ deleted }) => !deleted).map(({ text }) => text)).toEqual(expected);
    expect(row).toMatchObject({ lastFrom: 'agent', lastLine: 'three', unanswered: false });
  });

  it('an answer heard of late stands where it was written, and the visitor who wrote since still waits', async () => {
    app.site.faults.set({ events: { lateMs: [120_000, 120_000] } });
    const at = app.clock.now();
    await request.comment('ann', 'Please restart it');
    app.site.faults.set({});
    await app.clock.advance(MINUTE);
    await visitor.send('A restart did not help');
    await chat.settle();
    await app.clock.advance(2 * MINUTE);
    const answer = (await visitor.events()).find(
      (event) => event.kind === 'message' && event.from === 'agent',
    );
    expect(Date.parse(String(answer?.at))).toBe(at);
    const { messages, row } = await chat.open();
    expect(messages.map(({ text }) => text)).toEqual([
      'My order has not come',
      'Please restart it',
      'A restart did not help',
    ]);
    expect(row).toMatchObject({ lastFrom: 'visitor', lastLine: 'A restart did not help', unanswered: true });
    expect(await chat.inbox('unanswered')).toHaveLength(1);
  });

  it('a customer’s word heard of late raises a flag then, and says when it was written (D1)', async () => {
    await request.change({ action: 'change-reporter', account: 'cara' });
    await request.comment('ann', 'Which order?');
    app.site.faults.set({ events: { lateMs: [180_000, 180_000] } });
    const written = app.clock.now();
    await request.write('cara', 'Number 4711');
    app.site.faults.set({});
    await app.clock.advance(2 * MINUTE);
    const news = (since: string) => app.value('ann', 'getNewMessages', { since });
    const before = await news(new Date(written).toISOString());
    expect(before.messages).toEqual([]);
    await app.clock.advance(2 * MINUTE);
    const { messages } = await news(before.now);
    expect(messages).toMatchObject([
      { line: 'Number 4711', at: new Date(written).toISOString(), isNew: false },
    ]);
    expect(await chat.inbox('unanswered')).toMatchObject([{ lastLine: 'Number 4711' }]);
    expect(said(await visitor.events()).at(-1)).toBe('visitor: Number 4711');
  });
});
