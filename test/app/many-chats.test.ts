import { beforeEach, describe, expect, it } from 'vitest';
import type { InboxFilter } from '../../src/domain/conversation-listing';
import type { InboxRow } from '../../src/contract/inbox';
import type { Conversation } from '../../src/domain/conversation';
import { HERE_MS } from '../../src/domain/limits';
import { INBOX_PAGE } from '../../src/domain/inbox-limits';
import { SUP, aWarmSite, type SiteDriver } from '../support/a-site';
import { aChat } from '../support/a-chat';
import { aVisitor } from '../support/a-visitor';
import { HOUR, NOON } from '../support/desk-builders';
import { inboxPages } from '../support/inbox-pages';
import {
  aStoredChat,
  chatId,
  forgetListing,
  spoke,
  storeChats,
  storeVisit,
  storedChats,
} from '../support/stored-chats';

let app: SiteDriver;
beforeEach(async () => {
  app = await aWarmSite();
});

const list = (filter: InboxFilter) => app.value('ann', 'listConversations', { projectId: SUP, filter });
const idsOf = (rows: InboxRow[]): string[] => rows.map(({ conversationId }) => conversationId);

/** What each list is of, and what is not on it. */
const LISTS: [
  filter: InboxFilter,
  on: (at: number) => Partial<Conversation>,
  off: (at: number) => Partial<Conversation>,
][] = [
  ['unanswered', (at) => ({ last: spoke('visitor', at) }), (at) => ({ last: spoke('agent', at) })],
  ['unanswered', (at) => ({ last: spoke('visitor', at) }), () => ({ ended: true })],
  ['mine', () => ({ assignee: app.accountId('ann') }), () => ({ assignee: app.accountId('bo') })],
  [
    'mine',
    () => ({ assignee: app.accountId('ann') }),
    () => ({ assignee: app.accountId('ann'), ended: true }),
  ],
  ['unassigned', () => ({ assignee: null }), () => ({ assignee: app.accountId('bo') })],
  ['unassigned', () => ({ assignee: null }), () => ({ assignee: null, ended: true })],
  ['unresolved', (at) => ({ last: spoke('agent', at) }), () => ({ ended: true })],
];

