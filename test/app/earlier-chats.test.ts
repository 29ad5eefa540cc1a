import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CustomerKnown } from '../../src/contract/customer';
import type { StartedBody } from '../../src/contract/conversation';
import type { Conversation } from '../../src/domain/conversation';
import { CHATS_SEARCHED, EARLIER_CHATS } from '../../src/domain/inbox-limits';
import { aChat } from '../support/a-chat';
import { aSiteBackEnd } from '../support/a-signed-person';
import { HR, SUP, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { HOUR, NOON } from '../support/desk-builders';
import { aStoredChat, chatId, spoke, storeChats, storedChats } from '../support/stored-chats';

let app: SiteDriver;
beforeEach(async () => {
  app = await aSite();
});

const known = (conversationId: string): Promise<CustomerKnown> =>
  app.value('ann', 'getCustomer', { conversationId });
const earlierOf = async (conversationId: string): Promise<string[] | null> => {
  const { earlier } = await known(conversationId);
  return earlier && earlier.map(({ firstLine }) => firstLine);
};

/** A chat of Cara's on the portal, from so many hours before noon. */
function carasChat(name: string, hours: number, overrides: Partial<Conversation> = {}): Conversation {
  const at = NOON - hours * HOUR;
  const visitor = { kind: 'portal', name: null, email: null, accountId: app.accountId('cara') } as const;
  return aStoredChat(name, { visitor, createdAt: at, last: spoke('visitor', at), ...overrides });
}

describe('D9: earlier chats of the customer whose chat is open', () => {
  it('are those of the same account of the portal that began before it, the last word first', async () => {
    storeChats(app, [
      carasChat('this', 2),
      carasChat('before', 5, {
        status: 'Resolved',
        ended: true,
        endedAt: NOON,
        issue: { id: '9', key: 'SUP-9' },
      }),
      carasChat('long-before', 9, { issue: null, last: spoke('agent', NOON - 8 * HOUR) }),
      carasChat('later', 1),
      carasChat('of-hr', 6, { projectId: HR }),
      carasChat('of-another', 6, {
        visitor: { kind: 'portal', name: null, email: null, accountId: app.accountId('lee') },
      }),
    ]);
    const { requestsUrl: _url, ...customer } = await known(chatId('this'));
    expect(customer).toEqual({
      now: new Date(app.clock.now()).toISOString(),
      earlier: [
        {
          conversationId: chatId('before'),
          firstLine: 'This is before',
          lastAt: new Date(NOON - 5 * HOUR).toISOString(),
          issueKey: 'SUP-9',
          status: 'Resolved',
          unanswered: false,
          failure: null,
        },
        {
          conversationId: chatId('long-before'),
          firstLine: 'This is long-before',
          lastAt: new Date(NOON - 8 * HOUR).toISOString(),
          issueKey: null,
          status: null,
          unanswered: false,
          failure: null,
        },
      ],
      isMore: false,
      isPart: false,
    });
  });

  it('and of the person whom the web site signed, on whatever device', async () => {
    const backEnd = await aSiteBackEnd(app);
    await app.goOnline('ann');
    const start = async (sub: string, message: string): Promise<string> => {
      const { body } = await app.site.webTrigger({
        method: 'POST',
        path: '/v1/conversations',
        headers: { Origin: 'https://shop.example' },
        body: JSON.stringify({
          widgetId: backEnd.widgetId,
          message,
          clientMessageId: randomUUID(),
          identity: backEnd.tokenOf(sub),
        }),
      });
      await app.clock.run(app.site.idle());
      await app.clock.advance(61_000);
      return (JSON.parse(String(body)) as StartedBody).conversationId;
    };
    await start('alice', 'My salary');
    await start('bob', 'My holidays');
    // Named as somebody else is called, with their address: the signature counts.
    const again = await start('alice', 'My salary again');
    expect(await earlierOf(again)).toEqual(['My salary']);
    expect((await known(again)).requestsUrl).toBeNull();
  });

  it('are nobody’s by an address that somebody typed, also after an agent replied to it (T1)', async () => {
    const widgetId = await app.widgetId('SUP');
    await app.goOnline('ann');
    const typing = { name: 'Cara Customer', email: 'cara@example.com' };
    const visitors: VisitorDriver[] = [];
    for (const message of ['My zip is stuck', 'Tell me all that I told you']) {
      const visitor = aVisitor(app, widgetId);
      const chat = aChat(app, () => visitor);
      await visitor.start(message, typing);
      await chat.settle();
      await chat.reply('Try soap', 'ann');
      await chat.settle();
      expect((await chat.open()).row.confidence).toBe('confirmed');
      visitors.push(visitor);
    }
    storeChats(app, [carasChat('of-her-account', 5)]);
    const stranger = visitors[1]?.conversationId() ?? '';
    expect(await known(stranger)).toMatchObject({ earlier: null, requestsUrl: null, isPart: false });
  });

  it('do not hold what somebody wrote who only typed the address of this account (T1)', async () => {
    const accountId = app.accountId('cara');
    const typed = { kind: 'registered', name: 'Cara', email: 'cara@example.com', accountId } as const;
    storeChats(app, [
      carasChat('this', 1),
      carasChat('typed', 3, { visitor: typed, registration: { state: 'done', triedAt: NOON, by: 'ann' } }),
    ]);
    expect(await earlierOf(chatId('this'))).toEqual([]);
  });

  it('are so many at most, and it says that there are more', async () => {
    const earlier = Array.from({ length: EARLIER_CHATS + 1 }, (_, index) =>
      carasChat(`chat-${String(index)}`, index + 1),
    );
    storeChats(app, [carasChat('this', 0), ...earlier]);
    const { earlier: shown, isMore, isPart } = await known(chatId('this'));
    expect(shown?.map(({ firstLine }) => firstLine)).toEqual(
      earlier.slice(0, EARLIER_CHATS).map(({ firstLine }) => firstLine),
    );
    expect([isMore, isPart]).toEqual([true, false]);
  });

  it('are looked for among as many chats as a search looks through, and it says where there are more', async () => {
    storeChats(
      app,
      storedChats(CHATS_SEARCHED, (index) => `other-${String(index)}`),
    );
    storeChats(app, [carasChat('this', -1), carasChat('behind-all-others', 9)]);
    app.site.stats.reset();
    expect(await known(chatId('this'))).toMatchObject({ earlier: [], isMore: false, isPart: true });
    expect(app.site.stats.snapshot().storage).toMatchObject({
      'entity/query': { calls: CHATS_SEARCHED / 100 },
    });
  });

  it('cost nothing for a customer for whom nobody vouches', async () => {
    storeChats(app, [aStoredChat('this')]);
    await app.value('ann', 'getConversation', { conversationId: chatId('this') });
    app.site.stats.reset();
    await known(chatId('this'));
    const { storage, jira } = app.site.stats.snapshot();
    expect([storage['entity/query'], jira]).toEqual([undefined, {}]);
  });

  it('beside Jira’s own search for the account’s requests in the same project', async () => {
    storeChats(app, [carasChat('this', 1)]);
    const { requestsUrl } = await known(chatId('this'));
    expect(new URL(requestsUrl ?? '').searchParams.get('jql')).toBe(
      `project = ${SUP} AND reporter = "${app.accountId('cara')}" ORDER BY created DESC`,
    );
  });
});
