import { router } from '@forge/bridge';
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Panel } from '../../../src/contract/panel';
import { onlinePanel, panel } from '../../static/availability/panel-builder';
import { inboxPage, inboxRow } from '../../static/chats/inbox-builder';
import { axeViolations } from '../axe-violations';
import { ok, refused } from '../fake-resolver';
import { expectNoWords, expectWords, press } from '../render-page';
import { aChat, messages, open, openInbox, pass, row, rows, said } from './open-inbox';

const { project: _project, ...noProject } = panel();

const notes = (): string[] =>
  [...document.querySelectorAll('.inbox-stale')].map(({ textContent }) => textContent ?? '');

describe('on a project’s page of chats', () => {
  it('people who have no part in the project read that they are no agents, and what to do', async () => {
    const { payloads } = await openInbox({ getPanel: [ok(noProject)] });
    expectWords('You’re not an agent here', /ask a space admin\.$/, 'Frontdesk chats');
    expect(payloads('listConversations')).toEqual([]);
  });

  it('admins who are no agents read the same, with the project’s name', async () => {
    const { payloads } = await openInbox({ getPanel: [ok(panel({ me: { isAgent: false } }))] });
    expectWords('You’re not an agent here', /^You’re not an agent in Support,/);
    expect(payloads('listConversations')).toEqual([]);
  });

  it('whoever opens it outside a project reads where to open it', async () => {
    await openInbox({ getPanel: [ok(noProject)] }, { place: {} });
    expectWords('No space selected', 'Open this page from the queues of a service space.');
  });

  it('that cannot be loaded says so, and “Try again” loads it', async () => {
    await openInbox({ getPanel: [refused('unavailable'), ok(onlinePanel())] });
    await press('Try again');
    expect(rows()).toHaveLength(1);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('an agent who is none any more does not keep chats before their eyes', async () => {
    const { answers, bridge } = await openInbox();
    await open('Hello');
    within(messages()).getByText('Which tent for four?');
    // The page's first look after it is subscribed.
    await pass(1_000);
    answers.listConversations = [refused('not-allowed')];
    answers.getConversation = [refused('not-allowed')];
    answers.getPanel = [ok(panel({ me: { isAgent: false } }))];
    // Not told of it: the list alone is asked for, and its refusal is reason enough to look.
    bridge.ping({ projects: ['1'], conversations: true });
    await pass(2_000);
    expectWords('You’re not an agent here');
    expectNoWords('Which tent for four?', 'Cara', 'Hello');
  });

  it.each<[what: string, given: Panel, words: RegExp]>([
    [
      '“offline”, and that it keeps nobody from answering (S7)',
      panel(),
      /^Customers see “offline”\. You can still reply/,
    ],
    [
      'nothing',
      { ...panel(), project: { id: '1', key: 'SUP', name: 'Support', chatEnabled: true, state: 'hidden' } },
      /^Customers don’t see a chat icon right now/,
    ],
    [
      '“online” because of others',
      { ...onlinePanel(), me: panel().me },
      /^Customers see “online” because other agents are/,
    ],
    ['“online”, as everybody expects: no word of it', onlinePanel(), /^$/],
  ])('says that customers see %s', async (_what, given, words) => {
    await openInbox({ getPanel: [ok(given)] });
    expect(document.querySelector('.inbox-note')?.textContent ?? '').toMatch(words);
  });
});

describe('D10: the head of the chats', () => {
  const admin = { ...onlinePanel(), me: { ...onlinePanel().me, mayPutOffline: true } };
  const links = (): [text: string | null, address: string | null][] =>
    screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);

  it('leads agents to the team, in Jira’s window and not in the frame', async () => {
    const { bridge } = await openInbox();
    expect(links()).toEqual([['Open team', 'https://example.atlassian.net/SUP/team']]);
    const link = screen.getByRole('link', { name: 'Open team' });
    expect(fireEvent.click(link)).toBe(false);
    expect(bridge.opened).toEqual(['https://example.atlassian.net/SUP/team']);
    // Another tab is the browser's to open.
    expect(fireEvent.click(link, { ctrlKey: true })).toBe(true);
    expect(bridge.opened).toHaveLength(1);
  });

  it('and those who may change them to the settings, too', async () => {
    await openInbox({ getPanel: [ok(admin)] });
    expect(links()).toEqual([
      ['Open team', 'https://example.atlassian.net/SUP/team'],
      ['Open settings', 'https://example.atlassian.net/SUP/project-settings'],
    ]);
    expect(await axeViolations()).toEqual([]);
  });

  it('leads nowhere for people who have no part in the chats', async () => {
    await openInbox({ getPanel: [ok(panel({ me: { isAgent: false } }))] });
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('has no dead link where Jira does not say where the page is', async () => {
    vi.spyOn(router, 'getUrl').mockRejectedValue(new Error('Failed to get URL'));
    await openInbox();
    expect(screen.queryByRole('link')).toBeNull();
    row('Hello');
  });
});

describe('while the server cannot answer', () => {
  it('an agent reads since when list and chat are not followed, until they are again (R7)', async () => {
    const { answers } = await openInbox();
    await open('Hello');
    // The page's first look after it is subscribed.
    await pass(1_000);
    expect(notes()).toEqual([]);
    const { listConversations, getConversation } = answers;
    Object.assign(answers, {
      listConversations: [refused('unavailable')],
      getConversation: [refused('unavailable')],
    });
    // The slow refresh, which comes by the minute.
    await pass(60_000);
    await pass(1_000);
    const note = 'Not up to date since 1:00 PM. Trying again…';
    expect(notes()).toEqual([note, note]);
    expect(said()).toContain(note);
    // What is known stays.
    within(messages()).getByText('Which tent for four?');
    expect(rows()).toHaveLength(1);

    Object.assign(answers, { listConversations, getConversation });
    await pass(60_000);
    await pass(1_000);
    expect(notes()).toEqual([]);
    expect(said()).toContain('Up to date again.');
  });
});

describe('the chat before somebody’s eyes', () => {
  it('is told to the page’s other parts: its flags have done their work', async () => {
    const list = [1, 2, 3, 4].map((n) => inboxRow({ conversationId: `c${n}`, lastLine: `camper ${n}` }));
    const { bridge } = await openInbox({
      listConversations: [ok(inboxPage(list))],
      getConversation: [ok(aChat())],
    });
    expect(bridge.told).toEqual([]);
    for (const n of [1, 2, 3, 4]) await open(`camper ${n}`);
    expect(bridge.told).toEqual([1, 2, 3, 4].map((n) => ['frontdesk.read', { conversationId: `c${n}` }]));
  });

  it('is the answer to whether it is read, and no other is; not while the window is hidden', async () => {
    const { bridge } = await openInbox();
    await open('Hello');
    bridge.told.length = 0;
    bridge.tell('frontdesk.is-read', { conversationId: 'two' });
    expect(bridge.told).toEqual([]);
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    bridge.tell('frontdesk.is-read', { conversationId: 'one' });
    expect(bridge.told).toEqual([]);
    visibility.mockRestore();
    bridge.tell('frontdesk.is-read', { conversationId: 'one' });
    expect(bridge.told).toEqual([['frontdesk.read', { conversationId: 'one' }]]);
  });
});

describe('the sound for new messages', () => {
  const choice = (): HTMLInputElement => screen.getByLabelText('Play a sound for new messages');

  it('is off until somebody wants it, and is remembered in this browser', async () => {
    await openInbox();
    expect(choice().checked).toBe(false);
    fireEvent.click(choice());
    expect(localStorage.getItem('frontdesk.sound')).toBe('on');
    fireEvent.click(choice());
    expect(localStorage.getItem('frontdesk.sound')).toBeNull();
  });
});
