import { beforeEach, describe, expect, it } from 'vitest';
import { CHATS_SEARCHED } from '../../src/domain/inbox-limits';
import { aChat } from '../support/a-chat';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { aSiteWithJira } from '../support/a-site-with-jira';
import { aVisitor } from '../support/a-visitor';
import { NOON, HOUR } from '../support/desk-builders';
import { aStoredChat, chatId, storeChats, storedChats } from '../support/stored-chats';

let app: SiteDriver;
beforeEach(async () => {
  app = await aSite();
});

const search = (query: string, cursor?: string) =>
  app.value('ann', 'searchChats', { projectId: SUP, query, ...(cursor !== undefined && { cursor }) });
const idsFor = async (query: string) =>
  (await search(query)).rows.map(({ conversationId }) => conversationId);

/** A chat in Jira that Ann has replied to and resolved. */
async function resolvedChat(): Promise<string> {
  const visitor = aVisitor(app, await app.widgetId('SUP'));
  const chat = aChat(app, () => visitor);
  await app.goOnline('ann');
  await visitor.start('A zip of my Heron is stuck');
  await chat.settle();
  await chat.reply('We mend every tent of ours', 'ann');
  await chat.reply('Send it to the workshop', 'ann');
  await app.value('ann', 'resolve', { conversationId: visitor.conversationId() });
  return visitor.conversationId();
}

describe('D2: every chat is findable in any state', () => {
  it('by text that is in the request alone, by its key, and by what the list shows', async () => {
    const id = await resolvedChat();
    for (const query of ['heron', 'mend every', 'workshop', 'SUP-4', 'sup-4'])
      expect(await idsFor(query)).toEqual([id]);
    expect(await idsFor('kayak')).toEqual([]);
    expect(await idsFor('SUP-999')).toEqual([]);
  });

  it('what Jira alone knows of it, behind as many chats as one search looks through', async () => {
    const id = await resolvedChat();
    storeChats(
      app,
      storedChats(
        CHATS_SEARCHED + 50,
        (index) => `other-${String(index)}`,
        undefined,
        app.clock.now() + HOUR,
      ),
    );
    expect(await idsFor('mend every')).toEqual([id]);
  });

  it('what it alone knows, page by page behind hundreds of others', async () => {
    storeChats(
      app,
      storedChats(CHATS_SEARCHED + 50, (index) => `other-${String(index)}`),
    );
    storeChats(app, [
      aStoredChat('oldest', {
        firstLine: 'About the Wren',
        last: { at: NOON - HOUR, from: 'visitor', author: null, line: 'Hello' },
      }),
    ]);
    const first = await search('wren');
    expect(first.rows).toEqual([]);
    const next = await search('wren', first.cursor ?? '');
    expect(next.rows).toMatchObject([{ conversationId: chatId('oldest') }]);
    expect(next.cursor).toBeNull();
  });

  it.each([400, 403, 500, 503])(
    'held back or without a request, too, and while Jira’s search answers %s',
    async (status) => {
      const { wire, ...site } = await aSiteWithJira();
      app = site;
      wire.instead = ({ path }) =>
        path.startsWith('/rest/api/3/search/jql') ? { status, body: '', headers: {} } : null;
      storeChats(app, [
        aStoredChat('held', { held: { since: NOON }, issue: null, firstLine: 'About the Wren' }),
      ]);
      expect(await idsFor('wren')).toEqual([chatId('held')]);
    },
  );

  it('and no chat of another project', async () => {
    storeChats(app, [aStoredChat('of-hr', { projectId: '10003', firstLine: 'About the Wren' })]);
    expect(await idsFor('wren')).toEqual([]);
  });

  it.each(['', '   ', 'x'.repeat(101)])(
    'a search for nothing, or for more than a line, is refused: “%s”',
    async (query) => {
      expect(await app.code('ann', 'searchChats', { projectId: SUP, query })).toBe('invalid-request');
    },
  );

  it('whatever somebody types is a search, and no query of theirs', async () => {
    await resolvedChat();
    for (const query of ['" OR project = OPS', "'; drop", 'text ~ "x"', '\\', '*', '{}[]()^~:?+-'])
      expect(await app.code('ann', 'searchChats', { projectId: SUP, query })).toBe('ok');
  });
});