describe('the inbox with hundreds of chats', () => {
  it.each(LISTS)(
    'shows a chat in “%s” at once, though 200 others are newer (case %#)',
    async (filter, on, off) => {
      storeChats(
        app,
        storedChats(200, (index) => `other-${index}`, off, NOON + HOUR),
      );
      storeChats(
        app,
        storedChats(1, () => 'the-one', on),
      );
      const { rows, cursor } = await list(filter);
      expect(idsOf(rows)).toEqual([chatId('the-one')]);
      expect(cursor).toBeNull();
    },
  );

  it.each(LISTS)(
    'D2: “%s” goes on from page to page: the longest wait first, or the last message; each chat once, no page for nothing (case %#)',
    async (filter, on, off) => {
      const listed = storedChats(60, (index) => `on-${index}`, on);
      storeChats(app, listed);
      storeChats(
        app,
        storedChats(60, (index) => `off-${index}`, off, NOON + 500),
      );
      const pages = await inboxPages(app, filter);
      expect(pages.map(({ length }) => length)).toEqual([INBOX_PAGE, INBOX_PAGE, 10]);
      const ids = listed.map(({ id }) => id);
      expect(idsOf(pages.flat())).toEqual(filter === 'unanswered' ? ids.reverse() : ids);
    },
  );

  it('costs the same with 300 chats as with one', async () => {
    const costOf = async (filter: InboxFilter): Promise<unknown> => {
      app.site.stats.reset();
      await list(filter);
      const { storage } = app.site.stats.snapshot();
      return Object.fromEntries(Object.entries(storage).map(([kind, { calls }]) => [kind, calls]));
    };
    const one = storedChats(1, () => 'one');
    storeChats(app, one);
    const before = await costOf('unanswered');
    storeChats(
      app,
      storedChats(
        300,
        (index) => `more-${index}`,
        () => ({ ended: true }),
        NOON + HOUR,
      ),
    );
    expect(await costOf('unanswered')).toEqual(before);
    // The list, and how many are held back.
    expect(before).toMatchObject({ 'entity/query': 2 });
  });

  it('a chat is on the right lists after everything that can happen to it', async () => {
    const visitor = aVisitor(app, await app.widgetId('SUP'));
    const chat = aChat(app, () => visitor);
    const FILTERS: InboxFilter[] = ['unanswered', 'mine', 'unassigned', 'unresolved', 'all'];
    const on = async (): Promise<InboxFilter[]> => {
      const answers = await Promise.all(FILTERS.map((filter) => list(filter)));
      return FILTERS.filter((_, index) => answers[index]?.rows.length === 1);
    };
    await app.goOnline('ann');
    await visitor.start('Hello');
    await chat.settle();
    expect(await on()).toEqual(['unanswered', 'unassigned', 'unresolved', 'all']);
    const conversationId = visitor.conversationId();
    await app.value('ann', 'assignToMe', { conversationId });
    expect(await on()).toEqual(['unanswered', 'mine', 'unresolved', 'all']);
    await chat.reply('Good day', 'bo');
    expect(await on()).toEqual(['mine', 'unresolved', 'all']);
    await app.value('ann', 'resolve', { conversationId });
    expect(await on()).toEqual(['all']);
    await visitor.send('One more thing');
    await chat.settle();
    expect(await on()).toEqual(['unanswered', 'mine', 'unresolved', 'all']);
  });

  it.each(['unanswered', 'here', 'all'] as const)(
    'a cursor that no list gave is an invalid request, a storage that is down is not: %s',
    async (filter) => {
      const ask = (cursor: string) =>
        app.code('ann', 'listConversations', { projectId: SUP, filter, cursor });
      expect(await ask('no-cursor')).toBe('invalid-request');
      app.site.faults.set({ storage: { down: true } });
      expect(await ask('no-cursor')).toBe('unavailable');
    },
  );

  it('a chat stored before there were lists is on “all” only, until something happens to it', async () => {
    const chat = aStoredChat('old');
    storeChats(app, [chat]);
    forgetListing(app, chat.id);
    expect((await list('unanswered')).rows).toEqual([]);
    expect((await list('all')).rows).toMatchObject([{ conversationId: chat.id, unanswered: true }]);
    await app.value('ann', 'typing', { conversationId: chat.id });
    expect(idsOf((await list('unanswered')).rows)).toEqual([chat.id]);
  });
});

describe('“customer here now” with hundreds of chats', () => {
  const gone = (id: string): void => storeVisit(app, id, app.clock.now() - HERE_MS);
  const here = (id: string): void => storeVisit(app, id, app.clock.now() - 20_000);

  it('shows who is here, last message first, though 200 others are newer', async () => {
    const others = storedChats(200, (index) => `gone-${index}`, undefined, NOON + HOUR);
    const present = storedChats(60, (index) => `here-${index}`);
    storeChats(app, [...others, ...present]);
    for (const { id } of others.slice(0, 100)) gone(id);
    for (const { id } of present) here(id);
    const { rows, cursor } = await list('here');
    expect(idsOf(rows)).toEqual(present.map(({ id }) => id));
    expect(rows.every((row) => row.here)).toBe(true);
    expect(cursor).toBeNull();
  });

  it('goes on from page to page', async () => {
    const present = storedChats(130, (index) => `here-${index}`);
    storeChats(app, present);
    for (const { id } of present) here(id);
    const pages = await inboxPages(app, 'here');
    expect(pages.map(({ length }) => length)).toEqual([100, 30]);
    expect(new Set(idsOf(pages.flat()))).toEqual(new Set(present.map(({ id }) => id)));
  });

  it('ends two and a half minutes after the customer’s page was last heard of, and begins with the next word', async () => {
    const visitor = aVisitor(app, await app.widgetId('SUP'));
    await app.goOnline('ann');
    await visitor.start('Hello');
    await visitor.poll(0, true);
    const isHere = async (): Promise<boolean> => (await list('here')).rows.length === 1;
    expect(await isHere()).toBe(true);
    await app.clock.advance(HERE_MS - 1);
    expect(await isHere()).toBe(true);
    await app.clock.advance(1);
    expect(await isHere()).toBe(false);
    await visitor.poll(0, true);
    expect(await isHere()).toBe(true);
    expect((await list('all')).rows).toMatchObject([{ here: true }]);
  });
});
