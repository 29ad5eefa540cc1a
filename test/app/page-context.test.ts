import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { textOfAdf } from '../../local/jira/records/adf';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aRequest } from '../support/a-request';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, shownTo, type VisitorDriver } from '../support/a-visitor';

let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;

beforeEach(async () => {
  app = await aSite();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann');
});

const CONTEXT = { plan: 'Pro', cart: '<b>3</b> tents' };

async function paragraphs(): Promise<string[]> {
  const { description } = aRequest(app, chat).issue();
  return (description?.content ?? []).map((each) => textOfAdf(each).trim());
}

describe('T1: what the page declares when a chat is started on it', () => {
  beforeEach(async () => {
    await visitor.start('Which tent?', { context: CONTEXT });
    await chat.settle();
  });

  it('is told to agents with the chat, as a text, and to nobody’s list', async () => {
    expect((await chat.open()).context).toEqual(CONTEXT);
    const filter = 'all';
    expect(
      JSON.stringify(await app.value('ann', 'listConversations', { projectId: SUP, filter })),
    ).not.toContain('tents');
  });

  it('stands in the request as the page’s words, between the customer’s and the reference', async () => {
    expect(await paragraphs()).toEqual([
      'Visitor',
      'Which tent?',
      'Said by the page, not confirmed · plan: Pro',
      'Said by the page, not confirmed · cart: <b>3</b> tents',
      expect.stringMatching(/^Chat reference: FD\w+N1$/),
    ]);
  });

  it('never becomes what the customer said, whatever is done to the request (T5)', async () => {
    await aRequest(app, chat).assign('ann');
    await chat.settle();
    expect(shownTo(await visitor.events())).toEqual(['visitor: Which tent?']);
    expect(await chat.transcript()).toMatchObject([{ text: 'Which tent?', edited: false }]);
  });

  it('vouches for nobody: who calls themselves confirmed is an anonymous visitor', async () => {
    await visitor.start('Hello', { context: { email: 'ann@example.com (confirmed by an agent)' } });
    const { row, email, canConfirm } = await chat.open();
    expect([row.kind, row.confidence, row.customer, email, canConfirm]).toEqual([
      'anonymous',
      'anonymous',
      null,
      null,
      false,
    ]);
  });
});

it('T1: a chat without any says so, to agents and in Jira, as one of a version before', async () => {
  await visitor.start('Which tent?', { context: {} });
  await chat.settle();
  expect((await chat.open()).context).toEqual({});
  expect(await paragraphs()).toHaveLength(3);
});

it('T1: of a start that is sent again the first counts', async () => {
  const clientMessageId = randomUUID();
  await visitor.start('Hello', { clientMessageId, context: { plan: 'Pro' } });
  expect((await visitor.start('Hello', { clientMessageId, context: { plan: 'Free' } })).status).toBe(201);
  expect((await chat.open()).context).toEqual({ plan: 'Pro' });
});

describe('T1: a program that declares what cannot be kept', () => {
  it.each([
    ['eleven values', Object.fromEntries([...'abcdefghijk'].map((key) => [key, 'x']))],
    ['a number', { items: 3 }],
    ['a key that is too long', { ['zq'.repeat(21)]: 'x' }],
    ['a value that is too long', { zq: 'zq'.repeat(101) }],
    ['no object', ['zqzq']],
  ])('is told that it is the context, and nothing of what it sent: %s', async (_what, context) => {
    const { status, body } = await visitor.start('zqzq', { context: context as Record<string, string> });
    expect([status, body]).toEqual([400, { error: 'bad-request', member: 'context' }]);
    expect(JSON.stringify(app.site.kvs.snapshot())).not.toContain('zqzq');
  });
});
