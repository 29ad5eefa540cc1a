import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Conversation, type Visitor } from '../../src/domain/conversation';
import { pulseOf } from '../../src/domain/pulse';
import { startConversation } from '../../src/domain/conversation-transitions';
import { systemCrypto, systemRandom } from '../../src/platform/system';
import { pollConversation } from '../../src/usecases/poll-conversation';
import { sendMessage } from '../../src/usecases/send-message';
import { aSite } from '../support/a-site';
import { aVisitor } from '../support/a-visitor';
import { MINUTE, NOON } from '../support/desk-builders';
import { stormScale } from '../support/storm-scale';

/** Nobody's: all anonymous visitors of a portal have it. */
const SHARED = 'unidentified';
const CUSTOMERS = ['cara', 'milo', 'nadia'];

const nobody: Visitor = { kind: 'anonymous', name: null, email: null, accountId: null };
const VISITORS: Visitor[] = [
  nobody,
  ...CUSTOMERS.map((accountId): Visitor => ({ ...nobody, kind: 'portal', accountId })),
  // Known by an address that they typed: the account became known with the request.
  ...CUSTOMERS.map((accountId): Visitor => ({ ...nobody, kind: 'registered', email: 'a@b.c', accountId })),
  { ...nobody, kind: 'signed', email: 'a@b.c', accountId: 'cara' },
  // Its account was closed.
  { ...nobody, kind: 'portal' },
];

interface Chat {
  token: string;
  /** Whose account opens it. */
  owner: string | null;
  conversation: Conversation;
}

function aChat(visitor: Visitor): Chat {
  const token = systemRandom.secret();
  const begun = startConversation({
    id: systemRandom.id(),
    projectId: '10001',
    visitor,
    tokenHash: systemCrypto.hash(token),
    page: null,
    locale: null,
    serviceDeskId: '1',
    message: 'Hello',
    clientMessageId: randomUUID(),
    now: NOON,
  });
  if (begun.kind !== 'changed') throw new Error('the conversation did not begin');
  return {
    token,
    owner: visitor.kind === 'portal' ? visitor.accountId : null,
    conversation: begun.conversation,
  };
}

const changed = (text: string, at: number): string => {
  const place = at % text.length;
  const other = text[place] === 'A' ? 'B' : 'A';
  return text.slice(0, place) + other + text.slice(place + 1);
};

/** What somebody might show: their own token, one that is nearly right, none. */
const shownToken = fc.oneof(
  fc.record({ kind: fc.constant('of' as const), index: fc.nat() }),
  fc.record({ kind: fc.constant('nearly' as const), index: fc.nat(), at: fc.nat(42) }),
  fc.record({ kind: fc.constant('text' as const), text: fc.base64String({ maxLength: 44 }) }),
  fc.constant({ kind: 'none' as const }),
);
type Shown = typeof shownToken extends fc.Arbitrary<infer Value> ? Value : never;

const aTry = fc.record({
  door: fc.nat(),
  shown: shownToken,
  account: fc.constantFrom(null, SHARED, '', ...CUSTOMERS),
  does: fc.constantFrom('poll', 'send'),
});

describe('R8: what opens a conversation', () => {
  it('is its own token, or without one the account of its own customer: nothing else in tens of thousands of tries', async () => {
    const chats = Array.from({ length: 20 }, () => VISITORS.map(aChat)).flat();
    const byId = new Map(chats.map((chat) => [chat.conversation.id, chat.conversation]));
    const ports = {
      conversations: {
        read: (id: string) => Promise.resolve(byId.get(id) ?? null),
        pulse: (id: string) => Promise.resolve(pulseOf(byId.get(id) ?? (chats[0] as Chat).conversation)),
        commit: () => Promise.resolve('committed'),
      },
      // Chat is on, and nobody is blocked.
      blocks: { standing: () => Promise.resolve({ widgetId: 'W', isBlocked: false }) },
      jobs: { push: () => Promise.resolve() },
      slots: { take: () => Promise.resolve(true) },
      polls: { read: () => undefined, save: () => undefined, readAhead: () => undefined },
      live: { ping: () => Promise.resolve() },
      clock: { now: () => NOON + MINUTE },
      random: systemRandom,
      crypto: systemCrypto,
    } as unknown as Parameters<typeof pollConversation>[0] & Parameters<typeof sendMessage>[0];
    const chatAt = (index: number): Chat => chats[index % chats.length] as Chat;
    const tokenOf = (shown: Shown): string | undefined => {
      switch (shown.kind) {
        case 'of':
          return chatAt(shown.index).token;
        case 'nearly':
          return changed(chatAt(shown.index).token, shown.at);
        case 'text':
          return shown.text;
        case 'none':
          return undefined;
      }
    };
    const opened = { token: 0, account: 0 };
    await fc.assert(
      fc.asyncProperty(aTry, async ({ door, shown, account, does }) => {
        // Every fourth one shows something for the very conversation, or nothing would ever open.
        const {
          token: own,
          owner,
          conversation,
        } = door % 4 === 0 && 'index' in shown ? chatAt(shown.index) : chatAt(door);
        const token = tokenOf(shown);
        const key = { conversationId: conversation.id, token, account };
        const answer =
          does === 'poll'
            ? await pollConversation(ports, { ...key, after: 99 })
            : await sendMessage(ports, { ...key, message: 'Hello', clientMessageId: 'another' });
        const fits = token === undefined ? owner !== null && owner === account : token === own;
        expect(answer.ok || answer.error.visitor?.error).toBe(fits || 'not-found');
        if (fits) opened[token === undefined ? 'account' : 'token']++;
      }),
      { numRuns: 10_000 * stormScale() },
    );
    // The controls: both kinds of keys do open.
    expect(opened.token).toBeGreaterThan(100 * stormScale());
    expect(opened.account).toBeGreaterThan(100 * stormScale());
  }, 120_000);

  it('holds through web trigger and resolver: every key of ten chats at every door', async () => {
    const app = await aSite();
    await app.goOnline('ann');
    const widgetId = await app.widgetId('SUP');
    const doors: { id: string; token: string; owner: string | null }[] = [];
    for (let count = 0; count < 5; count++) {
      const visitor = aVisitor(app, widgetId);
      await visitor.start('Hello');
      doors.push({ id: visitor.conversationId(), token: visitor.token(), owner: null });
    }
    for (const account of ['anonymous', 'cara', 'cara', 'milo', 'nadia']) {
      const opening = { portalId: '1', message: 'Hello', clientMessageId: randomUUID() };
      const { conversationId: id, token } = await app.value(account, 'startConversation', opening);
      doors.push({ id, token, owner: account === 'anonymous' ? null : account });
    }
    for (const { id, token: own, owner } of doors) {
      for (const { token } of doors) {
        const path = `/v1/conversations/${id}/poll`;
        const body = JSON.stringify({ token, after: 0 });
        const { status } = await app.site.webTrigger({ method: 'POST', path, body });
        expect(status).toBe(token === own ? 200 : 404);
        const asked = { conversationId: id, token, after: 0 };
        expect(await app.code('cara', 'pollConversation', asked)).toBe(token === own ? 'ok' : 'not-found');
      }
      for (const account of [...CUSTOMERS, 'anonymous', 'ann', 'joe']) {
        const code = await app.code(account, 'pollConversation', { conversationId: id, after: 0 });
        expect(code).toBe(account === owner ? 'ok' : 'not-found');
      }
    }
  });
});
