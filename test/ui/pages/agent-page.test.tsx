import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createServerClock } from '../../../static/app/server-clock';
import { createPanelStore } from '../../../static/availability/panel-store';
import { AgentPage } from '../../../static/pages/agent/agent-page';
import { callResolver } from '../../../static/app/call-resolver';
import { at, myProject, onlinePanel, panel } from '../../static/availability/panel-builder';
import { chatCounts, inboxPage, inboxRow } from '../../static/chats/inbox-builder';
import { aChat } from '../chats/open-inbox';
import { fakeResolver, ok, refused, type Answers, type FakeResolver } from '../fake-resolver';
import { button, expectAlert, expectNoWords, expectWords, press, renderPage, settle } from '../render-page';

const UNREACHABLE = 'Frontdesk can’t be reached right now. Try again in a moment.';

interface Opened {
  isDialog?: boolean;
  toGoOnline?: boolean;
  conversation?: { projectId: string; conversationId: string };
}

async function openPage(answers: Answers, opened: Opened = {}): Promise<FakeResolver> {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'],
  });
  onTestFinished(() => void vi.useRealTimers());
  const resolver = fakeResolver({
    getLiveToken: [ok({ channel: 'channel', token: 'token', expiresAt: at(60) })],
    listConversations: [ok(inboxPage([inboxRow()]))],
    getConversation: [ok(aChat())],
    ...answers,
  });
  const clock = createServerClock();
  const memory = { read: () => null, write: () => undefined };
  const store = createPanelStore({ call: callResolver, clock, place: { projectId: '1' }, memory });
  void store.refresh();
  const { isDialog = false, conversation, toGoOnline = false } = opened;
  renderPage(<AgentPage {...{ store, clock, isDialog, conversation, toGoOnline, viewerId: 'ann' }} />);
  await settle();
  return resolver;
}

async function pass(ms: number): Promise<void> {
  act(() => void vi.advanceTimersByTime(ms));
  await settle();
}

const tab = (name: string): HTMLElement => screen.getByRole('tab', { name });

describe('the page of availability', () => {
  it('that cannot be loaded says so, and “Try again” loads it', async () => {
    await openPage({ getPanel: [refused('unavailable'), ok(panel())] });
    expectAlert(UNREACHABLE);
    await press('Try again');
    expectWords('You’re offline in Support');
    expectNoWords(UNREACHABLE);
  });

  it('also when Forge refuses the call', async () => {
    const refusing = Promise.reject(new Error('Too many invocations'));
    await openPage({ getPanel: [refusing, ok(panel())] });
    expectAlert(UNREACHABLE);
    // Who waits need not press it: the page asks again by itself.
    await pass(60_000);
    await pass(1_000);
    expectWords('You’re offline in Support');
  });

  it('counts the minutes down, and shows the end when it comes, without hearing of it (S8)', async () => {
    await openPage({ getPanel: [ok(onlinePanel(at(30))), refused('unavailable')] });
    expectWords('Set by you, until 1:30 PM (30 min left)');
    await pass(10 * 60_000);
    expectWords('Set by you, until 1:30 PM (20 min left)');
    await pass(20 * 60_000);
    expectWords('You’re offline in Support', 'No one is online in Support right now.');
  });

  it('shows what happens elsewhere', async () => {
    const { answers, bridge } = await openPage({ getPanel: [ok(panel())] });
    answers.getPanel = [ok(onlinePanel())];
    bridge.ping({ projects: ['1'] });
    await pass(200);
    expectWords('You’re online in Support');
  });
});

describe('the command to go online', () => {
  it('given by somebody who is, changes nothing and says until when, and no key at hand would end it (I4)', async () => {
    const { payloads } = await openPage(
      { getPanel: [ok(onlinePanel(at(30)))] },
      { isDialog: true, toGoOnline: true },
    );
    expectWords('You’re already online in Support (until 1:30 PM).');
    expect(document.activeElement).toBe(button('Until 1:30 PM 30 min left'));
    expect([...payloads('goOnline'), ...payloads('goOffline')]).toEqual([]);
  });

  it('is about what was so when it was given: what somebody does then is no news (I4)', async () => {
    await openPage(
      { getPanel: [ok(panel())], goOnline: [ok(onlinePanel())] },
      { isDialog: true, toGoOnline: true },
    );
    expect(document.activeElement).toBe(button('Go online'));
    await press('Go online');
    expectNoWords(/already online/);
  });

  it('names the other projects in which somebody is online (I4, S13)', async () => {
    const projects = [
      myProject(),
      myProject({ id: '2', key: 'OPS', name: 'Operations', online: true, until: at(60), onlineCount: 1 }),
    ];
    await openPage({ getPanel: [ok(panel({ projects }))] }, { isDialog: true, toGoOnline: true });
    expectWords('You’re already online in Operations (until 2:00 PM).', 'You’re offline in Support');
  });
});

