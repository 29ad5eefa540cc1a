import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ann, inboxRow } from '../../static/chats/inbox-builder';
import { axeViolations } from '../axe-violations';
import { ok } from '../fake-resolver';
import { button, expectWords, press, settle } from '../render-page';
import { aChat, messages, open, openChat, openInbox } from './open-inbox';

const reply = (): HTMLTextAreaElement => screen.getByLabelText('Reply to customer');
const note = (): HTMLTextAreaElement => screen.getByLabelText('Internal note', { selector: 'textarea' });

/** Presses a key where the focus is; true: the page around, such as Jira's dialog, hears of it. */
async function key(name: string, init: KeyboardEventInit = {}): Promise<boolean> {
  let isHeard = false;
  const hear = (): void => {
    isHeard = true;
  };
  document.addEventListener('keydown', hear);
  onTestFinished(() => document.removeEventListener('keydown', hear));
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init });
  fireEvent(document.activeElement ?? document.body, event);
  await settle();
  document.removeEventListener('keydown', hear);
  return isHeard;
}

/** What waits for the next drawing. */
async function drawn(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await settle();
}

describe('D2, D3: Escape in a field of the inbox', () => {
  it.each([
    ['the reply', 'Reply to Cara', reply],
    ['the note', 'Internal note', note],
  ])(
    'leaves %s for the messages, keeps what was typed, and closes nothing around',
    async (_what, tab, field) => {
      await openChat(aChat());
      fireEvent.click(screen.getByRole('tab', { name: tab }));
      await drawn();
      fireEvent.change(field(), { target: { value: 'The Crane' } });
      field().focus();
      expect(await key('Escape')).toBe(false);
      expect(document.activeElement).toBe(messages());
      expect(field().value).toBe('The Crane');
      // There it means what it does everywhere.
      expect(await key('Escape')).toBe(true);
    },
  );

  it('ends what an input method composes, and no more', async () => {
    await openChat(aChat());
    reply().focus();
    expect(await key('Escape', { isComposing: true })).toBe(true);
    expect(document.activeElement).toBe(reply());
  });

  it('closes what is open first: to whom it is handed over, the saved replies, the question before blocking', async () => {
    await openChat(aChat(), {
      getColleagues: [ok({ colleagues: [], isMore: false })],
      getSavedReplies: [ok({ replies: [], rev: 0, agentName: 'Ann', canEdit: false })],
    });
    await press('Hand over');
    reply().focus();
    expect(await key('Escape')).toBe(false);
    expect(screen.queryByRole('dialog')).toBeNull();
    await press('Saved replies');
    expect(await key('Escape')).toBe(false);
    expect(document.activeElement).toBe(reply());
    await press(/^End and block/);
    reply().focus();
    expect(await key('Escape')).toBe(false);
    expect(screen.queryByRole('alertdialog')).toBeNull();
    reply().focus();
    await key('Escape');
    expect(document.activeElement).toBe(messages());
  });
});

describe('D3, D5: whoever takes a chat', () => {
  it('by A writes to the customer next, not a note', async () => {
    const mine = aChat({ row: inboxRow({ assignee: ann }) });
    await openChat(aChat(), { assignToMe: [ok(mine)] });
    fireEvent.click(screen.getByRole('tab', { name: 'Internal note' }));
    await drawn();
    fireEvent.change(note(), { target: { value: 'A Heron' } });
    note().focus();
    await key('Escape');
    await key('a');
    await drawn();
    expect(document.activeElement).toBe(reply());
    fireEvent.click(screen.getByRole('tab', { name: /^Internal note/ }));
    expect(note().value).toBe('A Heron');
  });

  it('is not taken out of another field', async () => {
    const mine = aChat({ row: inboxRow({ assignee: ann }) });
    let answer: (() => void) | undefined;
    const later = new Promise<ReturnType<typeof ok<typeof mine>>>((resolve) => {
      answer = () => resolve(ok(mine));
    });
    await openChat(aChat(), { assignToMe: [later] });
    await press(/Assign to me/);
    const search = screen.getByLabelText('Search chats');
    search.focus();
    answer?.();
    await settle();
    await drawn();
    expectWords('Assigned to you');
    expect(document.activeElement).toBe(search);
  });
});

describe('D10: G then O', () => {
  it('puts the focus where one goes online or offline, and does neither', async () => {
    const { payloads } = await openInbox();
    await open('Hello');
    messages().focus();
    await key('g');
    await key('o');
    await drawn();
    expect(document.activeElement).toBe(button('Go offline'));
    expect([...payloads('goOffline'), ...payloads('goOnline')]).toEqual([]);
  });

  it('also where the list and the chat take turns', async () => {
    await openInbox({}, { width: 400 });
    await open('Hello');
    messages().focus();
    await key('g');
    await key('o');
    await drawn();
    expect(document.querySelector('.inbox')?.getAttribute('data-open')).toBe('false');
    expect(document.activeElement).toBe(button('Go offline'));
  });

  it('is on the list of shortcuts, which Escape closes without what is around it', async () => {
    await openInbox();
    await key('?');
    const list = screen.getByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(within(list).getByText('Go to your status').previousElementSibling?.textContent).toBe('GthenO');
    expect(await axeViolations()).toEqual([]);
    // Wherever the browser left the focus.
    expect(await key('Escape')).toBe(false);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await key('Escape')).toBe(true);
  });
});
