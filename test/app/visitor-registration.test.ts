import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { textOfAdf } from '../../local/jira/records/adf';
import { MESSAGES_PER_MINUTE } from '../../src/domain/limits';
import { aChat, type ChatDriver } from '../support/a-chat';
import { HR, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, said, type VisitorDriver } from '../support/a-visitor';
import { HOUR, MINUTE } from '../support/desk-builders';

const NORA = { name: 'Nora New', email: 'nora@example.com' };

let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;

/** Somebody is online, and the visitor starts without saying who they are. */
beforeEach(async () => {
  app = await aSite();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann');
  await visitor.start('My invoice is wrong');
});

const issueKey = async (): Promise<string> => String((await chat.open()).row.issueKey);

async function takingPart(): Promise<{ accountId: string; emailAddress: string }[]> {
  const path = `/rest/servicedeskapi/request/${await issueKey()}/participant`;
  const { body } = await chat.jira('ann', 'GET', path);
  return (body as { values: { accountId: string; emailAddress: string }[] }).values;
}

/** E-mail addresses of those who take part in the request. */
const participants = async (): Promise<string[]> =>
  (await takingPart()).map(({ emailAddress }) => emailAddress);

/** What only agents read on the request. */
const notes = async (): Promise<string[]> =>
  (app.site.jira.desk.issues.find(await issueKey())?.comments ?? [])
    .filter(({ isPublic }) => !isPublic)
    .map(({ body }) => textOfAdf(body).trim());

const LEFT =
  'Nora New left an email: nora@example.com (email not confirmed). The first reply from Frontdesk chats confirms it. From then on, replies also go to it.';
const CONFIRMED = 'Ann Agent confirmed the email nora@example.com. Replies reach it by email from now on.';

const outcomes = async (): Promise<boolean[]> =>
  (await visitor.events()).flatMap((event) => (event.kind === 'registered' ? [event.byMail] : []));

const snapshot = (): string => JSON.stringify(app.site.kvs.snapshot());

