import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createServerClock } from '../../../static/app/server-clock';
import { createPanelStore } from '../../../static/availability/panel-store';
import { AgentPage } from '../../../static/pages/agent/agent-page';
import { callResolver } from '../../../static/app/call-resolver';
import { at, onlinePanel, panel } from '../../static/availability/panel-builder';
import { inboxPage, inboxRow } from '../../static/chats/inbox-builder';
import { aChat } from '../chats/open-inbox';
import { fakeResolver, ok, refused, type Answers, type FakeResolver } from '../fake-resolver';
import { expectAlert, expectNoWords, expectWords, press, renderPage, settle } from '../render-page';

const UNREACHABLE = 'Frontdesk cannot be reached right now. Try again in a moment.';

interface Opened {
  isDialog?: boolean;
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
  const { isDialog = false, conversation } = opened;
  renderPage(<AgentPage {...{ store, clock, isDialog, conversation, viewerId: 'ann' }} />);
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
    expectWords('You are offline in Support');
    expectNoWords(UNREACHABLE);
  });

  it('also when Forge refuses the call', async () => {
    const refusing = Promise.reject(new Error('Too many invocations'));
    await openPage({ getPanel: [refusing, ok(panel())] });
    expectAlert(UNREACHABLE);
    // Who waits need not press it: the page asks again by itself.
    await pass(60_000);
    await pass(1_000);
    expectWords('You are offline in Support');
  });

  it('counts the minutes down, and shows the end when it comes, without hearing of it (S8)', async () => {
    await openPage({ getPanel: [ok(onlinePanel(at(30))), refused('unavailable')] });
    expectWords('by hand, until 1:30 PM (30 min left)');
    await pass(10 * 60_000);
    expectWords('by hand, until 1:30 PM (20 min left)');
    await pass(20 * 60_000);
    expectWords('You are offline in Support', 'Nobody is online in Support right now.');
  });

  it('shows what happens elsewhere', async () => {
    const { answers, bridge } = await openPage({ getPanel: [ok(panel())] });
    answers.getPanel = [ok(onlinePanel())];
    bridge.ping({ projects: ['1'] });
    await pass(200);
    expectWords('You are online in Support');
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
    expect(screen.queryByRole('button', { name: 'Go online' })).toBeNull();
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
    fireEvent.change(screen.getByLabelText('Stay online'), { target: { value: '30' } });
    fireEvent.click(tab('Chats'));
    fireEvent.click(tab('Availability'));
    expect(screen.getByLabelText<HTMLSelectElement>('Stay online').value).toBe('30');
  });

  it('tell people who are no agents there that they are not', async () => {
    await openPage({ getPanel: [ok(panel({ me: { isAgent: false } }))] });
    expectWords('You are not an agent in Support, so you have no status of your own here.');
    fireEvent.click(tab('Chats'));
    expectWords('You are not an agent in Support. Its agents read and answer the chats.');
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
