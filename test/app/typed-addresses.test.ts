import { beforeEach, describe, expect, it } from 'vitest';
import { textOfAdf, type AdfDocument } from '../../local/jira/records/adf';
import { aChat, type ChatDriver } from '../support/a-chat';
import { HOUR, NOON } from '../support/desk-builders';
import { aPickyJira, isCall, refusal, type CallKind, type PickyJira } from '../support/a-picky-jira';
import { SUP, type SiteDriver } from '../support/a-site';
import { aVisitor, said, type VisitorDriver } from '../support/a-visitor';

const VERA = { name: 'Vera', email: 'vera@example.org' };

let picky: PickyJira;
let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;

beforeEach(async () => {
  picky = await aPickyJira();
  ({ app } = picky);
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
});

async function begin(details: { name?: string; email: string }): Promise<void> {
  await app.goOnline('bo');
  expect((await visitor.start('What is my address?', details)).status).toBe(201);
  await chat.settle();
}

const key = async (): Promise<string> => String((await chat.inbox('all'))[0]?.issueKey);

interface Fields {
  reporter: { accountId: string };
  description: AdfDocument;
}

async function fields(): Promise<Fields> {
  const path = `/rest/api/3/issue/${await key()}?fields=reporter,description`;
  return ((await chat.jira('bo', 'GET', path)).body as { fields: Fields }).fields;
}

const customersOf = (): string[] => app.site.jira.desk.directory.customers(SUP).map(({ email }) => email);

async function participants(): Promise<string[]> {
  const issue = app.site.jira.desk.issues.find(await key());
  return (issue?.participantIds ?? []).map((id) => app.site.jira.account(id).email);
}

const notes = async (): Promise<string[]> =>
  (app.site.jira.desk.issues.find(await key())?.comments ?? [])
    .filter(({ isPublic }) => !isPublic)
    .map(({ body }) => textOfAdf(body).trim());

const told = async (): Promise<boolean[]> =>
  (await visitor.events()).flatMap((event) => (event.kind === 'registered' ? [event.byMail] : []));

/** What the agents see of who it is. */
async function seen(): Promise<unknown[]> {
  const { row, byMail, canConfirm } = await chat.open('bo');
  const [listed] = await chat.inbox('all');
  expect(listed?.confidence).toBe(row.confidence);
  return [row.confidence, byMail, canConfirm];
}

const confirm = (): Promise<string> =>
  app.code('bo', 'confirmEmail', { conversationId: visitor.conversationId() });

const VOUCHING: CallKind[] = ['listCustomers', 'makeCustomer', 'addCustomer', 'searchUser', 'addParticipant'];
const vouching = (): CallKind[] => picky.asked.filter((kind) => VOUCHING.includes(kind));

describe('T1: an address that somebody typed is a claim', () => {
  it.each([
    ['a stranger’s', VERA.email],
    ['a customer’s', 'cara@example.com'],
    ['an agent’s', 'ann@example.com'],
    ['of a closed account', 'dee@example.com'],
  ])('%s makes nobody customer, reporter or participant, and everybody reads so', async (_, email) => {
    const before = customersOf();
    await begin({ name: 'Mallory', email });
    await visitor.send('And my phone number?');
    await chat.settle();
    expect(customersOf()).toEqual(before);
    const { reporter, description } = await fields();
    expect(app.site.jira.account(reporter.accountId).name).toBe('Frontdesk');
    expect(textOfAdf(description)).toContain(`Mallory · ${email} (email not confirmed)`);
    expect(await participants()).toEqual([]);
    expect(await seen()).toEqual(['unconfirmed', 'not-yet', true]);
    expect(await told()).toEqual([]);
  });

  it('what the app asks of Jira is the same, whosever address it is', async () => {
    const asked: CallKind[][] = [];
    for (const email of [VERA.email, 'cara@example.com', 'ann@example.com', 'dee@example.com']) {
      picky.asked.length = 0;
      await begin({ name: 'Mallory', email });
      asked.push([...picky.asked]);
    }
    expect(new Set(asked.map(String))).toEqual(new Set(['raise,searchUser']));
  });

  it('whoever typed it is called what they typed, here and in Jira, and opens nothing that is the account’s', async () => {
    await begin({ name: 'Mallory', email: 'cara@example.com' });
    await visitor.send('And my phone number?');
    await chat.settle();
    expect((await chat.inbox())[0]).toMatchObject({ customer: 'Mallory', kind: 'registered', pending: 0 });
    const { messages } = await app.value('bo', 'getNewMessages', { since: new Date(NOON).toISOString() });
    expect(messages.map(({ customer }) => customer)).toEqual(['Mallory']);
    const comments = await chat.jira('bo', 'GET', `/rest/api/3/issue/${await key()}/comment`);
    expect(JSON.stringify(comments.body)).toContain('Mallory');
    expect(JSON.stringify(comments.body)).not.toContain('Cara Customer');
    const question = { conversationId: visitor.conversationId(), after: 0 };
    expect(await app.code('cara', 'pollConversation', question)).toBe('not-found');
  });
});

