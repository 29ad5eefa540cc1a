import { within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ConversationMessage } from '../../../src/contract/agent-conversation';
import german from '../../../locales/de-DE.json';
import english from '../../../locales/en-US.json';
import french from '../../../locales/fr-FR.json';
import japanese from '../../../locales/ja-JP.json';
import { at } from '../../static/availability/panel-builder';
import { ann, message, myMessage } from '../../static/chats/inbox-builder';
import { ok } from '../fake-resolver';
import { expectNoWords } from '../render-page';
import { aChat, messages, openChat, pass, said } from './open-inbox';

const milo = { accountId: 'milo', name: 'Milo Marsh', avatarUrl: null };
const robot = { accountId: 'robot', name: 'Automation for Jira', avatarUrl: null };

/** Each message as it is read, and whose side it stands on. */
const lines = (): [side: string, text: string][] =>
  within(messages())
    .getAllByRole('listitem')
    .map((item) => [
      item.classList.contains('inbox-message-ours') ? 'ours' : 'theirs',
      item.textContent ?? '',
    ]);

describe('a message in the inbox', () => {
  it('says whose it is, and stands on their side: the customer, another one, an agent, an automation (T4)', async () => {
    await openChat(
      aChat({
        messages: [
          message(1, { text: 'Hello' }),
          message(2, { from: 'app', agent: robot, text: 'We have your request.' }),
          message(3, { from: 'customer', agent: milo, text: 'It is 4711' }),
          myMessage(4, 'On it'),
        ],
      }),
    );
    expect(lines()).toEqual([
      ['theirs', 'Cara1:00 PMHellodelivered'],
      ['ours', 'Automation for Jiraautomation1:00 PMWe have your request.'],
      ['theirs', 'Milo Marshalso a customer1:00 PMIt is 4711'],
      ['ours', 'Ann1:00 PMOn it'],
    ]);
  });

  it.each<[from: ConversationMessage['from'], word: string]>([
    ['customer', 'also a customer'],
    ['app', 'automation'],
  ])('of somebody whose account is gone says what they were: %s (T4)', async (from, word) => {
    const agent = { accountId: 'gone', name: null, avatarUrl: null };
    await openChat(aChat({ messages: [message(1), message(2, { from, agent, text: 'It is 4711' })] }));
    expect(lines()[1]?.[1]).toContain(word);
    expectNoWords('Ann');
  });

  it('of an agent or the customer has none of these words', async () => {
    await openChat(aChat({ messages: [message(1), myMessage(2, 'On it')] }));
    expectNoWords('also a customer', 'automation');
  });

  it.each([
    ['English', english],
    ['German', german],
    ['French', french],
    ['Japanese', japanese],
  ])('is told apart in %s, too', (_language, { inbox }) => {
    const words = [inbox.otherCustomer, inbox.automation];
    expect(words.every((word) => word.trim() !== '')).toBe(true);
    expect(new Set(words).size).toBe(2);
  });
});

describe('a message that was heard of late (T5)', () => {
  const before = [message(1, { at: at(-10) }), message(2, { at: at(-2), text: 'It did not help' })];
  const late = message(3, {
    from: 'agent',
    agent: { ...ann, accountId: 'bo', name: 'Bo' },
    at: at(-5),
    text: 'Restart it',
  });

  async function hear(now: ConversationMessage[]): Promise<void> {
    const { answers, bridge } = await openChat(aChat({ messages: before }));
    answers.getConversation = [ok(aChat({ rev: 2, messages: now }))];
    bridge.ping({ projects: ['1'], conversations: true, conversation: 'one', rev: 2 });
    await pass(200);
  }

  it('stands where it was written, and is said to those who do not see it', async () => {
    const [first, second] = before;
    if (!first || !second) throw new Error('two messages stand there');
    await hear([first, late, second]);
    expect(lines().map(([, text]) => text)).toEqual([
      expect.stringContaining('message 1'),
      expect.stringContaining('Restart it'),
      expect.stringContaining('It did not help'),
    ]);
    expect(said()).toContain('Bo: Restart it');
  });

  it('and is gone already is not said: there is nothing to say', async () => {
    await hear([...before, { ...late, text: '', deleted: true }]);
    expect(said().filter((text) => text.startsWith('Bo:'))).toEqual([]);
  });
});
