import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { SavedRepliesPage } from '../../../src/contract/saved-replies';
import type { SavedReply } from '../../../src/domain/saved-reply';
import { inboxRow, message, myMessage } from '../../static/chats/inbox-builder';
import { axeViolations } from '../axe-violations';
import { ok, refused, type Answers } from '../fake-resolver';
import { expectNoWords, expectWords, fill, press, settle } from '../render-page';
import { aChat, openChat } from './open-inbox';

const REPLIES: SavedReply[] = [
  { id: '1', name: 'Exchange', text: 'Hi {customer}, we exchange it. Your request is {key}. {agent}' },
  { id: '2', name: 'Express', text: 'It leaves today with number {?tracking number}.' },
];

const page = (overrides: Partial<SavedRepliesPage> = {}): SavedRepliesPage => ({
  rev: 1,
  replies: REPLIES,
  canEdit: false,
  agentName: 'Ann',
  ...overrides,
});

const field = (): HTMLTextAreaElement => screen.getByLabelText('Reply to customer');
const search = (): HTMLInputElement => screen.getByRole('combobox', { name: 'Search saved replies' });
const options = (): string[] =>
  within(screen.getByRole('listbox'))
    .queryAllByRole('option')
    .map(({ textContent }) => textContent ?? '');

async function key(target: HTMLElement, name: string, init: KeyboardEventInit = {}): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init });
  fireEvent(target, event);
  await settle();
  return event.defaultPrevented;
}

async function openMenu(view = aChat(), answers: Answers = {}) {
  const resolver = await openChat(view, { getSavedReplies: [ok(page())], ...answers });
  expect(await key(field(), '/')).toBe(true);
  return resolver;
}

describe('D7: saved replies', () => {
  it('are offered by / in an empty reply, as they would be inserted, and the first is chosen', async () => {
    await openMenu();
    expect(document.activeElement).toBe(search());
    expect(options()).toEqual([
      'ExchangeHi Cara, we exchange it. Your request is SUP-1. Ann',
      'ExpressIt leaves today with number {?tracking number}.1 gap to fill in before you send it',
    ]);
    const chosen = search().getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(chosen)?.getAttribute('aria-selected')).toBe('true');
    expect(await axeViolations()).toEqual([]);
  });

  it('/ within a text is a letter', async () => {
    await openChat(aChat());
    await fill('Reply to customer', 'either');
    expect(await key(field(), '/')).toBe(false);
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('are found by words, chosen by arrows and inserted by Enter; nothing is sent', async () => {
    const { payloads } = await openMenu();
    await fill('Search saved replies', 'ex');
    await key(search(), 'ArrowDown');
    await key(search(), 'ArrowDown');
    await key(search(), 'Enter');
    expect(field().value).toBe('Hi Cara, we exchange it. Your request is SUP-1. Ann');
    expect(document.activeElement).toBe(field());
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(payloads('reply')).toEqual([]);
  });

  it('are closed by Esc, which leads back to the reply; a composed character inserts nothing', async () => {
    await openMenu();
    await key(search(), 'Enter', { isComposing: true });
    expect(field().value).toBe('');
    await key(search(), 'Escape');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(document.activeElement).toBe(field());
  });

  it('are inserted where the cursor is, by the button and a click', async () => {
    await openChat(aChat(), { getSavedReplies: [ok(page())] });
    await fill('Reply to customer', 'Hello!  Bye!');
    field().setSelectionRange(7, 7);
    await press('Saved replies');
    fireEvent.click(within(screen.getByRole('listbox')).getAllByRole('option')[0] ?? document.body);
    await settle();
    expect(field().value).toBe('Hello! Hi Cara, we exchange it. Your request is SUP-1. Ann Bye!');
  });

  const sent = 'It leaves today with number 12.';
  it('with a gap are not sent until it is filled; the gap is named and marked', async () => {
    const answered = aChat({ rev: 2, messages: [message(1), myMessage(2, sent)] });
    const { payloads } = await openMenu(aChat(), { reply: [ok(answered)] });
    await key(search(), 'ArrowDown');
    await key(search(), 'Enter');
    const { value, selectionStart, selectionEnd } = field();
    expect(value.slice(selectionStart, selectionEnd)).toBe('{?tracking number}');
    await key(field(), 'Enter');
    expectWords('Fill in {?tracking number} first.');
    expect(payloads('reply')).toEqual([]);
    await press('Send');
    expect(payloads('reply')).toEqual([]);
    await fill('Reply to customer', sent);
    expectNoWords(/^Fill in/);
    await key(field(), 'Enter');
    expect(payloads('reply')).toMatchObject([{ message: sent }]);
  });

  it.each([
    ['without a name', { row: inboxRow({ customer: null, kind: 'anonymous' }) }],
    [
      'whose name is an address',
      { row: inboxRow({ customer: 'mia@example.org' }), email: 'mia@example.org' },
    ],
  ])('to a customer %s keep the name open', async (_, who) => {
    await openMenu(aChat(who));
    await key(search(), 'Enter');
    expect(field().value).toMatch(/^Hi \{customer\}, /);
  });

  it('that were deleted while the menu was open are inserted as they were seen', async () => {
    const { answers } = await openMenu();
    answers.getSavedReplies = [ok(page({ rev: 2, replies: [] }))];
    await key(search(), 'Enter');
    expect(field().value).toMatch(/^Hi Cara/);
  });

  it('say when there are none yet, none like that, or none to be had', async () => {
    const { answers } = await openMenu();
    await fill('Search saved replies', 'refund');
    expectWords('No saved reply contains “refund”.');
    await key(search(), 'Escape');
    answers.getSavedReplies = [refused('unavailable')];
    await key(field(), '/');
    // What was known is still of use.
    expect(options()).toHaveLength(2);
  });

  it('of a project without any say where they are added', async () => {
    await openMenu(aChat(), { getSavedReplies: [ok(page({ replies: [] }))] });
    expectWords(/^No saved replies yet\. Space admins add them/);
  });

  it('that cannot be loaded say so, and nothing typed is lost', async () => {
    await openMenu(aChat(), { getSavedReplies: [refused('unavailable')] });
    expectWords(/^Saved replies can’t be loaded right now\./);
    await key(search(), 'Escape');
    await fill('Reply to customer', 'Hello');
    expect(field().value).toBe('Hello');
  });
});
