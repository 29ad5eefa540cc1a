import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { aChat, type ChatDriver } from '../support/a-chat';
import { aVisitor, said, type VisitorDriver } from '../support/a-visitor';
import { HOUR, MINUTE, NOON } from '../support/desk-builders';
import { heldChat } from '../support/held-chat';
import { storeChats, storedChats } from '../support/stored-chats';

let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;

beforeEach(async () => {
  app = await aSite();
  await app.goOnline('ann');
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
});

const held = (message = 'Is anybody there?') => heldChat(app, visitor, message);

const inbox = async (filter: 'held' | 'unanswered' | 'unresolved' | 'unassigned' | 'all') =>
  app.value('ann', 'listConversations', { projectId: SUP, filter });

const requests = (): string[] => app.site.jira.desk.issues.all().map(({ summary }) => summary);

const these = () => ({ conversationIds: [visitor.conversationId()] });

function decide(
  decision: 'release' | 'reject',
  { which = these(), operationId = randomUUID() }: { which?: object; operationId?: string } = {},
) {
  return app.value('ann', 'decideHeld', { projectId: SUP, which, decision, operationId } as never);
}

const whenDone = async (): Promise<void> => {
  await app.clock.advance(15_000);
  await chat.settle();
};

describe('A chat that is held back', () => {
  it('is acknowledged, read by its visitor, and stays out of Jira and of the agents’ lists (T6)', async () => {
    const { status, body } = await held();
    expect([status, body.held]).toEqual([201, true]);
    expect((await visitor.send('Hello?')).status).toBe(202);
    await app.clock.advance(20 * MINUTE);
    expect((await visitor.poll(0)).body).toMatchObject({ held: true, ended: false });
    expect(said(await visitor.events())).toEqual(['visitor: Is anybody there?', 'visitor: Hello?']);
    expect(requests()).not.toContain('Is anybody there?');
    for (const filter of ['unanswered', 'unresolved', 'unassigned'] as const)
      expect((await inbox(filter)).rows).toEqual([]);
    const since = new Date(app.clock.now() - 60 * MINUTE).toISOString();
    expect((await app.value('ann', 'getNewMessages', { since })).messages).toEqual([]);
    expect(await inbox('held')).toMatchObject({
      rows: [{ lastLine: 'Hello?', held: '2026-11-22T12:00:00.000Z', pending: 2, unanswered: false }],
      held: { count: 1, isMore: false },
    });
  });

  it('is read by agents, who release it before they reply (T6)', async () => {
    await held();
    expect((await chat.open()).messages.map(({ text }) => text)).toEqual(['Is anybody there?']);
    const message = { conversationId: visitor.conversationId(), message: 'Yes', operationId: randomUUID() };
    expect(await app.code('ann', 'reply', message)).toBe('conflict');
  });

  it('goes to Jira with all that was said ten seconds after it is released, and is new to agents then (T6)', async () => {
    await held();
    await visitor.send('Hello?');
    await app.clock.advance(5 * MINUTE);
    const since = new Date(app.clock.now()).toISOString();
    await decide('release');
    await app.clock.advance(9_000);
    expect(requests()).not.toContain('Is anybody there?');
    await whenDone();
    expect(requests()).toContain('Is anybody there?');
    expect((await visitor.poll(0)).body.held).toBeUndefined();
    const { messages } = await chat.open();
    expect(messages.map(({ delivery }) => delivery)).toEqual(['delivered', 'delivered']);
    expect((await inbox('unanswered')).held).toBeUndefined();
    expect((await app.value('ann', 'getNewMessages', { since })).messages).toMatchObject([
      { line: 'Hello?' },
    ]);
  });

  it('never goes to Jira once it is rejected; its visitor is told, and its words are erased within a day (T6)', async () => {
    await held('buy-now-815');
    await decide('reject');
    await whenDone();
    const { body } = await visitor.poll(0);
    expect(body.events.map(({ kind }) => kind)).toEqual(['message', 'failed', 'ended']);
    expect([body.ended, body.held]).toEqual([true, undefined]);
    // It can't be continued, and the customer's page says so before somebody tries.
    expect(body.events.at(-1)).toMatchObject({ kind: 'ended', reason: 'refused' });
    const refused = await visitor.send('But');
    expect([refused.status, refused.body]).toMatchObject([403, { error: 'closed' }]);
    await app.clock.advance(20 * MINUTE);
    expect(JSON.stringify(app.site.kvs.snapshot())).not.toContain('buy-now-815');
    expect(requests()).not.toContain('buy-now-815');
    expect((await visitor.poll(0)).status).toBe(200);
  });

  it('stays held when the decision is undone in time, and only then (T6)', async () => {
    await held();
    const operationId = randomUUID();
    const { undoUntil } = await decide('release', { operationId });
    expect(undoUntil).toBe(new Date(app.clock.now() + 10_000).toISOString());
    expect(await app.code('bo', 'undoDecideHeld', { projectId: SUP, operationId })).toBe('ok');
    await whenDone();
    expect((await inbox('held')).rows).toHaveLength(1);
    // The same request again, which came late, does not do it after all.
    await decide('release', { operationId });
    await whenDone();
    expect((await inbox('held')).rows).toHaveLength(1);
    const second = randomUUID();
    await decide('release', { operationId: second });
    await whenDone();
    expect(await app.code('ann', 'undoDecideHeld', { projectId: SUP, operationId: second })).toBe('conflict');
  });

  it('is released once, with one line in the log, however often the decision and its job come (T6)', async () => {
    await held();
    app.site.faults.set({ queue: { duplicate: 1 } });
    const operationId = randomUUID();
    for (let count = 0; count < 3; count++) await decide('release', { operationId });
    await whenDone();
    await whenDone();
    expect(requests().filter((summary) => summary === 'Is anybody there?')).toHaveLength(1);
    const { rows } = await app.value('pia', 'getProjectLog', { projectId: SUP });
    expect(rows.filter(({ event }) => event === 'released-chats')).toMatchObject([{ count: 1 }]);
  });

  it('is not released while chat is off: nothing new reaches Jira (T7)', async () => {
    await held();
    const { settings, rev } = await app.value('pia', 'getProjectSettings', { projectId: SUP });
    const off = { projectId: SUP, settings: { ...settings, chatEnabled: false }, rev };
    await app.value('pia', 'saveProjectSettings', off);
    const asked = { projectId: SUP, which: these(), decision: 'release', operationId: randomUUID() } as const;
    expect(await app.code('ann', 'decideHeld', asked)).toBe('chat-disabled');
  });
});