describe('T1: an agent who answers vouches for it', () => {
  it('the first reply makes the person a customer and participant, before it is posted', async () => {
    await begin(VERA);
    picky.asked.length = 0;
    await chat.reply('Here it is', 'bo');
    expect(picky.asked.slice(0, 6)).toEqual([
      'listCustomers',
      'makeCustomer',
      'addCustomer',
      'addParticipant',
      // Who confirmed it, for agents; then the reply.
      'note',
      'comment',
    ]);
    await chat.settle();
    expect(customersOf()).toContain(VERA.email);
    expect(await participants()).toEqual([VERA.email]);
    expect(await notes()).toEqual([
      `Bo Becker confirmed the email ${VERA.email}. Replies reach it by email from now on.`,
    ]);
    expect((await visitor.events()).map(({ kind }) => kind)).toEqual([
      'message',
      'delivered',
      'registered',
      'message',
    ]);
    expect(await told()).toEqual([true]);
    expect(await seen()).toEqual(['confirmed', 'yes', false]);
  });

  // What confirming asks of Jira is not counted among the three calls of a reply: it is asked once in a chat.
  it('F16: the replies after it ask nothing about the person', async () => {
    await begin(VERA);
    await chat.reply('One', 'bo');
    await chat.settle();
    picky.asked.length = 0;
    await chat.reply('Two', 'ann');
    await chat.settle();
    expect(vouching()).toEqual([]);
    expect(await notes()).toHaveLength(1);
  });

  it('a button does the same without a reply, once', async () => {
    await begin(VERA);
    expect([await confirm(), await confirm()]).toEqual(['ok', 'ok']);
    await chat.settle();
    expect(vouching().filter((kind) => kind === 'addParticipant')).toHaveLength(1);
    expect(await participants()).toEqual([VERA.email]);
    expect(await seen()).toEqual(['confirmed', 'yes', false]);
  });

  it('a customer who has the address takes part, and what they write there is the visitor’s', async () => {
    await begin({ name: 'Cara', email: 'CARA@example.com' });
    picky.asked.length = 0;
    await chat.reply('Here it is', 'bo');
    expect(vouching()).toEqual(['listCustomers', 'addParticipant']);
    await chat.jira('cara', 'POST', `/rest/servicedeskapi/request/${await key()}/comment`, {
      public: true,
      body: 'By e-mail',
    });
    expect(said(await visitor.events()).at(-1)).toBe('visitor: By e-mail');
    const { body } = await chat.jira('cara', 'GET', `/rest/servicedeskapi/request/${await key()}`);
    expect(body).toMatchObject({ reporter: { displayName: 'Frontdesk' } });
  });

  it('an address alone, without a name, is one as well', async () => {
    await begin({ email: VERA.email });
    expect(textOfAdf((await fields()).description)).toContain(`${VERA.email} (email not confirmed)`);
    await chat.reply('Here it is', 'bo');
    expect(await participants()).toEqual([VERA.email]);
  });
});

