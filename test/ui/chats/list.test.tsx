import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { InboxRow } from '../../../src/contract/inbox';
import type { InboxFilter } from '../../../src/domain/conversation-listing';
import { at } from '../../static/availability/panel-builder';
import { ann, chatCounts, inboxPage, inboxRow, message, myMessage } from '../../static/chats/inbox-builder';
import { ok, refused } from '../fake-resolver';
import { expectAlert, expectNoWords, expectWords, fill, press } from '../render-page';
import { aChat, messages, open, openInbox, pass, row, rows, show } from './open-inbox';

const showing = (...shown: InboxRow[]) => ({ listConversations: [ok(inboxPage(shown))] });

/** The parts of a row, as they are read one after the other. */
const partsOf = (text: string): string[] =>
  within(row(text))
    .getAllByText(/./, { selector: 'span, time' })
    .filter(({ children }) => children.length === 0)
    .map(({ textContent }) => textContent ?? '');

describe('a chat in the list', () => {
  it('D2: says who, for how long they wait, what they said last, whether they are active, and whose it is', async () => {
    await openInbox(showing(inboxRow({ here: true, lastAt: at(-1), waitingSince: at(-12) })));
    expect(row('Hello').textContent).toBe(
      'Carawaiting 12 minHello?SUP-1 active nowemail not confirmedunassigned',
    );
  });

  it('says who spoke last and when, and its status, where nobody waits', async () => {
    const answered = { unanswered: false, waitingSince: null, lastFrom: 'agent', lastAgent: ann } as const;
    await openInbox(showing(inboxRow({ ...answered, lastAt: at(-5) })));
    expect(row('Hello').textContent).toMatch(/^Cara5 min\. agoYou: Hello\?SUP-1.*Open/);
  });

  it('says whose it is, and leaves room for what was said after a long name', async () => {
    const bo = { accountId: 'bo', name: 'Bo Brown-Robinson Smith', avatarUrl: null };
    await openInbox(
      showing(
        inboxRow({ lastFrom: 'agent', lastAgent: bo, assignee: bo, unanswered: false, waitingSince: null }),
        inboxRow({
          conversationId: 'two',
          lastLine: 'Zips?',
          lastFrom: 'agent',
          lastAgent: ann,
          assignee: ann,
        }),
      ),
    );
    expect(row('SUP-1').textContent).toContain('Bo Brown-Robinso…: Hello?');
    expect(row('Bo Brown-Robinson Smith').textContent).not.toContain('waiting');
    expect(row('Zips?').textContent).toMatch(/You: Zips\?.*You$/);
  });

  it('has the project’s word for a visitor without a name', async () => {
    const page = { ...inboxPage([inboxRow({ customer: null, kind: 'anonymous' })]), anonymousName: 'Guest' };
    await openInbox({ listConversations: [ok(page)] });
    expect(row('Hello').textContent).toMatch(/^Guest/);
  });

  it('says what is not in Jira, or not yet, and why it never will be', async () => {
    await openInbox(
      showing(
        inboxRow({ issueKey: null, status: null, pending: 2 }),
        inboxRow({ conversationId: 'two', lastLine: 'Zips?', issueKey: null, failure: 'refused' }),
      ),
    );
    expect(partsOf('Hello')).toEqual(
      expect.arrayContaining(['Not in Jira yet', 'Sending 2 messages to Jira']),
    );
    expect(row('Zips?').textContent).toContain('Not in Jira');
    expect(row('Zips?').textContent).toContain('Not delivered: Jira didn’t accept it.');
  });
});

