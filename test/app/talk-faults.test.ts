import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { aRequestPage, type RequestPage } from '../support/a-request-page';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { aMessage, aTalk, CARAS, MILOS, type TalkDriver } from '../support/a-talk';
import { said } from '../support/a-visitor';
import { costOf } from '../support/cost-of';
import { MINUTE } from '../support/desk-builders';

let app: SiteDriver;
let talk: TalkDriver;
let request: TalkDriver['request'];
let cara: RequestPage;

beforeEach(async () => {
  app = await aSite();
  talk = aTalk(app);
  ({ request, page: cara } = talk);
});

describe('what happens to a request while its page is open', () => {
  it('deleted: the chat ends for good, and the page says what it can', async () => {
    await talk.say('Hello');
    await request.change({ action: 'delete' });
    const { events } = (await cara.call('pollRequestTalk', {
      conversationId: talk.conversationId(),
      after: 0,
    })) as unknown as {
      events?: unknown;
    };
    expect(events).toBeUndefined();
    await app.clock.advance(6 * MINUTE);
    expect(await cara.call('getRequestTalk', {})).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await cara.call('talkAboutRequest', aMessage('Hello?'))).toMatchObject({ ok: false });
  });

  it('hidden by a security level: nothing of it any more, and nothing is written', async () => {
    await talk.say('Hello');
    await request.change({ action: 'hide' });
    expect((await talk.events()).at(-1)).toMatchObject({ kind: 'ended', reason: 'request-gone' });
    await app.clock.advance(6 * MINUTE);
    expect(await cara.call('getRequestTalk', {})).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('moved to another space: what is written there is not for this chat', async () => {
    await talk.say('Hello');
    await request.change({ action: 'move', to: 'OPS' });
    await app.clock.advance(6 * MINUTE);
    expect(await cara.call('getRequestTalk', {})).toMatchObject({ ok: false, error: { code: 'not-found' } });
    const there = aRequestPage(app, 'cara', request.issue().key, 2);
    expect((await there.value('getRequestTalk', {})).widget?.conversation).toBeUndefined();
  });

  it('of a space without chat nothing is told, and Jira is not asked (C7)', async () => {
    const page = await app.value('joe', 'getProjectSettings', { projectId: SUP });
    const settings = { ...page.settings, chatEnabled: false };
    await app.value('joe', 'saveProjectSettings', { projectId: SUP, settings, rev: page.rev });
    const { jiraCalls } = await costOf(app, async () => {
      expect(await cara.value('getRequestTalk', {})).toMatchObject({ state: 'disabled' });
      expect(await cara.call('talkAboutRequest', aMessage('Hello'))).toMatchObject({ ok: false });
    });
    expect(jiraCalls).toBe(0);
  });

  it('blocked by an agent: they read, and write no more (T7)', async () => {
    await talk.say('Hello');
    await app.value('ann', 'blockVisitor', {
      conversationId: talk.conversationId(),
      operationId: randomUUID(),
    });
    expect(await cara.call('talkAboutRequest', aMessage('Hello?'))).toMatchObject({
      ok: false,
      error: { visitor: { error: 'closed' } },
    });
    const [own] = app.site.jira.desk.issues.all().filter(({ key }) => key === CARAS);
    expect(own?.comments).toHaveLength(1);
  });

  it.each([
    ['storage', { storage: { down: true } }],
    ['Jira', { jira: { down: true } }],
  ])('%s is down: it says so and changes nothing (C8)', async (_what, faults) => {
    await talk.say('Hello');
    await app.clock.advance(6 * MINUTE);
    app.site.faults.set(faults);
    for (const answer of [
      await cara.call('getRequestTalk', {}),
      await cara.call('talkAboutRequest', aMessage('Hello?')),
    ])
      expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    app.site.faults.set({});
    expect(said(await talk.events())).toEqual(['visitor: Hello']);
  });
});

describe('F16: calls to Jira beside a request', () => {
  const PROOF = { 'GET issue/*': 1 };

  it('are one for a page of its reporter, and one more for who takes part', async () => {
    await talk.takesPart('milo');
    const milo = aRequestPage(app, 'milo', CARAS);
    expect((await costOf(app, () => cara.value('getRequestTalk', {}))).jira).toEqual(PROOF);
    expect((await costOf(app, () => milo.value('getRequestTalk', {}))).jira).toEqual({
      ...PROOF,
      'GET desk/request/*/participant': 1,
    });
  });

  it('a beginning three at most with its comment, a further message one, an idle poll none', async () => {
    await talk.say('Hello');
    await app.clock.advance(6 * MINUTE);
    await cara.value('getRequestTalk', {});
    const further = await costOf(app, () => cara.value('talkAboutRequest', aMessage('And?')));
    expect(further.jira).toEqual({ 'POST issue/*/comment': 1 });
    const idle = await costOf(app, () =>
      cara.value('pollRequestTalk', { conversationId: talk.conversationId(), after: 4 }),
    );
    expect(idle.jira).toEqual({});
    const milo = aRequestPage(app, 'milo', MILOS);
    const first = await costOf(app, () => milo.value('talkAboutRequest', aMessage('Hello')));
    expect(first.jiraCalls).toBeLessThanOrEqual(3);
  });
});
