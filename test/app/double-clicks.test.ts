import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FunctionKey, Payload } from '../../src/contract/functions';
import { aChat, type ChatDriver } from '../support/a-chat';
import { SUP, aSite, anOperation, type SiteDriver } from '../support/a-site';
import { aVisitor, said, type VisitorDriver } from '../support/a-visitor';

let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;

beforeEach(async () => {
  app = await aSite();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
  await app.goOnline('ann');
});

/** Jira and storage take their time, so that the second call begins before the first has ended. */
const slow = (): void =>
  app.site.faults.set({ jira: { latencyMs: [100, 300] }, storage: { latencyMs: [5, 60] }, seed: 11 });

/** The codes of two calls of the same, made at a time. */
async function twice<F extends FunctionKey>(
  account: string,
  key: F,
  payload?: Payload<F>,
): Promise<string[]> {
  slow();
  const codes = await Promise.all([app.code(account, key, payload), app.code(account, key, payload)]);
  app.site.faults.set({});
  await chat.settle();
  return codes;
}

const about = (): { conversationId: string } => ({ conversationId: visitor.conversationId() });

const commentTexts = async (): Promise<number> => {
  const key = String((await chat.inbox('all'))[0]?.issueKey);
  const { body } = await chat.jira('ann', 'GET', `/rest/api/3/issue/${key}/comment`);
  return (body as { total: number }).total;
};

describe('R10: what is asked for twice at a time is done once', () => {
  it('a visitor’s start', async () => {
    slow();
    const clientMessageId = randomUUID();
    const starts = await Promise.all([
      visitor.start('Hello', { clientMessageId }),
      visitor.start('Hello', { clientMessageId }),
    ]);
    app.site.faults.set({});
    await chat.settle();
    expect(starts.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(starts.map(({ body }) => body.conversationId)).size).toBe(1);
    const rows = await chat.inbox('all');
    expect(rows.map(({ firstLine, issueKey }) => [firstLine, issueKey !== null])).toEqual([['Hello', true]]);
    expect(await commentTexts()).toBe(0);
  });

  it('a visitor’s further message', async () => {
    await visitor.start('Hello');
    await chat.settle();
    slow();
    const id = randomUUID();
    const sent = await Promise.all([visitor.send('More', id), visitor.send('More', id)]);
    app.site.faults.set({});
    await chat.settle();
    expect(sent.map(({ status }) => status)).toEqual([202, 202]);
    expect(said(await visitor.events())).toEqual(['visitor: Hello', 'visitor: More']);
    expect(await commentTexts()).toBe(1);
  });

  it('a visitor’s name and address', async () => {
    await visitor.start('Hello');
    await chat.settle();
    slow();
    const details = { name: 'Vera', email: 'vera@shop.example' };
    const left = await Promise.all([visitor.register(details), visitor.register(details)]);
    app.site.faults.set({});
    await chat.settle();
    expect(left.map(({ status }) => status)).toEqual([202, 202]);
    expect((await chat.inbox('all')).map(({ customer }) => customer)).toEqual(['Vera']);
  });

  it('“Assign to me”', async () => {
    await visitor.start('Hello');
    await chat.settle();
    expect(await twice('ann', 'assignToMe', about())).toEqual(['ok', 'ok']);
    expect((await chat.open()).row.assignee?.accountId).toBe(app.accountId('ann'));
  });

  it('“Resolve”', async () => {
    await visitor.start('Hello');
    await chat.settle();
    await chat.reply('Done');
    expect(await twice('ann', 'resolve', about())).toEqual(['ok', 'ok']);
    const { row } = await chat.open();
    expect(row).toMatchObject({ ended: true });
    expect((await visitor.events()).filter(({ kind }) => kind === 'ended')).toHaveLength(1);
  });

  it('going online and offline, and putting somebody offline', async () => {
    const online = { scope: 'project', projectId: SUP, until: null, operationId: anOperation() } as const;
    expect(await twice('bo', 'goOnline', online)).toEqual(['ok', 'ok']);
    const panel = await app.value('pia', 'getPanel', { projectId: SUP });
    const row = panel.agents.find(({ accountId }) => accountId === app.accountId('bo'));
    const put = {
      projectId: SUP,
      accountId: app.accountId('bo'),
      session: String(row?.session),
      operationId: anOperation(),
    };
    expect(await twice('pia', 'putOffline', put)).toEqual(['ok', 'ok']);
    const offline = { scope: 'project', projectId: SUP, operationId: anOperation() } as const;
    expect(await twice('ann', 'goOffline', offline)).toEqual(['ok', 'ok']);
    const { rows } = await app.value('pia', 'getProjectLog', { projectId: SUP });
    expect(rows.map(({ event }) => event).filter((event) => event.includes('line'))).toEqual([
      'went-offline',
      'put-offline',
      'went-online',
      'went-online',
    ]);
  });

  it('saving a project’s settings', async () => {
    const page = await app.value('pia', 'getProjectSettings', { projectId: SUP });
    const settings = { ...page.settings, welcomeText: 'Ask us anything.' };
    expect(await twice('pia', 'saveProjectSettings', { projectId: SUP, settings, rev: page.rev })).toEqual([
      'ok',
      'ok',
    ]);
    const after = await app.value('pia', 'getProjectSettings', { projectId: SUP });
    expect([after.settings.welcomeText, after.rev]).toEqual(['Ask us anything.', page.rev + 1]);
  });

  it('saving the global settings', async () => {
    const page = await app.value('joe', 'getGlobalSettings');
    const { rev, ...settings } = page;
    const saving = { settings: { ...settings, logDays: 30 }, rev };
    expect(await twice('joe', 'saveGlobalSettings', saving)).toEqual(['ok', 'ok']);
    expect(await app.value('joe', 'getGlobalSettings')).toMatchObject({ logDays: 30, rev: rev + 1 });
  });
});
