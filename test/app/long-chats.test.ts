import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { adfOfText } from '../../local/jira/records/adf';
import type { Conversation, ConversationEvent } from '../../src/domain/conversation';
import {
  ANSWERING_EVENTS,
  CONVERSATION_EVENTS,
  EVENTS_PER_VIEW,
  PENDING_MESSAGES,
  REMEMBERED_AUTHORS,
  REMEMBERED_MESSAGES,
} from '../../src/domain/limits';
import { storedBytes } from '../../src/domain/stored-bytes';
import { encodeLedger } from '../../src/platform/conversation-ledger';
import { encodeConversation } from '../../src/platform/conversation-record';
import { storageKey } from '../../src/platform/storage';
import { SUP, aWarmSite, type SiteDriver } from '../support/a-site';
import { aChat } from '../support/a-chat';
import { aVisitor } from '../support/a-visitor';
import { NOON } from '../support/desk-builders';
import { fullContext } from '../support/full-context';
import {
  aStoredChat,
  chatId,
  forgetLedger,
  storeChats,
  storedChat,
  storedChats,
  storedLedger,
} from '../support/stored-chats';

let app: SiteDriver;
beforeEach(async () => {
  app = await aWarmSite();
});

/** As full as a chat can be: everything of which there is a bound is at it, with the longest ids that Jira gives. */
function aFullChat(name: string): Conversation {
  const most = CONVERSATION_EVENTS + ANSWERING_EVENTS;
  const account = (index: number): string => `712020:${String(index).padStart(121, '0')}`;
  return aStoredChat(name, {
    n: most,
    page: `https://shop.example/${'ä'.repeat(979)}`,
    context: fullContext(),
    visitor: { kind: 'registered', name: '😀'.repeat(100), email: 'e'.repeat(254), accountId: account(0) },
    comments: Object.fromEntries(
      Array.from({ length: most }, (_, index) => [
        String(1e18 + index * 1e4),
        { n: most - index, at: NOON + index, edit: most * 2 },
      ]),
    ),
    recentIds: Array.from({ length: REMEMBERED_MESSAGES }, (_, index) => ({ id: account(index), n: most })),
    sentAt: Array.from({ length: 20 }, () => NOON),
    authors: Array.from({ length: REMEMBERED_AUTHORS }, (_, index) => account(index)),
    failed: Array.from({ length: most / 2 }, (_, index) => index + 1_000),
    pending: Array.from({ length: PENDING_MESSAGES }, (_, index) => ({
      n: most - index,
      text: 'x'.repeat(9_500),
      attempt: { id: account(index), at: NOON, count: 100, asked: true },
      doubt: { since: NOON, lookAt: NOON },
    })),
    last: { at: NOON, from: 'visitor', author: account(1), line: '😀'.repeat(140), n: most, heardAt: NOON },
    firstLine: '😀'.repeat(140),
    status: 'Waiting for support',
  });
}

const cost = async (
  what: () => Promise<unknown>,
): Promise<{ calls: number; bytes: number; largest: number }> => {
  app.site.stats.reset();
  await what();
  const kinds = Object.entries(app.site.stats.snapshot().storage).filter(([kind]) =>
    /get$|query$/.test(kind),
  );
  return {
    calls: kinds.reduce((sum, [, { calls }]) => sum + calls, 0),
    bytes: kinds.reduce((sum, [, { bytesRead }]) => sum + bytesRead, 0),
    largest: Math.max(...kinds.map(([, { bytesRead, calls }]) => (calls === 0 ? 0 : bytesRead / calls))),
  };
};

