import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { inboxRow, message, myMessage } from '../../static/chats/inbox-builder';
import { ok, refused } from '../fake-resolver';
import { button, expectAlert, expectNoWords, expectWords, fill, press, settle } from '../render-page';
import { aChat, messages, openChat } from './open-inbox';

const field = (): HTMLTextAreaElement => screen.getByLabelText('Reply to customer');

const answered = (text: string) => aChat({ rev: 2, messages: [message(1), myMessage(2, text)] });

const hint = (): string =>
  document.getElementById(field().getAttribute('aria-describedby')?.split(' ')[1] ?? '')?.textContent ?? '';

const IME = { isComposing: true };
/** Safari's, which ends a composition before the key that ended it. */
const IME_OF_SAFARI = { keyCode: 229 };

async function key(init: KeyboardEventInit): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init });
  fireEvent(field(), event);
  await settle();
  return event.defaultPrevented;
}

describe('a reply', () => {
  it.each([{}, { ctrlKey: true }, { metaKey: true }])('is sent by Enter with %o (D3)', async (modifier) => {
    const { payloads } = await openChat(aChat(), { reply: [ok(answered('The Crane.'))] });
    await fill('Reply to customer', 'The Crane.');
    expect(await key(modifier)).toBe(true);
    expect(payloads('reply')).toMatchObject([{ conversationId: 'one', message: 'The Crane.' }]);
    expect(field().value).toBe('');
    expect(document.activeElement).toBe(field());
    within(messages()).getByText('The Crane.');
  });

  it.each([
    { shiftKey: true },
    { altKey: true },
    IME,
    IME_OF_SAFARI,
    { ctrlKey: true, ...IME },
    { repeat: true },
  ])(
    'is not sent by Enter with %o: a new line, a composed character, a key that is held (D3)',
    async (how) => {
      const { payloads } = await openChat(aChat());
      await fill('Reply to customer', 'The Crane.');
      await key(how);
      expect(payloads('reply')).toEqual([]);
      expect(field().value).toBe('The Crane.');
    },
  );

  it('is sent by Ctrl+Enter alone once “Enter sends” is off, in this browser for good (D3)', async () => {
    const { payloads } = await openChat(aChat(), { reply: [ok(answered('The Crane.'))] });
    fireEvent.click(screen.getByLabelText('Enter sends'));
    await fill('Reply to customer', 'The Crane.');
    expect(await key({})).toBe(false);
    expect(payloads('reply')).toEqual([]);
    expectWords('Press Ctrl+Enter or ⌘+Enter to send, Enter for a new line.');
    await key({ metaKey: true });
    expect(payloads('reply')).toHaveLength(1);
    expect(localStorage.getItem('frontdesk.enter.ann')).toBe('new-line');
  });

  it.each(['  ', '\u200b\u3164'])('of nothing is not sent, and says what is missing: %j', async (nothing) => {
    const { payloads } = await openChat(aChat());
    await fill('Reply to customer', nothing);
    await press('Send');
    expect(hint()).toBe('Enter some text first.');
    expect(payloads('reply')).toEqual([]);
    await fill('Reply to customer', 'The');
    expect(hint()).toBe('');
  });

  it('may be 4,000 characters long, as people count them, and says how many are left', async () => {
    const longest = '👍'.repeat(4_000);
    const { payloads } = await openChat(aChat(), { reply: [ok(answered(longest))] });
    await fill('Reply to customer', '👍'.repeat(3_599));
    expect(hint()).toBe('');
    await fill('Reply to customer', '👍'.repeat(3_999));
    expect(hint()).toBe('1 character left');
    await fill('Reply to customer', longest);
    expect(hint()).toBe('0 characters left');
    await press('Send');
    expect(payloads('reply')).toMatchObject([{ message: longest }]);
  });

  it('that is longer is not sent, and says by how much', async () => {
    const { payloads } = await openChat(aChat());
    await fill('Reply to customer', '👍'.repeat(4_001));
    expect(hint()).toBe('1 character over the limit. Shorten the text.');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(button('Send').hasAttribute('disabled')).toBe(true);
    await key({ ctrlKey: true });
    expect(payloads('reply')).toEqual([]);
  });

  it('says that somebody is writing, at the first key', async () => {
    const { payloads } = await openChat(aChat());
    await fill('Reply to customer', ' ');
    expect(payloads('typing')).toEqual([]);
    await fill('Reply to customer', ' T');
    await fill('Reply to customer', ' Th');
    expect(payloads('typing')).toEqual([{ conversationId: 'one' }]);
  });

  it('is shown while it is on its way', async () => {
    await openChat(aChat(), { reply: [new Promise(() => undefined)] });
    await fill('Reply to customer', 'The Crane.');
    await press('Send');
    within(messages()).getByText('The Crane.');
    expectWords('sending…');
    // Whoever closes the page now is asked first.
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
  });

  it('waits until the chat is in Jira, and says so', async () => {
    const { payloads } = await openChat(aChat({ row: inboxRow({ issueKey: null }) }));
    await fill('Reply to customer', 'The Crane.');
    await press('Send');
    expectWords('will be sent when the chat is in Jira');
    expect(payloads('reply')).toEqual([]);
  });
});

