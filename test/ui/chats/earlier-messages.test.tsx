import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ConversationView } from '../../../src/contract/agent-conversation';
import type { Answer } from '../../../src/contract/functions';
import { message } from '../../static/chats/inbox-builder';
import { ok, refused } from '../fake-resolver';
import { expectNoWords, expectWords, press, settle } from '../render-page';
import { aChat, messages, openChat, pass } from './open-inbox';

/** Messages `from`–`to`, and whether there are earlier ones. */
const page = (from: number, to: number, earlier: number | null): ConversationView =>
  aChat({
    messages: Array.from({ length: to - from + 1 }, (_, index) => message(from + index)),
    earlier,
  });

const texts = (): string[] =>
  within(messages())
    .getAllByRole('listitem')
    .map((item) => item.querySelector('.inbox-bubble')?.textContent ?? '');

const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `message ${from + index}`);

describe('F17: a long chat is read backwards, page by page', () => {
  const newest = { current: page(21, 24, 21) };
  const opened = (earlier: Answer<'getConversation'>[]) =>
    openChat(newest.current, {
      getConversation: ({ before }) =>
        before === undefined ? ok(newest.current) : (earlier.shift() ?? refused('unavailable')),
    });

  it('shows earlier messages above, and after the first of all nothing more to press', async () => {
    const { payloads } = await opened([ok(page(11, 20, 11)), ok(page(1, 10, null))]);
    await press('Show earlier messages');
    expect(texts()).toEqual(numbered(11, 24));
    await press('Show earlier messages');
    expect(texts()).toEqual(numbered(1, 24));
    expectNoWords('Show earlier messages');
    expect(payloads('getConversation').map(({ before }) => before)).toEqual(expect.arrayContaining([21, 11]));
  });

  it('keeps them, the draft and the focus when news come', async () => {
    await opened([ok(page(11, 20, 11))]);
    await press('Show earlier messages');
    const field = screen.getByLabelText('Reply to customer');
    field.focus();
    fireEvent.change(field, { target: { value: 'Half a reply' } });
    newest.current = page(22, 26, 22);
    await pass(61_000);
    expect(texts()).toEqual(numbered(11, 26));
    expect((field as HTMLTextAreaElement).value).toBe('Half a reply');
    expect(document.activeElement).toBe(field);
    newest.current = page(21, 24, 21);
  });

  it('says that they cannot be loaded, leaves the others, and tries again', async () => {
    await opened([refused('unavailable'), ok(page(11, 20, null))]);
    await press('Show earlier messages');
    expectWords('Earlier messages can’t be loaded right now.');
    expect(texts()).toEqual(numbered(21, 24));
    await press('Try again');
    await settle();
    expect(texts()).toEqual(numbered(11, 24));
    expectNoWords('Earlier messages can’t be loaded right now.');
  });
});