describe('F17: what lists and pages read, whatever a chat holds', () => {
  it('the largest record there can be leaves room within the 240 KiB that Forge takes', () => {
    const full = aFullChat('full');
    expect(storedBytes(encodeLedger(full))).toBeLessThan(240 * 1024);
    expect(storedBytes(encodeConversation(full))).toBeLessThan(6 * 1024);
  });

  it('25 rows of full chats, 300 of which wait: at most four reads and 100 KB', async () => {
    storeChats(
      app,
      storedChats(300, (index) => `waits-${index}`),
    );
    const long = (at: number): Partial<Conversation> => {
      const { id: _id, last, visitor, authors, ...full } = aFullChat('any');
      return {
        ...full,
        authors: authors.slice(0, 2),
        last: { ...last, at, heardAt: at, since: NOON - 1e9, line: 'l'.repeat(140) },
        firstLine: 'f'.repeat(140),
        visitor: { ...visitor, name: 'Vera' },
      };
    };
    storeChats(
      app,
      storedChats(25, (index) => `long-${index}`, long, NOON + 1e6),
    );
    for (const filter of ['all', 'unresolved', 'unanswered'] as const) {
      const { calls, bytes } = await cost(async () => {
        const { rows } = await app.value('ann', 'listConversations', { projectId: SUP, filter });
        expect(rows.map(({ conversationId: id }) => id.startsWith('long'))).toEqual(Array(25).fill(true));
      });
      expect(calls).toBeLessThanOrEqual(4);
      expect(bytes).toBeLessThan(100 * 1024);
    }
  });

  it('a reply in a chat that takes nothing more is refused before it is in Jira', async () => {
    const n = CONVERSATION_EVENTS + ANSWERING_EVENTS;
    storeChats(app, [aStoredChat('full', { n, issue: { id: '10200', key: 'SUP-200' } })]);
    app.site.stats.reset();
    const reply = { conversationId: chatId('full'), message: 'Hello', operationId: randomUUID() };
    expect(await app.code('ann', 'reply', reply)).toBe('limit');
    expect(Object.keys(app.site.stats.snapshot().jira).filter((call) => /POST .*comment/.test(call))).toEqual(
      [],
    );
  });

  /** A chat of so many messages, each the longest that there is, all delivered. */
  function storeLongChat(name: string, messages: number, more: Partial<Conversation> = {}): string {
    const n = messages * 2;
    const chat = aStoredChat(name, { n, ...more });
    storeChats(app, [chat]);
    for (let index = 0; index < messages; index++) {
      const of = index * 2 + 1;
      const at = NOON + index;
      const said: ConversationEvent = {
        n: of,
        at,
        kind: 'message',
        from: 'visitor',
        author: null,
        text: `${index} ${'😀'.repeat(3_980)}`,
        clientMessageId: `m${index}`,
      };
      for (const event of [said, { n: of + 1, at, kind: 'delivered', of }])
        app.site.kvs.handle(
          '/api/v1/set',
          JSON.stringify({ key: storageKey.event(chat.id, event.n), value: event }),
        );
    }
    return chat.id;
  }

  it('a chat of 500 messages and 8 MB opens with two reads, and goes backwards to its first, each message once', async () => {
    const id = storeLongChat('long', 500, { failed: [3], pending: [{ n: 999, text: 'x', attempt: null }] });
    const { calls, largest } = await cost(() => app.value('ann', 'getConversation', { conversationId: id }));
    expect(calls).toBeLessThanOrEqual(2);
    expect(largest).toBeLessThan(1024 * 1024);
    const messages = await aChat(app, () => ({ conversationId: () => id })).transcript();
    expect(messages.map(({ n }) => n)).toEqual(Array.from({ length: 500 }, (_, index) => index * 2 + 1));
    // What became of a message is told on its own page, though other pages hold what tells of it.
    expect(
      messages.filter(({ delivery }) => delivery !== 'delivered').map(({ n, delivery }) => [n, delivery]),
    ).toEqual([
      [3, 'failed'],
      [999, 'stored'],
    ]);
  });

  it('a reply in it is done and told as done', async () => {
    const visitor = aVisitor(app, await app.widgetId('SUP'));
    await app.goOnline('ann');
    await visitor.start('Hello');
    const chat = aChat(app, () => visitor);
    await chat.settle();
    for (let index = 0; index < 20; index++) {
      await visitor.send(`${index} ${'😀'.repeat(3_980)}`);
      await app.clock.advance(20_000);
    }
    const { messages, earlier } = await chat.reply('Still here');
    expect(messages.at(-1)).toMatchObject({ text: 'Still here', from: 'agent' });
    expect(earlier).not.toBeNull();
    expect(messages.length).toBeLessThanOrEqual(EVENTS_PER_VIEW);
  });

  it('T5: what becomes of an earlier message is told on the newest page', async () => {
    const visitor = aVisitor(app, await app.widgetId('SUP'));
    await app.goOnline('ann');
    await visitor.start('Hello');
    const chat = aChat(app, () => visitor);
    await chat.settle();
    const comments = `/rest/api/3/issue/${(await chat.open()).row.issueKey}/comment`;
    const { status, body } = await chat.jira('ann', 'POST', comments, {
      body: adfOfText('Soon'),
      properties: [{ key: 'sd.public.comment', value: { internal: false } }],
    });
    expect(status).toBe(201);
    await app.clock.advance(60_000);
    expect((await chat.open()).messages.map(({ text }) => text)).toEqual(['Hello', 'Soon']);
    for (let index = 0; index < EVENTS_PER_VIEW; index++) {
      await visitor.send(`and ${index}`);
      await app.clock.advance(20_000);
    }
    const before = await chat.open();
    expect(before.earlier).not.toBeNull();
    await chat.jira('ann', 'DELETE', `${comments}/${(body as { id: string }).id}`);
    await chat.settle();
    const after = await chat.open();
    expect(after.corrected).toBeGreaterThan(before.corrected);
    const messages = await chat.transcript();
    expect(messages.filter(({ deleted }) => deleted)).toHaveLength(1);
  });

  it('of a chat that began before its record told it, failed messages are failed on every page', async () => {
    const id = storeLongChat('before', 40);
    forgetLedger(app, id);
    app.site.kvs.handle(
      '/api/v1/set',
      JSON.stringify({
        key: storageKey.event(id, 80),
        value: { n: 80, at: NOON, kind: 'failed', of: 5, reason: 'refused' },
      }),
    );
    const messages = await aChat(app, () => ({ conversationId: () => id })).transcript();
    expect(messages.filter(({ delivery }) => delivery === 'failed').map(({ n }) => n)).toEqual([5]);
  });
});