describe('a reply that was not sent', () => {
  it('is kept as it was typed, and “Try again” sends it, as the same one (R7, R10)', async () => {
    const { payloads } = await openChat(aChat(), {
      reply: [refused('unavailable'), ok(answered('We do, for ten years.'))],
    });
    await fill('Reply to customer', 'We do, for ten years.');
    await press('Send');
    expectAlert('Not sent. Frontdesk can’t be reached right now. Try again in a moment.');
    within(messages()).getByText('We do, for ten years.');
    await press('Try again');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(within(messages()).getAllByText('We do, for ten years.')).toHaveLength(1);
    const [first, second] = payloads('reply');
    expect(second).toEqual(first);
    expect(payloads('reply')).toHaveLength(2);
  });

  it('says when Jira takes no comments, and not to try again', async () => {
    await openChat(aChat(), { reply: [refused('conflict')] });
    await fill('Reply to customer', 'The Crane.');
    await press('Send');
    expectAlert(/^Not sent\. Jira doesn’t accept comments on this request/);
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('says when the chat is full, and where to reply instead', async () => {
    await openChat(aChat(), { reply: [refused('limit')] });
    await fill('Reply to customer', 'The Crane.');
    await press('Send');
    expectAlert(/^Not sent\. This chat is full, so .*Reply in the request in Jira\.$/);
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('goes back into the field by “Edit”, before what was typed since', async () => {
    await openChat(aChat(), { reply: [refused('unavailable')] });
    await fill('Reply to customer', 'The Crane.');
    await press('Send');
    await fill('Reply to customer', 'And a peg.');
    await press('Edit');
    expect(field().value).toBe('The Crane.\nAnd a peg.');
    expect(document.activeElement).toBe(field());
    expectNoWords('The Crane.', /^Not sent/);
  });
});

describe('beside the field a word', () => {
  it('says when a customer is away and left no address', async () => {
    await openChat(aChat({ row: inboxRow({ kind: 'anonymous', customer: null }) }));
    expectWords(/^The customer isn’t active and didn’t leave an email/);
  });

  it.each([
    [{ kind: 'anonymous', here: true } as const, null],
    [{ kind: 'anonymous' } as const, 'mia@example.org'],
    [{ kind: 'portal' } as const, null],
  ])('is not said of %o with the address %s', async (who, email) => {
    await openChat(aChat({ row: inboxRow(who), email }));
    expectNoWords(/^The customer isn’t active/);
  });
});

it('what was typed and not sent is there again when the chat is opened again', async () => {
  await openChat(aChat());
  await fill('Reply to customer', 'Half a sen');
  expect(localStorage.getItem('frontdesk.draft.ann.one.reply')).toContain('Half a sen');
});

it('what was typed where the browser keeps nothing is said to go with the page, which asks before it goes', async () => {
  await openChat(aChat());
  vi.stubGlobal('localStorage', null);
  onTestFinished(() => void vi.unstubAllGlobals());
  await fill('Reply to customer', 'Half a sen');
  expect(hint()).toBe('This browser doesn’t keep drafts. Send this before you close the page.');
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(true);
});