describe('T1: a visitor who started anonymously leaves name and e-mail', () => {
  it('and agents read in the inbox and in Jira that nobody has confirmed it; nobody takes part', async () => {
    await chat.settle();
    const answer = await visitor.register({ ...NORA, name: ' Nora New ' });
    expect(answer).toMatchObject({ status: 202, body: { visitor: { kind: 'registered', ...NORA } } });
    await chat.settle();
    expect(await outcomes()).toEqual([]);
    expect(await participants()).toEqual([]);
    expect(await notes()).toEqual([LEFT]);
    const { row, email, byMail } = await chat.open();
    expect(row).toMatchObject({ customer: 'Nora New', kind: 'registered', pending: 0, failure: null });
    expect([row.confidence, email, byMail]).toEqual(['unconfirmed', NORA.email, 'not-yet']);
  });

  it('and the first reply lets them take part: they are told so, and answers reach them by e-mail', async () => {
    await chat.settle();
    await visitor.register(NORA);
    await chat.settle();
    await chat.reply('Here it is');
    await chat.settle();
    expect((await visitor.events()).slice(-2)).toMatchObject([
      { kind: 'registered', byMail: true },
      { kind: 'message', from: 'agent' },
    ]);
    expect(await participants()).toEqual([NORA.email]);
    expect(await notes()).toEqual([LEFT, CONFIRMED]);
    expect((await chat.open()).row.confidence).toBe('confirmed');
  });

  it('what they answer by e-mail, Jira adds to the request, and it is theirs in the chat', async () => {
    await chat.settle();
    await visitor.register(NORA);
    await chat.reply('Here it is');
    await chat.settle();
    const [nora] = await takingPart();
    const path = `/rest/servicedeskapi/request/${await issueKey()}/comment`;
    const actor = { kind: 'user', accountId: nora?.accountId ?? '' } as const;
    const body = JSON.stringify({ body: 'Thank you', public: true });
    expect((await app.site.jira.handle({ method: 'POST', path, actor, body })).status).toBe(201);
    await chat.settle();
    expect(said(await visitor.events())).toEqual([
      'visitor: My invoice is wrong',
      'agent: Here it is',
      'visitor: Thank you',
    ]);
  });

  it('before their first message is in Jira: message and details both arrive, once', async () => {
    await visitor.register(NORA);
    await chat.settle();
    expect((await chat.open()).messages).toMatchObject([{ delivery: 'delivered' }]);
    expect(await notes()).toEqual([LEFT]);
    await chat.reply('Here it is');
    expect(await participants()).toEqual([NORA.email]);
    expect(await outcomes()).toEqual([true]);
  });

  it('twice, as after a lost answer: once', async () => {
    await chat.settle();
    for (let index = 0; index < 3; index++) expect((await visitor.register(NORA)).status).toBe(202);
    await chat.settle();
    expect((await visitor.register(NORA)).status).toBe(202);
    await chat.settle();
    expect(await notes()).toEqual([LEFT]);
    await chat.reply('Here it is');
    expect((await visitor.register(NORA)).status).toBe(202);
    await chat.settle();
    expect(await participants()).toEqual([NORA.email]);
    expect(await outcomes()).toEqual([true]);
  });

  it('while Jira is down, and while events come twice and late: agents read it, once', async () => {
    await chat.settle();
    app.site.faults.set({ jira: { down: 1 }, queue: { duplicate: 1, lateMs: 30_000 } });
    await visitor.register(NORA);
    await app.clock.advance(10 * MINUTE);
    app.site.faults.set({ jira: { lostAfter: 0.4 }, queue: { duplicate: 1 }, seed: 5 });
    await app.clock.advance(2 * HOUR);
    app.site.faults.set({});
    await app.clock.advance(2 * HOUR);
    expect(await notes()).toEqual([LEFT]);
    await chat.reply('Here it is');
    expect(await participants()).toEqual([NORA.email]);
    expect(await outcomes()).toEqual([true]);
  });

  it('and the job that is to bring them to Jira is lost: the sweep finds it', async () => {
    await chat.settle();
    app.site.faults.set({ queue: { lateMs: 15 * MINUTE }, seed: 3 });
    await visitor.register(NORA);
    app.site.queue.reset();
    app.site.faults.set({});
    await app.clock.advance(6 * MINUTE);
    await app.clock.run(app.site.idle());
    expect(await notes()).toEqual([LEFT]);
  });

  it('and Jira takes nobody with that address: they hear of it, may leave another one, and no reply suffers', async () => {
    const dee = { name: 'Dee', email: 'dee@example.com' };
    await visitor.register(dee);
    await chat.settle();
    await chat.reply('Here it is');
    expect(await outcomes()).toEqual([false]);
    expect(await participants()).toEqual([]);
    const { row, email, byMail, messages } = await chat.open();
    expect([row.confidence, email, byMail]).toEqual(['unconfirmed', dee.email, 'refused']);
    expect(messages.map(({ delivery }) => delivery)).toEqual(['delivered', 'delivered']);
    expect((await visitor.register(NORA)).status).toBe(202);
    await chat.settle();
    expect(await outcomes()).toEqual([false]);
    await chat.reply('And here');
    expect(await outcomes()).toEqual([false, true]);
    expect(await participants()).toEqual([NORA.email]);
  });

  it('also one who left both at the start, where Jira takes nobody with that address', async () => {
    await visitor.start('Hello', { name: 'Dee', email: 'dee@example.com' });
    await chat.settle();
    await chat.reply('Here it is');
    expect((await visitor.register(NORA)).status).toBe(202);
    await chat.reply('And here');
    expect(await outcomes()).toEqual([false, true]);
    expect(await participants()).toEqual([NORA.email]);
  });

  it.each([
    ['once an agent has answered, that one is raised for them', true, NORA.name],
    ['before, Frontdesk raises that one as well', false, 'Frontdesk'],
  ])('and where the chat goes on as a new request: %s', async (_, isAnswered, reporter) => {
    const page = await app.value('joe', 'getProjectSettings', { projectId: HR });
    const settings = { ...page.settings, chatEnabled: true };
    const saved = await app.value('joe', 'saveProjectSettings', { projectId: HR, settings, rev: page.rev });
    app.site.jira.grantAgent(app.accountId('bo'), HR);
    await app.goOnline('bo', { projectId: HR });
    visitor = aVisitor(app, String(saved.widgetId));
    await visitor.start('Holidays?');
    await chat.settle();
    await visitor.register(NORA);
    await chat.settle();
    if (isAnswered) await chat.reply('Yes', 'bo');
    await app.value('bo', 'resolve', { conversationId: visitor.conversationId() });
    await visitor.send('And sick leave?');
    await chat.settle();
    const issue = app.site.jira.desk.issues.find(String((await chat.open('bo')).row.issueKey));
    expect(app.site.jira.account(issue?.reporterId ?? '').name).toBe(reporter);
    expect(await outcomes()).toEqual(isAnswered ? [true] : []);
  });

  it('an agent’s address logs nobody in and gives nobody rights', async () => {
    await visitor.register({ name: 'Not Bo', email: 'bo@example.com' });
    await chat.settle();
    await chat.reply('Who are you?');
    expect(await outcomes()).toEqual([false]);
    const portal = await app.value('bo', 'getPortalAvailability', { portalId: '1' });
    expect(portal.widget).not.toHaveProperty('conversation');
    const question = { conversationId: visitor.conversationId(), after: 0 };
    expect(await app.code('bo', 'pollConversation', question)).toBe('not-found');
  });
});