describe('the list', () => {
  it('begins with what waits, and shows what is chosen; an empty one says of what', async () => {
    const { payloads } = await openInbox({ listConversations: [ok(inboxPage([]))] });
    expectWords('No chats in Support are waiting for a reply.');
    const EMPTY: [label: string, filter: InboxFilter, text: string][] = [
      ['Mine', 'mine', 'No chats in Support are assigned to you.'],
      ['Unassigned', 'unassigned', 'No unassigned chats in Support.'],
      ['Open', 'unresolved', 'No open chats in Support.'],
      ['Customer active', 'here', 'No customers with a chat in Support are active right now.'],
      ['All', 'all', 'No chats in Support yet. When a customer starts one, it appears here.'],
    ];
    for (const [label, filter, text] of EMPTY) {
      await show(label);
      expectWords(text);
      expect(payloads('listConversations').at(-1)).toMatchObject({ projectId: '1', filter });
    }
    expect(payloads('listConversations')[0]).toMatchObject({ filter: 'unanswered' });
  });

  it('that is empty so far does not say that there is nothing older', async () => {
    await openInbox({ listConversations: [ok(inboxPage([], 'older'))] });
    expectWords('None in the most recent chats.');
  });

  it('that cannot be loaded says so, and “Try again” loads it', async () => {
    await openInbox({ listConversations: [refused('unavailable'), ok(inboxPage([inboxRow()]))] });
    expectAlert('Frontdesk can’t be reached right now. Try again in a moment.');
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
    expectAlert('Frontdesk can’t be reached right now. Try again in a moment.');
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
      waitingSince: null,
    });
    const view = aChat({ row: answered, messages: [message(1), myMessage(2, 'The Crane.')] });
    const resolver = await openInbox({ reply: [ok(view)], getConversation: [ok(aChat()), ok(view)] });
    await open('Hello');
    resolver.answers.listConversations = [ok(inboxPage([]))];
    await fill('Reply to customer', 'The Crane.');
    await press('Send');
    expect(row('You: The Crane.').textContent).not.toContain('waiting');
    resolver.bridge.ping({ projects: ['1'], conversations: true });
    await pass(5_000);
    expect(row('You: The Crane.').getAttribute('aria-current')).toBe('true');
    await show('Mine');
    expectWords('No chats in Support are assigned to you.');
    within(messages()).getByText('The Crane.');
    expect(rows()).toEqual([]);
  });
});

describe('a window with room for one column', () => {
  it('shows the list or the chat, with a way back to the row that was opened', async () => {
    const frames: FrameRequestCallback[] = [];
    await openInbox({}, { width: 375 });
    vi.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) => frames.push(callback));
    const pane = document.querySelector<HTMLElement>('.inbox');
    expect(pane?.dataset.open).toBe('false');
    await open('Hello');
    expect(pane?.dataset.open).toBe('true');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Cara' }));
    await press('Back to list');
    for (const draw of frames) draw(0);
    expect(pane?.dataset.open).toBe('false');
    expect(document.activeElement).toBe(row('Hello'));
    expectNoWords('Which tent for four?');
  });
});

describe('D2: how many there are', () => {
  it('is said of every filter, and of no more than can be counted', async () => {
    await openInbox({
      countChats: [
        ok(
          chatCounts({
            unanswered: { count: 5, isMore: false },
            unassigned: { count: 2, isMore: false },
            unresolved: { count: 100, isMore: true },
          }),
        ),
      ],
    });
    const names = screen.getAllByRole('radio').map((tab) => tab.closest('label')?.textContent);
    expect(names).toEqual(['Waiting 5', 'Mine', 'Open 100+', 'All']);
    await press(/More filters/);
    screen.getByRole('menuitem', { name: 'Unassigned 2' });
  });
});

describe('D2: a search', () => {
  const wren = inboxRow({ conversationId: 'two', lastLine: 'About the Wren' });

  it('shows what it found instead of the list, and Escape brings the list back', async () => {
    const { payloads } = await openInbox({ searchChats: [ok(inboxPage([wren]))] });
    await fill('Search chats', ' wren ');
    expect(payloads('searchChats')).toEqual([]);
    await pass(500);
    expect(payloads('searchChats')).toEqual([{ projectId: '1', query: 'wren' }]);
    expectWords('1 chat found for “wren”');
    expect(rows()).toHaveLength(1);
    await open('About the Wren');
    fireEvent.keyDown(screen.getByLabelText('Search chats'), { key: 'Escape' });
    expect(rows().map(({ textContent }) => textContent?.includes('Hello?'))).toEqual([true]);
  });

  it('goes on through older chats, and says when there is nothing', async () => {
    const { payloads } = await openInbox({
      searchChats: [ok(inboxPage([], 'older')), refused('unavailable'), ok(inboxPage([]))],
    });
    await fill('Search chats', 'kayak');
    fireEvent.submit(screen.getByRole('search'));
    await pass(0);
    expectWords('Nothing for “kayak” in the most recent chats.');
    await press('Search older chats');
    expectAlert('Frontdesk can’t be reached right now. Try again in a moment.');
    await press('Try again');
    expectWords('No chats found for “kayak”. Try another word or the request key.');
    expect(payloads('searchChats').map(({ cursor }) => cursor)).toEqual([undefined, 'older', 'older']);
  });
});
