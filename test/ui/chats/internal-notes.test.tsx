import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ConversationNote } from '../../../src/contract/agent-conversation';
import { at } from '../../static/availability/panel-builder';
import { ann, inboxRow, message } from '../../static/chats/inbox-builder';
import { axeViolations } from '../axe-violations';
import { ok, refused } from '../fake-resolver';
import { expectAlert, expectNoWords, expectWords, fill, press, settle } from '../render-page';
import { aChat, messages, openChat, said } from './open-inbox';

const aNote = (overrides: Partial<ConversationNote> = {}): ConversationNote => ({
  id: '100',
  at: at(0),
  agent: ann,
  text: 'Same zip as in SUP-3.',
  edited: false,
  ...overrides,
});

const tab = (name: RegExp): HTMLElement => screen.getByRole('tab', { name });
const reply = (): HTMLTextAreaElement => screen.getByLabelText('Reply to customer');
const note = (): HTMLTextAreaElement => screen.getByLabelText('Internal note', { selector: 'textarea' });

async function openNotes(): Promise<void> {
  fireEvent.click(tab(/^Internal note/));
  await settle();
}

async function enter(init: KeyboardEventInit = {}): Promise<void> {
  fireEvent.keyDown(note(), { key: 'Enter', ...init });
  await settle();
}

describe('D6: an internal note', () => {
  it('has a box of its own: another draft, other words, and who reads it is said in both', async () => {
    await openChat(aChat({ email: 'mia@example.org', byMail: 'yes' }));
    expectWords('Shown in the chat and sent to mia@example.org');
    await fill('Reply to customer', 'Hello Mia');
    await openNotes();
    expectWords('Only agents see this.', 'Add note');
    expectNoWords('Send', /^Shown in the chat/);
    expect(note().value).toBe('');
    expect(tab(/^Reply to/).textContent).toContain('draft');
    fireEvent.change(note(), { target: { value: 'Offer the exchange.' } });
    fireEvent.click(tab(/^Reply to Cara/));
    await settle();
    expect(reply().value).toBe('Hello Mia');
    expect(tab(/^Internal note/).textContent).toContain('draft');
    expect(await axeViolations()).toEqual([]);
  });

  it('is added by Ctrl+Enter and its button alone; Enter starts a new line, whatever the preference', async () => {
    const { payloads } = await openChat(aChat(), { addNote: [ok(aChat({ rev: 2, notes: [aNote()] }))] });
    await openNotes();
    fireEvent.change(note(), { target: { value: 'Same zip as in SUP-3.' } });
    await enter();
    await enter({ ctrlKey: true, repeat: true });
    expect(payloads('addNote')).toEqual([]);
    await enter({ ctrlKey: true });
    expect(payloads('addNote')).toMatchObject([{ conversationId: 'one', message: 'Same zip as in SUP-3.' }]);
    expect(payloads('reply')).toEqual([]);
    expect(said()).toContain('Note added. The customer doesn’t see it.');
    within(messages()).getByText('Same zip as in SUP-3.');
    expect(note().value).toBe('');
  });

  it('that Jira refuses is kept, says why, and goes back into its own box', async () => {
    const { payloads } = await openChat(aChat(), { addNote: [refused('conflict')] });
    await openNotes();
    fireEvent.change(note(), { target: { value: 'Between us' } });
    await press('Add note');
    expectAlert(/^Not added\. Jira doesn’t accept this note\./);
    fireEvent.click(tab(/^Reply to/));
    await press('Edit');
    expect(note().value).toBe('Between us');
    expect(payloads('reply')).toEqual([]);
  });

  it('that could not be added holds up no reply, and is tried again as the same one', async () => {
    const { payloads } = await openChat(aChat(), {
      addNote: [refused('unavailable'), ok(aChat({ rev: 3, notes: [aNote()] }))],
      reply: [ok(aChat({ rev: 2 }))],
    });
    await openNotes();
    fireEvent.change(note(), { target: { value: 'Same zip as in SUP-3.' } });
    await press('Add note');
    fireEvent.click(tab(/^Reply to/));
    await fill('Reply to customer', 'Hello');
    await press('Send');
    expect(payloads('reply')).toMatchObject([{ message: 'Hello' }]);
    await press('Try again');
    const [first, second] = payloads('addNote');
    expect(second).toEqual(first);
    expectNoWords(/^Not added/);
  });

  it('of nothing is not added', async () => {
    const { payloads } = await openChat(aChat());
    await openNotes();
    await press('Add note');
    expectWords('Enter some text first.');
    expect(payloads('addNote')).toEqual([]);
  });
});

describe('D6: notes among what was said', () => {
  it('look and say that they are internal, by whom and when; of an automation, too', async () => {
    await openChat(
      aChat({
        messages: [message(1, { at: at(0) }), message(2, { at: at(10) })],
        notes: [
          aNote({ at: at(5), edited: true }),
          aNote({ id: '101', at: at(20), agent: null, text: 'Rule 7' }),
        ],
      }),
    );
    const items = within(messages()).getAllByRole('listitem');
    expect(items.map((item) => item.className.split(' ')[0])).toEqual([
      'inbox-message',
      'note',
      'inbox-message',
      'note',
    ]);
    expect(items[1]?.textContent).toMatch(/^Internal noteAnn.*edited.*Same zip as in SUP-3\.$/);
    expect(items[3]?.textContent).toContain('automation');
    expect(await axeViolations()).toEqual([]);
  });

  it('older than the messages that are shown come with those before', async () => {
    await openChat(
      aChat({ messages: [message(30, { at: at(30) })], earlier: 30, notes: [aNote({ at: at(5) })] }),
    );
    expectNoWords('Same zip as in SUP-3.');
  });

  it('that Jira does not say are said to be missing', async () => {
    await openChat(aChat({ notes: null }));
    expectWords('Internal notes can’t be loaded right now.');
  });
});

describe('D3: the focus, when a chat is opened', () => {
  it('is where typing starts', async () => {
    await openChat(aChat());
    expect(document.activeElement).toBe(reply());
  });

  it('stays with somebody who types something else already', async () => {
    const other = document.body.appendChild(document.createElement('input'));
    other.focus();
    await openChat(aChat());
    expect(document.activeElement).toBe(other);
    other.remove();
  });
});

describe('a chat that cannot be answered says why', () => {
  it.each([
    [{ failure: 'request-gone' }, /^The request was deleted in Jira or hidden from Frontdesk/],
    [{ failure: 'request-moved' }, /^The request was moved\. Replies there no longer reach/],
    [{ failure: 'erased' }, /^An admin erased the customer’s data here/],
    [{ failure: 'project-gone' }, /^This chat has no request in Jira/],
    [{ failure: 'refused', issueKey: null }, /^This chat has no request in Jira/],
    [{ blockId: 'b' }, 'This chat is blocked. Unblock it to reply.'],
  ] as const)('of %o', async (row, words) => {
    await openChat(aChat({ row: inboxRow(row) }));
    expectWords(words);
    expect(screen.queryByRole('tab')).toBeNull();
  });
});