describe('who is known already is not overwritten', () => {
  it('by other details of the same visitor', async () => {
    await visitor.register(NORA);
    const other = await visitor.register({ ...NORA, email: 'milo@example.com' });
    expect(other).toMatchObject({ status: 409, body: { error: 'already-known' } });
    await chat.settle();
    expect(await visitor.register({ ...NORA, name: 'Nobody' })).toMatchObject({ status: 409 });
    expect((await chat.open()).email).toBe(NORA.email);
  });

  it('nor where they said it at the start, or are logged in to the portal', async () => {
    await visitor.start('Hello', { name: 'Milo', email: 'milo@example.com' });
    expect((await visitor.register(NORA)).status).toBe(409);
    const opening = { portalId: '1', message: 'Hello', clientMessageId: randomUUID() };
    const { conversationId, token } = await app.value('cara', 'startConversation', opening);
    expect(await app.code('cara', 'registerVisitor', { conversationId, token, ...NORA })).toBe('conflict');
  });
});

describe('the portal', () => {
  it('takes the details of anonymous visitors as the web trigger does', async () => {
    const opening = { portalId: '1', message: 'Hello', clientMessageId: randomUUID() };
    const { conversationId, token } = await app.value('anonymous', 'startConversation', opening);
    const details = { conversationId, token, ...NORA };
    expect(await app.value('anonymous', 'registerVisitor', details)).toMatchObject({
      visitor: { kind: 'registered', ...NORA },
    });
    await chat.settle();
    await app.value('bo', 'confirmEmail', { conversationId });
    const { events } = await app.value('anonymous', 'pollConversation', { conversationId, token, after: 0 });
    expect(events.at(-1)).toMatchObject({ kind: 'registered', byMail: true });
    for (const wrong of [{ name: '\u200b' }, { email: 'nora' }, { token: 'x' }]) {
      expect(await app.code('anonymous', 'registerVisitor', { ...details, ...wrong })).toBe(
        'invalid-request',
      );
    }
  });
});

describe('what is refused changes nothing', () => {
  it.each([
    ['no name', { email: NORA.email }, 400],
    ['a name that nobody can read', { ...NORA, name: ' \u200b' }, 400],
    ['no address', { name: NORA.name }, 400],
    ['what is no address', { ...NORA, email: 'nora' }, 400],
    ['something else than texts', { name: ['Nora'], email: {} }, 400],
    ['another token', { ...NORA, token: 'x'.repeat(43) }, 404],
    ['what is no token', { ...NORA, token: 'x' }, 400],
  ])('%s', async (_what, details, status) => {
    await chat.settle();
    const before = snapshot();
    expect((await visitor.register(details)).status).toBe(status);
    expect(snapshot()).toBe(before);
  });

  it('an unknown conversation is answered like a token that is not its own', async () => {
    const ask = async (id: string) => {
      const body = JSON.stringify({ ...NORA, token: 'y'.repeat(43) });
      const answer = await app.site.webTrigger({
        method: 'POST',
        path: `/v1/conversations/${id}/visitor`,
        body,
      });
      return [answer.status, String(answer.body)];
    };
    expect(await ask('unknown')).toEqual(await ask(visitor.conversationId()));
  });

  it('too much within a minute, messages counted: with when to try again', async () => {
    for (let index = 1; index < MESSAGES_PER_MINUTE; index++) {
      await visitor.send(`message ${index}`);
      // So that few of them wait for Jira.
      await app.clock.advance(1_000);
    }
    const refused = await visitor.register(NORA);
    expect(refused).toMatchObject({ status: 429, body: { error: 'rate-limited' } });
    expect(Object.keys(refused.headers)).toContain('Retry-After');
    await app.clock.advance(61_000);
    expect((await visitor.register(NORA)).status).toBe(202);
  });
});
