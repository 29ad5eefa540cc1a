import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { InboxRow } from '../../../src/contract/inbox';
import type { InboxFilter } from '../../../src/domain/conversation-listing';
import { at } from '../../static/availability/panel-builder';
import { ann, inboxPage, inboxRow, message, myMessage } from '../../static/chats/inbox-builder';
import { ok, refused } from '../fake-resolver';
import { expectAlert, expectNoWords, expectWords, fill, press } from '../render-page';
import { aChat, messages, open, openInbox, pass, row, rows } from './open-inbox';

const showing = (...shown: InboxRow[]) => ({ listConversations: [ok(inboxPage(shown))] });

/** The parts of a row, as they are read one after the other. */
const partsOf = (text: string): string[] =>
  within(row(text))
    .getAllByText(/./, { selector: 'span, time' })
    .filter(({ children }) => children.length === 0)
    .map(({ textContent }) => textContent ?? '');

describe('a chat in the list', () => {
  it('says who, whether they are here, what it is about, who spoke last, and that it waits', async () => {
    await openInbox(showing(inboxRow({ here: true, lastAt: at(-5) })));
    expect(row('Hello').textContent).toBe(
      'Cara here now5 min. agoHelloCara: Hello?UnansweredSUP-1email not confirmedOpen',
    );
  });

  it('says the first words once when they are the last as well', async () => {
    await openInbox(showing(inboxRow({ lastLine: 'Hello' })));
    expect(
      within(row('Hello'))
        .getAllByText(/Hello/)
        .map(({ textContent }) => textContent),
    ).toEqual(['Cara: Hello']);
  });

  it('says whose it is, and leaves room for what was said after a long name', async () => {
    const bo = { accountId: 'bo', name: 'Bo Brown-Robinson Smith', avatarUrl: null };
    await openInbox(
      showing(
        inboxRow({ lastFrom: 'agent', lastAgent: bo, assignee: bo, unanswered: false }),
        inboxRow({
          conversationId: 'two',
          firstLine: 'Zips?',
          lastFrom: 'agent',
          lastAgent: ann,
          assignee: ann,
        }),
      ),
    );
    expect(row('SUP-1').textContent).toContain('Bo Brown-Robinso…: Hello?');
    expect(row('Assigned to Bo Brown-Robinson Smith').textContent).not.toContain('Unanswered');
    expect(row('Zips?').textContent).toMatch(/You: Hello\?.*Assigned to you$/);
  });

  it('has the project’s word for a visitor without a name', async () => {
    const page = { ...inboxPage([inboxRow({ customer: null, kind: 'anonymous' })]), anonymousName: 'Guest' };
    await openInbox({ listConversations: [ok(page)] });
    expect(row('Hello').textContent).toContain('Guest: Hello?');
  });

  it('says what is not in Jira, or not yet, and why it never will be', async () => {
    await openInbox(
      showing(
        inboxRow({ issueKey: null, status: null, pending: 2 }),
        inboxRow({ conversationId: 'two', firstLine: 'Zips?', issueKey: null, failure: 'refused' }),
      ),
    );
    expect(partsOf('Hello')).toEqual(
      expect.arrayContaining(['Not in Jira yet', '2 messages on their way to Jira']),
    );
    expect(row('Zips?').textContent).toContain('Not in Jira');
    expect(row('Zips?').textContent).toContain('Not delivered: Jira refused it.');
  });
});

describe('the list', () => {
  it('begins with what waits, and shows what is chosen; an empty one says of what', async () => {
    const { payloads } = await openInbox({ listConversations: [ok(inboxPage([]))] });
    expectWords('No chat in Support waits for an answer.');
    const EMPTY: [label: string, filter: InboxFilter, text: string][] = [
      ['Assigned to me', 'mine', 'No chat in Support is assigned to you.'],
      ['Unassigned', 'unassigned', 'No chat in Support is without an assignee.'],
      ['Unresolved', 'unresolved', 'No chat in Support is unresolved.'],
      ['Customer here now', 'here', 'No customer with a chat in Support is here right now.'],
      ['All', 'all', 'There are no chats in Support yet.'],
    ];
    for (const [label, filter, text] of EMPTY) {
      await fill('Show', label);
      expectWords(text);
      expect(payloads('listConversations').at(-1)).toMatchObject({ projectId: '1', filter });
    }
    expect(payloads('listConversations')[0]).toMatchObject({ filter: 'unanswered' });
  });

  it('that is empty so far does not say that there is nothing older', async () => {
    await openInbox({ listConversations: [ok(inboxPage([], 'older'))] });
    expectWords('None among the newest chats.');
  });

  it('that cannot be loaded says so, and “Try again” loads it', async () => {
    await openInbox({ listConversations: [refused('unavailable'), ok(inboxPage([inboxRow()]))] });
    expectAlert('Frontdesk cannot be reached right now. Try again in a moment.');
    await press('Try again');
    expect(rows()).toHaveLength(1);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps what it has when nothing older can be had, and shows it on the next press', async () => {
    const older = inboxRow({ conversationId: 'two', firstLine: 'Zips?' });
    await openInbox({
      listConversations: [
        ok(inboxPage([inboxRow()], 'older')),
        refused('unavailable'),
        ok(inboxPage([inboxRow()], 'older')),
        ok(inboxPage([older])),
      ],
    });
    await press('Show older');
    expectAlert('Frontdesk cannot be reached right now. Try again in a moment.');
    expect(rows()).toHaveLength(1);
    await press('Show older');
    expect(rows()).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
  });

  it('keeps a chat in view that was answered, and its conversation under every filter', async () => {
    const answered = inboxRow({
      lastFrom: 'agent',
      lastAgent: ann,
      lastLine: 'The Crane.',
      unanswered: false,
    });
    const view = aChat({ row: answered, messages: [message(1), myMessage(2, 'The Crane.')] });
    const resolver = await openInbox({ reply: [ok(view)], getConversation: [ok(aChat()), ok(view)] });
    await open('Hello');
    resolver.answers.listConversations = [ok(inboxPage([]))];
    await fill('Reply to the customer', 'The Crane.');
    await press('Send');
    expect(row('You: The Crane.').textContent).not.toContain('Unanswered');
    resolver.bridge.ping({ projects: ['1'], conversations: true });
    await pass(5_000);
    expect(row('You: The Crane.').getAttribute('aria-current')).toBe('true');
    await fill('Show', 'Assigned to me');
    expectWords('No chat in Support is assigned to you.');
    within(messages()).getByText('The Crane.');
    expect(rows()).toEqual([]);
  });
});

describe('a window with room for one column', () => {
  it('shows the list or the chat, with a way back to the row that was opened', async () => {
    const frames: FrameRequestCallback[] = [];
    await openInbox({}, { width: 375 });
    window.requestAnimationFrame = (callback) => frames.push(callback);
    const pane = document.querySelector<HTMLElement>('.inbox');
    expect(pane?.dataset.open).toBe('false');
    await open('Hello');
    expect(pane?.dataset.open).toBe('true');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Cara' }));
    await press('Back to the list');
    for (const draw of frames) draw(0);
    expect(pane?.dataset.open).toBe('false');
    expect(document.activeElement).toBe(row('Hello'));
    expectNoWords('Which tent for four?');
  });
});
