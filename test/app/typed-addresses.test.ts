import { beforeEach, describe, expect, it } from 'vitest';
import { aChat, type ChatDriver } from '../support/a-chat';
import { NOON } from '../support/desk-builders';
import { SUP, aSite, type SiteDriver } from '../support/a-site';
import { aVisitor, said, type VisitorDriver } from '../support/a-visitor';

let app: SiteDriver;
let visitor: VisitorDriver;
let chat: ChatDriver;

beforeEach(async () => {
  app = await aSite();
  visitor = aVisitor(app, await app.widgetId('SUP'));
  chat = aChat(app, () => visitor);
});

describe('an address that anybody can type', () => {
  it('the e-mail address of an agent is a customer’s like any other, and gives nobody the agent’s rights', async () => {
    await visitor.start('Hello', { name: 'Not Ann', email: 'ann@example.com' });
    await chat.settle();
    expect((await chat.inbox('all'))[0]).toMatchObject({ kind: 'registered', failure: null, pending: 0 });
    expect((await app.value('ann', 'getPanel', { projectId: SUP })).me.online).toBe(false);
    const pretend = { ...(await visitor.poll(0)).body } as Record<string, unknown>;
    expect(Object.keys(pretend).sort()).toEqual(['agentTyping', 'ended', 'events', 'more', 'next', 'now']);
  });

  it.each([
    ['a customer’s', 'cara@example.com'],
    ['an agent’s', 'ann@example.com'],
  ])(
    'who types %s address is called what they typed, here and in Jira, not what the account is',
    async (_, email) => {
      await visitor.start('What is my address?', { name: 'Mallory', email });
      await chat.settle();
      await visitor.send('And my phone number?');
      await chat.settle();
      await app.goOnline('bo');
      expect((await chat.inbox())[0]).toMatchObject({ customer: 'Mallory', kind: 'registered', pending: 0 });
      expect((await chat.open()).row).toMatchObject({ customer: 'Mallory' });
      const { messages } = await app.value('bo', 'getNewMessages', { since: new Date(NOON).toISOString() });
      expect(messages.map(({ customer }) => customer)).toEqual(['Mallory']);
      const { row } = await chat.open();
      const comments = await chat.jira('bo', 'GET', `/rest/api/3/issue/${String(row.issueKey)}/comment`);
      expect(JSON.stringify(comments.body)).toContain('Mallory');
      expect(JSON.stringify(comments.body)).not.toContain('Cara Customer');
    },
  );

  it('an agent whose address a visitor typed answers as the agent they are, the account’s owner as the customer', async () => {
    const comment = async (account: string, text: string): Promise<void> => {
      const key = (await chat.inbox('all'))[0]?.issueKey ?? '';
      const body = { public: true, body: text };
      await chat.jira(account, 'POST', `/rest/servicedeskapi/request/${key}/comment`, body);
    };
    await visitor.start('Hello', { name: 'Not Ann', email: 'ann@example.com' });
    await chat.settle();
    await comment('ann', 'Who are you?');
    expect(said(await visitor.events())).toEqual(['visitor: Hello', 'agent: Who are you?']);
    await visitor.start('Hello', { name: 'Cara', email: 'cara@example.com' });
    await chat.settle();
    await comment('cara', 'By e-mail');
    expect(said(await visitor.events())).toEqual(['visitor: Hello', 'visitor: By e-mail']);
  });
});