describe('T1: an account is a visitor’s only if Jira says that its address is', () => {
  /** The reply is posted, nobody takes part, agents and the visitor know it, and the next reply does not ask again. */
  async function expectNobody(): Promise<void> {
    await chat.reply('Here it is', 'bo');
    await chat.settle();
    expect(said(await visitor.events()).at(-1)).toBe('agent: Here it is');
    expect(await participants()).toEqual([]);
    expect(await told()).toEqual([false]);
    expect(await seen()).toEqual(['unconfirmed', 'refused', true]);
    picky.asked.length = 0;
    await chat.reply('Did you get it?', 'ann');
    expect(vouching()).toEqual([]);
  }

  it('somebody who is only called like the address is not taken', async () => {
    const { directory } = app.site.jira.desk;
    const mallory = directory.addCustomer({ email: 'mallory@evil.example', name: 'lee@example.com' });
    directory.addToCustomers(mallory.accountId, SUP);
    await begin({ name: 'Lee', email: 'lee@example.com' });
    await expectNobody();
  });

  it('an account whose address Jira hides is not taken, though it is the only hit', async () => {
    await begin({ name: 'Cara', email: 'cara@example.com' });
    picky.rules.after = (request, answer) =>
      isCall('listCustomers', request)
        ? { ...answer, body: answer.body.replaceAll('"emailAddress":"cara@example.com",', '') }
        : null;
    await expectNobody();
  });

  it.each(['ann@example.com', 'lee@example.com'])(
    'nobody is made a customer who works in Jira: %s, also where Jira shows the address',
    async (email) => {
      picky.rules.after = (request, answer) => {
        if (!isCall('searchUser', request)) return null;
        const users = (JSON.parse(answer.body) as object[]).map((user) => ({ ...user, emailAddress: email }));
        return { ...answer, body: JSON.stringify(users) };
      };
      await begin({ name: 'Not me', email });
      await expectNobody();
    },
  );

  it.each(['dee@example.com', 'jürgen@example.org'])(
    'nor with %s, which Jira takes from nobody',
    async (email) => {
      await begin({ name: 'Dee', email });
      await expectNobody();
    },
  );
});

describe('T2: what Jira refuses about a person holds back neither message nor reply', () => {
  it.each([
    ['to make accounts: the app is no Jira admin', ['makeCustomer'], 403],
    ['to list customers: the operation is experimental', ['listCustomers', 'makeCustomer'], 412],
    ['to take part', ['addParticipant'], 403],
    ['a closed account', ['addParticipant'], 400],
    ['everything', VOUCHING, 403],
  ] as const)('%s', async (_, kinds, status) => {
    picky.rules.instead = (request) => (kinds.some((kind) => isCall(kind, request)) ? refusal(status) : null);
    await begin(VERA);
    expect((await chat.open('bo')).messages).toMatchObject([{ delivery: 'delivered' }]);
    await chat.reply('Here it is', 'bo');
    await chat.settle();
    expect(said(await visitor.events()).at(-1)).toBe('agent: Here it is');
    expect(await told()).toEqual([false]);
    expect(await seen()).toEqual(['unconfirmed', 'refused', true]);
    // Linked later, when Jira lets it be.
    expect(await confirm()).toBe('conflict');
    picky.rules.instead = () => null;
    expect(await confirm()).toBe('ok');
    expect(await participants()).toEqual([VERA.email]);
    expect(await told()).toEqual([false, false, true]);
    expect(await seen()).toEqual(['confirmed', 'yes', false]);
  });

  it('an app that may not add customers to the desk still lets them take part', async () => {
    picky.rules.instead = (request) => (isCall('addCustomer', request) ? refusal(403) : null);
    await begin(VERA);
    await chat.reply('Here it is', 'bo');
    expect(await participants()).toEqual([VERA.email]);
  });

  it('a Jira that fails is asked again by a job, and the reply is posted meanwhile', async () => {
    await begin(VERA);
    picky.rules.instead = (request) => (isCall('addParticipant', request) ? refusal(503) : null);
    await chat.reply('Here it is', 'bo');
    expect(said(await visitor.events()).at(-1)).toBe('agent: Here it is');
    expect(await seen()).toEqual(['unconfirmed', 'not-yet', true]);
    picky.rules.instead = () => null;
    await app.clock.advance(HOUR);
    expect(await participants()).toEqual([VERA.email]);
    expect(await told()).toEqual([true]);
    expect(await seen()).toEqual(['confirmed', 'yes', false]);
  });
});

describe('a comment', () => {
  it('of an agent is the agent’s, also in the chat of a visitor who typed the agent’s address', async () => {
    await begin({ name: 'Not Ann', email: 'ann@example.com' });
    const body = { public: true, body: 'Who are you?' };
    await chat.jira('ann', 'POST', `/rest/servicedeskapi/request/${await key()}/comment`, body);
    expect(said(await visitor.events()).at(-1)).toBe('agent: Who are you?');
  });
});