describe('what cannot be followed any more', () => {
  it('is not told as true: the page says since when, and nothing of what customers see, until it can again', async () => {
    const { answers } = await openPage({ getPanel: [ok(onlinePanel()), refused('unavailable')] });
    await pass(60_000);
    await pass(1_000);
    await pass(60_000);
    expectWords(
      'Not up to date since 1:00 PM. Trying again…',
      'Frontdesk can’t tell what customers see right now.',
    );
    answers.getPanel = [ok(onlinePanel())];
    await pass(60_000);
    await pass(1_000);
    expectWords('Customers are promised someone, with no end set.');
    expectNoWords(/^Not up to date/);
  });
});

describe('a chat of mine that waits', () => {
  it('is opened from where it is named, in the tab of chats (S11, D10)', async () => {
    const waitingChats = [
      {
        projectId: '1',
        count: 1,
        anonymousName: 'Guest',
        chats: [
          { conversationId: 'one', projectId: '1', issueKey: 'SUP-15', customer: null, waitingSince: at(-4) },
        ],
      },
    ];
    const online = onlinePanel();
    const { payloads } = await openPage({
      getPanel: [ok({ ...online, me: { ...online.me, waitingChats } })],
    });
    await press('Go offline');
    await press('SUP-15 Guest');
    await vi.waitFor(async () => {
      await settle();
      expectWords('Which tent for four?');
    });
    expect(tab('Chats').getAttribute('aria-selected')).toBe('true');
    expect(payloads('getConversation')).toContainEqual({ conversationId: 'one' });
    expect(payloads('goOffline')).toEqual([]);
  });
});

describe('its tabs', () => {
  it('are availability first, and chats, which are loaded when they are looked at', async () => {
    const { payloads } = await openPage({ getPanel: [ok(panel())] });
    expect(screen.getAllByRole('tab').map((each) => each.getAttribute('aria-selected'))).toEqual([
      'true',
      'false',
    ]);
    expect(payloads('listConversations')).toEqual([]);
    fireEvent.click(tab('Chats'));
    await vi.waitFor(async () => {
      await settle();
      expectWords('Chats in Support', 'Cara');
    });
    expect(screen.queryByRole('button', { name: /until/i })).toBeNull();
  });

  it('have one status: whoever goes online beside the chats is online in both (D10)', async () => {
    const { payloads } = await openPage({ getPanel: [ok(panel())], goOnline: [ok(onlinePanel())] });
    fireEvent.click(tab('Chats'));
    await vi.waitFor(async () => {
      await settle();
      expectWords('Cara');
    });
    await press('Go online');
    button('Go offline');
    fireEvent.click(tab('Availability'));
    button('Go offline');
    expect(payloads('goOnline')).toHaveLength(1);
  });

  it('count the chats once for both, however often something happens in them', async () => {
    const unanswered = { count: 2, isMore: false };
    const { payloads, bridge } = await openPage({
      getPanel: [ok(panel())],
      countChats: [ok(chatCounts({ unanswered }))],
    });
    const chats = screen.getByRole('tab', { name: /^Chats/ });
    fireEvent.click(chats);
    await vi.waitFor(async () => {
      await settle();
      expectWords('Cara');
    });
    // The page's first look after it is subscribed.
    await pass(1_000);
    const before = payloads('countChats').length;
    bridge.ping({ projects: ['1'], conversations: true });
    // At once, and as soon as lists have it.
    await pass(1_000);
    expect(payloads('countChats')).toHaveLength(before + 1);
    await pass(2_000);
    expect(payloads('countChats')).toHaveLength(before + 2);
    expect(chats.textContent).toMatch(/^Chats 2/);
    expect(screen.getByRole('radio', { name: /^Waiting/ }).closest('label')?.textContent).toContain('2');
  });

  it('are reached by the arrow keys, round and round', async () => {
    await openPage({ getPanel: [ok(panel())] });
    fireEvent.keyDown(tab('Availability'), { key: 'ArrowLeft' });
    expect(document.activeElement).toBe(tab('Chats'));
    expect(tab('Chats').getAttribute('aria-selected')).toBe('true');
    expect([tab('Availability').tabIndex, tab('Chats').tabIndex]).toEqual([-1, 0]);
    fireEvent.keyDown(tab('Chats'), { key: 'ArrowRight' });
    expect(document.activeElement).toBe(tab('Availability'));
  });

  it('stay as they were left while the other one is looked at', async () => {
    await openPage({ getPanel: [ok(panel())] });
    await press(/^Until/);
    fireEvent.click(screen.getByRole('menuitemradio', { name: /^30 min/ }));
    fireEvent.click(tab('Chats'));
    fireEvent.click(tab('Availability'));
    expect(button(/^Until/).textContent).toBe('1:30 PM in 30 min');
  });

  it('tell people who are no agents there that they are not', async () => {
    await openPage({ getPanel: [ok(panel({ me: { isAgent: false } }))] });
    expectWords('You’re not an agent in Support, so you don’t have a status here.');
    fireEvent.click(tab('Chats'));
    expectWords('You’re not an agent in Support, so you can’t read its chats or reply.');
  });

  it('begin with the chats when it was opened for one of them', async () => {
    const conversation = { projectId: '1', conversationId: 'one' };
    const { payloads } = await openPage({ getPanel: [ok(panel())] }, { conversation });
    await vi.waitFor(async () => {
      await settle();
      expectWords('Which tent for four?');
    });
    expect(payloads('getConversation')).toContainEqual({ conversationId: 'one' });
  });
});
