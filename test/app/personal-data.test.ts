import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Values } from '../../src/contract/functions';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aRequest } from '../support/a-request';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, said, type VisitorDriver } from '../support/a-visitor';

const ADDRESS = 'Wilhelmina.Featherstonehaugh@example.com';
const NAME = 'Wilhelmina Featherstonehaugh';
const WORDS = 'My parcel 4711-0815-unmistakable never came';
const ANSWER = 'Your parcel 4711-0815-unmistakable is on its way';
/** The first request on a new site. */
const KEY = 'SUP-4';
const PAGE = 'https://shop.example/orders-of-featherstonehaugh';
/** What the page says of whoever is logged in there. */
const CLAIM = 'Customer 4711 Featherstonehaugh & Daughters';
const whom = { email: ADDRESS.toLowerCase() };

let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;

beforeEach(async () => {
  app = await aSite();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann');
});

async function writeAsWilhelmina(): Promise<void> {
  const about = { name: NAME, email: ADDRESS, page: PAGE, context: { account: CLAIM } };
  expect((await visitor.start(WORDS, about)).status).toBe(201);
  await chat.settle();
  await chat.reply(ANSWER);
  await chat.settle();
}

const stored = (): string => JSON.stringify(app.site.kvs.snapshot());

async function erase(
  account = 'pia',
  operationId = randomUUID(),
  who: { email: string } | { accountId: string } = whom,
): Promise<Values['erasePerson'][]> {
  const answers: Values['erasePerson'][] = [];
  let cursor: string | undefined;
  do {
    const asked = { projectId: SUP, whom: who, operationId, ...(cursor !== undefined && { cursor }) };
    const answer: Values['erasePerson'] = await app.value(account, 'erasePerson', asked);
    answers.push(answer);
    cursor = answer.cursor ?? undefined;
  } while (cursor !== undefined);
  return answers;
}

describe('what is kept about a person', () => {
  it('is found by their address, whole and however it is typed, and by nothing like it (T8)', async () => {
    await writeAsWilhelmina();
    const find = async (email: string) =>
      (await app.value('pia', 'findPerson', { projectId: SUP, whom: { email } })).chats;
    expect(await find(ADDRESS.toUpperCase())).toMatchObject([
      { conversationId: visitor.conversationId(), own: true, messages: 2, waiting: 0, issueKey: KEY },
    ]);
    expect(await find(ADDRESS.slice(1))).toEqual([]);
    expect(await find(`x${ADDRESS}`)).toEqual([]);
  });

  it('is handed out as it is kept, with who says so and from where (T8)', async () => {
    await writeAsWilhelmina();
    const asked = {
      projectId: SUP,
      whom,
      conversationId: visitor.conversationId(),
      operationId: randomUUID(),
    };
    expect(await app.value('pia', 'exportPerson', asked)).toMatchObject({
      chat: {
        own: true,
        issueKey: KEY,
        person: {
          name: NAME,
          email: ADDRESS,
          confidence: 'confirmed',
          page: PAGE,
          context: { account: CLAIM },
        },
      },
      messages: [
        { from: 'person', text: WORDS },
        { from: 'agent', text: ANSWER },
      ],
      next: null,
    });
  });

  it('is handed out in pieces that are no larger than a call may be (T8, F17)', async () => {
    await visitor.start('Hello', { name: NAME, email: ADDRESS });
    const long = 'ß'.repeat(3_999);
    for (let sent = 0; sent < 50; sent++) {
      await visitor.send(`${long}${String(sent % 10)}`);
      if (sent % 5 === 4) await app.clock.advance(61_000);
    }
    await chat.settle();
    const texts: string[] = [];
    let from: number | null = 1;
    while (from !== null) {
      const piece: Values['exportPerson'] = await app.value('pia', 'exportPerson', {
        projectId: SUP,
        whom,
        conversationId: visitor.conversationId(),
        from,
        operationId: randomUUID(),
      });
      expect(JSON.stringify(piece).length).toBeLessThan(1_000_000);
      texts.push(...piece.messages.map(({ text }) => text));
      from = piece.next;
    }
    expect(texts).toHaveLength(51);
    expect(new Set(texts).size).toBe(11);
  });
});