describe('Many held chats', () => {
  it('are released by the time they came, a few at a time, and others stay (T6)', async () => {
    const waiting = { n: 1, text: 'Hello', attempt: null };
    const back = (at: number) => ({ held: { since: at }, issue: null, pending: [waiting] });
    storeChats(app, [
      ...storedChats(1, () => 'early', back, NOON - HOUR),
      ...storedChats(60, (index) => `held-${index}`, back, NOON),
    ]);
    expect((await inbox('held')).held).toEqual({ count: 61, isMore: false });
    const [from, to] = [NOON - 5 * MINUTE, NOON].map((at) => new Date(at).toISOString());
    await decide('release', { which: { from, to } });
    await app.clock.advance(13_000);
    await app.clock.run(app.site.idle());
    // One job takes fifty.
    expect((await inbox('held')).held).toEqual({ count: 11, isMore: false });
    await app.clock.advance(2 * MINUTE);
    expect((await inbox('held')).rows).toMatchObject([{ firstLine: 'This is early' }]);
    expect(requests().filter((summary) => summary === 'Hello')).toHaveLength(60);
    const { rows } = await app.value('pia', 'getProjectLog', { projectId: SUP });
    expect(rows.filter(({ event }) => event === 'released-chats')).toMatchObject([{ count: 60 }]);
  });
});
