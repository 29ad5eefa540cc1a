import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, type VisitorDriver } from '../support/a-visitor';
import { MINUTE } from '../support/desk-builders';

let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;

beforeEach(async () => {
  app = await aSite();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann');
  await visitor.start('Buy cheap watches');
  await chat.settle();
});

async function deleteRequest(): Promise<void> {
  const { row } = await chat.open();
  const { status } = await chat.jira('pia', 'DELETE', `/rest/api/3/issue/${String(row.issueKey)}`);
  expect(status).toBe(204);
}

describe('a chat whose request was deleted in Jira', () => {
  it('has ended, with the reason, and waits for nobody any more', async () => {
    expect(await chat.inbox('unanswered')).toHaveLength(1);
    await deleteRequest();
    expect(await chat.inbox('unanswered')).toEqual([]);
    expect(await chat.inbox('all')).toMatchObject([{ ended: true, failure: 'request-gone', status: null }]);
    expect((await visitor.events()).at(-1)).toMatchObject({ kind: 'ended', reason: 'request-gone' });
  });

  it('had ended before as one that can be gone on with: its page learns that it cannot any more (C12)', async () => {
    const { row } = await chat.open();
    expect(await app.call('ann', 'resolve', { conversationId: row.conversationId })).toMatchObject({
      ok: true,
    });
    await app.site.idle();
    const ended = (await visitor.events()).filter(({ kind }) => kind === 'ended');
    expect(ended).toHaveLength(1);
    expect(ended[0]).not.toHaveProperty('reason');
    await deleteRequest();
    expect((await visitor.events()).at(-1)).toMatchObject({ kind: 'ended', reason: 'request-gone' });
  });

  it('is told of once, however often Jira says so', async () => {
    app.site.faults.set({ queue: { duplicate: 1 } });
    await deleteRequest();
    expect((await visitor.events()).filter(({ kind }) => kind === 'ended')).toHaveLength(1);
  });

  it('shows both sides that what the customer writes then is not delivered, and never will be', async () => {
    await deleteRequest();
    expect((await visitor.send('Are you there?')).status).toBe(202);
    await chat.settle();
    await app.clock.advance(60 * MINUTE);
    expect((await visitor.events()).slice(-2)).toMatchObject([{ kind: 'message' }, { kind: 'failed' }]);
    const { row, messages } = await chat.open();
    expect(row).toMatchObject({ failure: 'request-gone', pending: 0 });
    expect(messages.at(-1)).toMatchObject({ text: 'Are you there?', delivery: 'failed' });
  });

  it('takes no answer, and says so to the agent', async () => {
    const { row } = await chat.open();
    await deleteRequest();
    const { conversationId } = row;
    const answer = await app.call('ann', 'reply', {
      conversationId,
      message: 'Hello',
      operationId: randomUUID(),
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await visitor.events()).not.toContainEqual(expect.objectContaining({ from: 'agent' }));
  });

  it('shows the same when Jira’s event of it never came', async () => {
    app.site.faults.set({ queue: { lateMs: 900_000 } });
    await deleteRequest();
    app.site.faults.set({});
    await visitor.send('Are you there?');
    await chat.settle();
    expect((await visitor.events()).slice(-2)).toMatchObject([
      { kind: 'failed' },
      { kind: 'ended', reason: 'request-gone' },
    ]);
    expect((await chat.open()).row).toMatchObject({ failure: 'request-gone' });
    expect(await chat.inbox('unanswered')).toEqual([]);
  });
});