describe('erasing a person', () => {
  it('leaves neither name, address, page nor words in any stored record, the answers included (T8)', async () => {
    await writeAsWilhelmina();
    for (const trace of [ADDRESS, NAME, WORDS, ANSWER, PAGE, CLAIM]) expect(stored()).toContain(trace);
    const [receipt] = await erase();
    expect(receipt).toMatchObject({ erased: [{ messages: 2, issueKey: KEY }], waiting: [], cursor: null });
    for (const trace of [ADDRESS, ADDRESS.toLowerCase(), NAME, WORDS, ANSWER, PAGE, CLAIM])
      expect(stored()).not.toContain(trace);
    expect(JSON.stringify(receipt)).not.toContain('featherstonehaugh');
  });

  it('holds when the request is written in, edited and looked at again in Jira afterwards (T8)', async () => {
    await writeAsWilhelmina();
    await erase();
    const request = aRequest(app, chat);
    const later = 'Afterthought 0815-unmistakable in Jira';
    await request.edit('ann', await request.write('ann', later), `${later}, edited`);
    await app.site.leap(24 * 60 * 60_000);
    for (const trace of [ADDRESS, NAME, WORDS, ANSWER, later]) expect(stored()).not.toContain(trace);
    expect((await chat.open()).row).toMatchObject({ failure: 'erased', customer: null, ended: true });
  });

  it('ends the chat: its page is told that there is none to write in, and starts another (T8)', async () => {
    await writeAsWilhelmina();
    await erase();
    expect(said(await visitor.events())).toEqual([]);
    expect((await visitor.send('One more thing')).status).toBe(404);
    expect((await visitor.register({ name: NAME, email: ADDRESS })).status).toBe(404);
    const reply = { conversationId: visitor.conversationId(), message: 'Hello', operationId: randomUUID() };
    expect(await app.code('ann', 'reply', reply)).toBe('conflict');
    expect((await visitor.start('Another one')).status).toBe(201);
  });

  it('ends a block of theirs, in which their address stands (T8)', async () => {
    await writeAsWilhelmina();
    await app.value('ann', 'blockVisitor', {
      conversationId: visitor.conversationId(),
      reason: 'Unkind 0815-unmistakable',
      operationId: randomUUID(),
    });
    const found = await app.value('pia', 'findPerson', { projectId: SUP, whom });
    expect(found.blocks).toMatchObject([{ reason: 'Unkind 0815-unmistakable', issueKey: KEY }]);
    expect(await erase()).toMatchObject([{ unblocked: 1 }]);
    expect((await app.value('pia', 'findPerson', { projectId: SUP, whom })).blocks).toBeUndefined();
    for (const trace of [ADDRESS, ADDRESS.toLowerCase(), '0815-unmistakable'])
      expect(stored()).not.toContain(trace);
  });

  it('leaves the requests to Jira, and says which they are (T8)', async () => {
    await writeAsWilhelmina();
    const [receipt] = await erase();
    expect(receipt?.erased.map(({ issueKey }) => issueKey)).toEqual([KEY]);
    const issue = await chat.jira('pia', 'GET', `/rest/api/3/issue/${KEY}`);
    expect(JSON.stringify(issue.body)).toContain(WORDS);
  });

  it('leaves a chat alone of which something is not in Jira yet, and says so (T8)', async () => {
    await writeAsWilhelmina();
    app.site.faults.set({ queue: { lateMs: 900_000 } });
    await visitor.send('Still on its way 0815-unmistakable');
    const [first] = await erase();
    expect(first).toMatchObject({ erased: [], waiting: [{ waiting: 1 }] });
    app.site.faults.set({});
    await app.clock.advance(30 * 60_000);
    await chat.settle();
    expect((await erase())[0]).toMatchObject({ erased: [{ messages: 3 }], waiting: [] });
    expect(stored()).not.toContain('0815-unmistakable');
  });

  it('of a customer of the portal leaves no account either, and they start anew (T8)', async () => {
    const start = { portalId: '1', message: WORDS, clientMessageId: randomUUID() };
    const begun = await app.value('cara', 'startConversation', start);
    await chat.settle();
    const accountId = app.accountId('cara');
    const conversation = async () =>
      (await app.value('cara', 'getPortalAvailability', { portalId: '1' })).widget?.conversation;
    expect(await conversation()).toMatchObject({ id: begun.conversationId });
    expect(stored()).toContain(accountId);
    const [receipt] = await erase('pia', randomUUID(), { accountId });
    expect(receipt).toMatchObject({ erased: [{ conversationId: begun.conversationId, own: true }] });
    expect(stored()).not.toContain(accountId);
    expect(stored()).not.toContain(WORDS);
    expect(await conversation()).toBeUndefined();
  });

  it('keeps out what the customer’s page and the agents are sending at that moment (T8)', async () => {
    await writeAsWilhelmina();
    const late = 'At the very same moment 0815-unmistakable';
    const results = await Promise.all([erase(), visitor.send(late), chat.reply(ANSWER).catch(() => null)]);
    await chat.settle();
    // Whoever came first: a message that was taken is erased with the next attempt, none comes after it.
    if (results[0][0]?.erased.length === 0) await erase();
    await app.site.leap(24 * 60 * 60_000);
    for (const trace of [ADDRESS, NAME, WORDS, ANSWER, late]) expect(stored()).not.toContain(trace);
  });

  it('is one line of the log, however often it is asked for, and never says of whom (T8)', async () => {
    await writeAsWilhelmina();
    const operationId = randomUUID();
    const [first] = await erase('pia', operationId);
    const [again] = await erase('pia', operationId);
    expect(again).toMatchObject({ erased: [], fingerprint: first?.fingerprint });
    const { rows } = await app.value('pia', 'getProjectLog', { projectId: SUP });
    const lines = rows.filter(({ event }) => event === 'erased-person');
    expect(lines).toMatchObject([{ actor: { accountId: app.accountId('pia') }, subject: null }]);
  });

  it('goes on where storage failed in the middle (T8)', async () => {
    await writeAsWilhelmina();
    app.site.faults.set({ storage: { throttled: 0.88 }, seed: 5 });
    const outcomes: string[] = [];
    for (let tries = 0; tries < 8; tries++) {
      const asked = { projectId: SUP, whom, operationId: randomUUID() };
      outcomes.push(await app.clock.run(app.code('pia', 'erasePerson', asked)));
    }
    expect(outcomes).toContain('unavailable');
    app.site.faults.set({});
    await erase();
    for (const trace of [ADDRESS, NAME, WORDS, ANSWER, PAGE]) expect(stored()).not.toContain(trace);
  });

  it('takes what an account wrote out of others’ chats too, and an edit in Jira brings nothing back (T8)', async () => {
    await visitor.start('Somebody else’s question');
    await chat.settle();
    const theirs = 'I know the answer 0815-unmistakable';
    const request = aRequest(app, chat);
    const commentId = await request.write('bo', theirs);
    expect(stored()).toContain(theirs);
    await erase('pia', randomUUID(), { accountId: app.accountId('bo') });
    expect(stored()).not.toContain('0815-unmistakable');
    await app.clock.advance(60_000);
    await request.edit('bo', commentId, 'I know it better 0815-unmistakable');
    await app.site.leap(24 * 60 * 60_000);
    expect(stored()).not.toContain('0815-unmistakable');
    const { messages } = await chat.open();
    expect(messages.map(({ text }) => text)).toEqual(['Somebody else’s question', '']);
  });
});
