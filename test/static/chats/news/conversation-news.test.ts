import { describe, expect, test } from 'vitest';
import { newsOfConversations, type ConversationNews } from '../../../../static/chats/news/conversation-news';
import { at } from '../../availability/panel-builder';

const news = (overrides: Partial<ConversationNews> = {}): ConversationNews => ({
  conversationId: 'one',
  projectId: '1',
  projectName: 'Support',
  customer: 'Cara',
  anonymousName: '',
  line: 'Hello',
  at: at(0),
  isNew: false,
  ...overrides,
});

describe('new messages', () => {
  test('make one flag per chat, with what was written last, the newest chat first', () => {
    const flags = newsOfConversations([
      news({ line: 'second', at: at(2) }),
      news({ line: 'first', at: at(1), isNew: true }),
      news({ conversationId: 'two', line: 'other', at: at(3) }),
    ]);
    expect(flags.map(({ line, isNew }) => [line, isNew])).toEqual([
      ['other', false],
      ['second', true],
    ]);
  });

  test('are shortened by characters, so that no emoji is cut in two', () => {
    const [flag] = newsOfConversations([news({ line: '😀'.repeat(81) })]);
    expect(flag?.line).toBe(`${'😀'.repeat(80)}…`);
    expect(newsOfConversations([news({ line: 'x'.repeat(80) })])[0]?.line).toBe('x'.repeat(80));
  });
});
