import { createHmac, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { textOfAdf } from '../../local/jira/records/adf';
import type { Issue } from '../../local/jira/records/issue';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aPickyJira, isCall, refusal, type CallKind, type PickyJira } from '../support/a-picky-jira';
import { SUP, type SiteDriver } from '../support/a-site';
import { aVisitor, said, type VisitorDriver } from '../support/a-visitor';
import { HOUR } from '../support/desk-builders';

const NORA = { name: 'Nora New', email: 'nora@example.com' };

let picky: PickyJira;
let app: SiteDriver;
let widgetId: string;
let visitor: VisitorDriver;
let chat: ChatDriver;
let conversationId: string;

beforeEach(async () => {
  picky = await aPickyJira();
  ({ app } = picky);
  widgetId = await app.widgetId('SUP');
  visitor = aVisitor(app, widgetId);
  chat = aChat(app, () => visitor);
  await app.goOnline('bo');
});

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Somebody whom the web site's own back end logged in. */
async function signedStart(who: { name: string; email?: string }): Promise<void> {
  const { secret } = await app.value('pia', 'renewIdentitySecret', { projectId: SUP });
  const now = Math.floor(app.clock.now() / 1_000);
  const claims = { sub: 'user-7', ...who, aud: widgetId, iat: now, exp: now + 600 };
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  const identity = `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  const started = await visitor.start('My invoice is wrong', { identity });
  expect(started.body.visitor.kind).toBe('signed');
  ({ conversationId } = started.body);
  await chat.settle();
}

async function portalStart(): Promise<void> {
  const opening = { portalId: '1', message: 'My invoice is wrong', clientMessageId: randomUUID() };
  ({ conversationId } = await app.value('cara', 'startConversation', opening));
  await chat.settle();
}

const view = () => app.value('bo', 'getConversation', { conversationId });

async function request(): Promise<Issue> {
  const issue = app.site.jira.desk.issues.find(String((await view()).row.issueKey));
  if (!issue) throw new Error('there is no request');
  return issue;
}

const reporter = async (): Promise<string> => app.site.jira.account((await request()).reporterId).name;

const description = async (): Promise<string> => {
  const { description: text } = await request();
  return text ? textOfAdf(text) : '';
};

const participants = async (): Promise<string[]> =>
  (await request()).participantIds.map((id) => app.site.jira.account(id).email);

const raised = (): number =>
  app.site.jira.desk.issues.all().filter(({ summary }) => summary === 'My invoice is wrong').length;

const refuse = (status: number, ...kinds: CallKind[]): void => {
  picky.rules.instead = (each) => (kinds.some((kind) => isCall(kind, each)) ? refusal(status) : null);
};

/** Jira refuses to raise anything for somebody else. */
const refuseOthers = (status: number): void => {
  picky.rules.instead = (each) =>
    isCall('raise', each) && each.body?.includes('raiseOnBehalfOf') ? refusal(status) : null;
};

describe('T1: a person for whom the web site vouches', () => {
  it('is whoever Jira says has the address, made if there is none, and the request is theirs', async () => {
    await signedStart(NORA);
    expect(await reporter()).toBe(NORA.name);
    expect(await description()).not.toContain('not confirmed');
    const { row, byMail, canConfirm } = await view();
    expect([row.confidence, byMail, canConfirm]).toEqual(['signed', 'yes', false]);
  });

  it('is nobody who is only called like the address', async () => {
    const { directory } = app.site.jira.desk;
    const mallory = directory.addCustomer({ email: 'mallory@evil.example', name: 'sam@example.org' });
    directory.addToCustomers(mallory.accountId, SUP);
    await signedStart({ name: 'Bo', email: 'bo@example.com' });
    expect(await reporter()).toBe('Frontdesk');
    expect(await participants()).toEqual([]);
  });

  it('without an address is nobody in Jira', async () => {
    await signedStart({ name: 'Nora New' });
    expect(await reporter()).toBe('Frontdesk');
    expect(await description()).toContain('Nora New');
    expect((await view()).byMail).toBeNull();
  });
});

describe('T2: where Jira refuses a person whom somebody vouches for, the app raises the request itself, once and at once', () => {
  const expectOwn = async (words: string): Promise<void> => {
    expect((await view()).messages).toMatchObject([{ delivery: 'delivered' }]);
    expect(await reporter()).toBe('Frontdesk');
    expect(await description()).toContain(words);
    expect(await description()).toContain('Jira didn’t let Frontdesk raise this request for this person.');
    expect(raised()).toBe(1);
  };

  it.each([
    ['the app is no Jira admin', 403, ['makeCustomer']],
    ['the list of customers is experimental', 412, ['listCustomers', 'makeCustomer']],
    ['the address is no good to it', 400, ['makeCustomer']],
    [
      'nothing about people is allowed',
      403,
      ['listCustomers', 'makeCustomer', 'searchUser', 'addParticipant'],
    ],
  ] as const)('signed: %s', async (_, status, kinds) => {
    refuse(status, ...kinds);
    await signedStart(NORA);
    await expectOwn(`${NORA.name} · ${NORA.email}`);
    const { row, byMail, canConfirm } = await view();
    expect([row.confidence, byMail, canConfirm]).toEqual(['signed', 'refused', true]);
    expect((await visitor.events()).at(-1)).toMatchObject({ kind: 'registered', byMail: false });
    picky.rules.instead = () => null;
    expect(await app.code('bo', 'confirmEmail', { conversationId })).toBe('ok');
    expect(await participants()).toEqual([NORA.email]);
    expect((await view()).byMail).toBe('yes');
  });

  it.each([400, 403, 404, 412])(
    'signed: raising for them is answered %i; they take part instead',
    async (status) => {
      refuseOthers(status);
      await signedStart(NORA);
      await expectOwn(`${NORA.name} · ${NORA.email}`);
      expect(await participants()).toEqual([NORA.email]);
      expect((await view()).byMail).toBe('yes');
    },
  );

  it.each([400, 403, 404, 412])(
    'portal: raising for them is answered %i; they take part instead',
    async (status) => {
      refuseOthers(status);
      await portalStart();
      await expectOwn('Cara Customer');
      expect(await participants()).toEqual(['cara@example.com']);
      const { row, byMail, canConfirm } = await view();
      expect([row.confidence, row.customer, byMail, canConfirm]).toEqual([
        'portal',
        'Cara Customer',
        'yes',
        false,
      ]);
    },
  );

  it('portal: somebody whose account was closed meanwhile; agents see that no e-mail reaches them', async () => {
    refuse(503, 'raise');
    await portalStart();
    app.site.jira.setActive(app.accountId('cara'), false);
    picky.rules.instead = () => null;
    await app.clock.advance(HOUR);
    await expectOwn('Cara Customer');
    const { byMail, canConfirm } = await view();
    expect([byMail, canConfirm]).toEqual(['refused', true]);
    await app.value('bo', 'reply', { conversationId, message: 'Hello', operationId: randomUUID() });
    expect((await view()).messages).toHaveLength(2);
  });

  it('a Jira that does not answer is asked again, and takes it for the person then', async () => {
    refuse(503, 'makeCustomer');
    await signedStart(NORA);
    expect((await view()).row.issueKey).toBeNull();
    picky.rules.instead = () => null;
    await app.clock.advance(10 * 60_000);
    expect(await reporter()).toBe(NORA.name);
    expect(raised()).toBe(1);
  });
});

describe('T2: an address that the form takes and Jira does not', () => {
  it.each([
    'jürgen@example.org',
    'first..last@example.org',
    '.info@example.org',
    `${'a'.repeat(64)}b@example.org`,
    'vera+shop@example.org',
    '"vera shop"@example.org',
  ])('%s: refused at once, or delivered', async (email) => {
    const { status, body } = await visitor.start('My invoice is wrong', { name: 'Vera', email });
    if (status === 400) return;
    await chat.settle();
    ({ conversationId } = body);
    expect(said(await visitor.events())).toEqual(['visitor: My invoice is wrong']);
    expect((await view()).messages).toMatchObject([{ delivery: 'delivered' }]);
    expect(await description()).toContain(email);
    await chat.reply('Here it is', 'bo');
    expect(said(await visitor.events()).at(-1)).toBe('agent: Here it is');
  });
});