describe('a record and its ledger', () => {
  it('a chat that was stored in one record is split by its next change, and loses nothing', async () => {
    const chat = aFullChat('one');
    storeChats(app, [{ ...chat, comments: { '10001': { n: 2, at: NOON } }, pending: [], failed: undefined }]);
    forgetLedger(app, chat.id);
    expect(storedChat(app, chat.id)).toContain('recentIds');
    await app.value('ann', 'typing', { conversationId: chat.id });
    expect(storedChat(app, chat.id)).not.toContain('recentIds');
    expect(JSON.parse(storedLedger(app, chat.id))).toMatchObject({
      value: { comments: { '10001': [2, NOON] }, authors: chat.authors, rest: { page: chat.page } },
    });
  });

  it('R1: of different moments they are read again, and never stored together', async () => {
    const id = chatId('torn');
    storeChats(app, [aStoredChat('torn', { issue: null })]);
    const { value } = JSON.parse(storedLedger(app, id)) as { value: { rev: number } };
    const set = (rev: number) =>
      app.site.kvs.handle(
        '/api/v1/set',
        JSON.stringify({ key: storageKey.ledger(id), value: { ...value, rev } }),
      );
    set(value.rev - 1);
    const { kvs } = app.site;
    const handle = kvs.handle.bind(kvs);
    let reads = 0;
    kvs.handle = (path, body) => {
      if (path.endsWith('/batch/get') && body.includes(storageKey.ledger(id)) && ++reads === 3)
        set(value.rev);
      return handle(path, body);
    };
    expect(await app.code('ann', 'getConversation', { conversationId: id })).toBe('ok');
    expect(reads).toBe(3);
    set(value.rev + 1);
    expect(await app.code('ann', 'typing', { conversationId: id })).toBe('unavailable');
  });
});

describe('T8: a chat of 2,000 events', () => {
  it('is erased a part at a time, to its last word', async () => {
    const chat = aStoredChat('all', { n: 2_000 });
    storeChats(app, [chat]);
    const bo = app.accountId('bo');
    for (let n = 1; n <= 2_000; n++) {
      const event = {
        n,
        at: NOON,
        kind: 'message',
        from: 'agent',
        author: bo,
        text: `words-of-2000-events ${n}`,
        clientMessageId: null,
      };
      app.site.kvs.handle('/api/v1/set', JSON.stringify({ key: storageKey.event(chat.id, n), value: event }));
    }
    app.site.stats.reset();
    const run = async (body: object): Promise<void> => {
      app.site.queue.push({ queueName: 'jobs', jobId: randomUUID(), payload: [{ body }] });
      await app.clock.run(app.site.idle());
    };
    const keeps = (words: string): boolean => JSON.stringify(app.site.kvs.snapshot()).includes(words);
    await run({ kind: 'erase-in-chats', accountId: bo, projectId: SUP, cursor: null });
    expect([keeps(`"author":"${bo}"`), keeps('words-of-2000-events')]).toEqual([false, true]);
    await run({ kind: 'erase-chat', conversationId: chat.id });
    expect(keeps('words-of-2000-events')).toBe(false);
    // 500 events a job: four for each, and the one that looked for chats.
    expect(app.site.stats.snapshot().queue.delivered).toBe(9);
  });
});
