import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { systemCrypto } from '../../src/platform/system';
import { MINUTE } from '../support/desk-builders';
import { SUP, aSite } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';

/** A tenth of the size that the chat is to stand: 10,000 messages over 200 conversations. */
const CONVERSATIONS = 20;
const MESSAGES = 50;

interface Comment {
  author: { accountId: string };
  body: unknown;
}

/** What was typed, out of a comment that the app brought: under the visitor's name. */
const textOf = (body: unknown): string[] =>
  [...JSON.stringify(body).matchAll(/"(message \d+ of \d+)"/g)].map(([, text]) => String(text));

it('with faulty storage, a faulty Jira and jobs that run twice and late, no message is lost or doubled and each conversation keeps its order', async () => {
  const app = await aSite();
  await app.goOnline('ann');
  const widgetId = await app.widgetId('SUP');
  const visitors = Array.from({ length: CONVERSATIONS }, () => aVisitor(app, widgetId));
  app.site.faults.set({
    storage: { throttled: 0.03, lostBefore: 0.02, lostAfter: 0.02 },
    jira: { throttled: 0.03, lostBefore: 0.03, lostAfter: 0.03 },
    queue: { duplicate: 0.2, lateMs: 20_000 },
    seed: 42,
  });

  // As a page does: the same message is sent until it is acknowledged.
  const until = async (isDone: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; tries < 50; tries++) {
      if (await isDone()) return;
      await app.clock.advance(1_000);
    }
    throw new Error('a message was never acknowledged');
  };
  const say = async (visitor: VisitorDriver, index: number, text: string): Promise<void> => {
    const clientMessageId = randomUUID();
    await until(async () => {
      const { status } =
        index === 0
          ? await visitor.start(text, { clientMessageId })
          : await visitor.send(text, clientMessageId);
      return status < 300;
    });
  };
  for (let index = 0; index < MESSAGES; index++) {
    for (const [number, visitor] of visitors.entries())
      await say(visitor, index, `message ${index} of ${number}`);
    await app.clock.advance(5_000);
  }
  await app.clock.advance(60 * MINUTE);
  app.site.faults.set({});
  await app.clock.advance(60 * MINUTE);

  const accountId = app.accountId('ann');
  for (const [number, visitor] of visitors.entries()) {
    const expected = Array.from({ length: MESSAGES }, (_, index) => `message ${index} of ${number}`);
    const view = await app.value('ann', 'getConversation', { conversationId: visitor.conversationId() });
    expect(view.messages.map(({ text }) => text)).toEqual(expected);
    expect(view.messages.every(({ delivery }) => delivery === 'delivered')).toBe(true);
    const found = await app.site.jira.handle({
      method: 'GET',
      path: `/rest/api/3/issue/${String(view.row.issueKey)}/comment?maxResults=100&orderBy=created`,
      actor: { kind: 'user', accountId },
    });
    const { comments } = JSON.parse(found.body) as { comments: Comment[] };
    expect(comments.flatMap(({ body }) => textOf(body))).toEqual(expected.slice(1));
  }
  const all = await app.site.jira.handle({
    method: 'GET',
    path: `/rest/api/3/search/jql?jql=${encodeURIComponent(`project = ${SUP} AND text ~ "message 0 of"`)}&fields=summary&maxResults=100`,
    actor: { kind: 'user', accountId },
  });
  const { issues } = JSON.parse(all.body) as { issues: { fields: { summary: string } }[] };
  expect(issues.map(({ fields }) => fields.summary).sort()).toEqual(
    visitors.map((_, number) => `message 0 of ${number}`).sort(),
  );
}, 300_000);

it('the token of one conversation never opens another, in 10,000 tries', () => {
  const token = (): string => randomBytes(32).toString('base64url');
  const own = systemCrypto.hash(token());
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const other = Buffer.from(bytes).toString('base64url');
      expect(systemCrypto.equal(systemCrypto.hash(other), own)).toBe(false);
      expect(systemCrypto.equal(systemCrypto.hash(other), systemCrypto.hash(other))).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});
