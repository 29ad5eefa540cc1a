import { fireEvent, screen } from '@testing-library/react';
import { onTestFinished, vi } from 'vitest';
import type { ConversationView } from '../../../src/contract/agent-conversation';
import type { Payload } from '../../../src/contract/functions';
import { InboxPage } from '../../../static/chats/inbox-page';
import { at, onlinePanel } from '../../static/availability/panel-builder';
import { chatCounts, conversation, inboxPage, inboxRow, message } from '../../static/chats/inbox-builder';
import { fakeResolver, ok, type Answers, type FakeResolver } from '../fake-resolver';
import { press, renderPage, settle } from '../render-page';

/** The chat of Cara's that waits for Ann. */
export const aChat = (overrides: Partial<ConversationView> = {}): ConversationView =>
  conversation([message(1, { text: 'Which tent for four?' })], overrides);

/** Pages wait for pings, for what they tell of, and for their slow refresh: all of it passes when the test says so. */
function stopTime(): void {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'],
  });
  onTestFinished(() => void vi.useRealTimers());
}

export async function pass(ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  await settle();
}

/** Ann, online in Support, opens its chats: of Cara's one that waits, unless the test says otherwise. */
export async function openInbox(
  answers: Answers = {},
  { place = { projectId: '1' }, width = 1_000 }: { place?: Payload<'getPanel'>; width?: number } = {},
): Promise<FakeResolver> {
  stopTime();
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width);
  onTestFinished(() => void vi.restoreAllMocks());
  const resolver = fakeResolver({
    getPanel: [ok(onlinePanel())],
    getLiveToken: [ok({ channel: 'channel', token: 'token', expiresAt: at(60) })],
    listConversations: [ok(inboxPage([inboxRow()]))],
    countChats: [ok(chatCounts())],
    getConversation: [ok(aChat())],
    typing: [ok(null)],
    look: [ok(null)],
    ...answers,
  });
  renderPage(<InboxPage place={place} viewerId="ann" />);
  await settle();
  return resolver;
}

/** Chooses which chats are shown: by a tab, or of the menu with the others. */
export async function show(label: string): Promise<void> {
  const tab = screen.queryByRole('radio', { name: label });
  if (!tab) {
    await press(/More filters/);
    fireEvent.click(screen.getByRole('menuitem', { name: label }));
  } else fireEvent.click(tab);
  await settle();
}

export const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.inbox-row')];

export const row = (text: string): HTMLElement => {
  const found = rows().find(({ textContent }) => textContent?.includes(text));
  if (!found) throw new Error(`No row says ${text}.`);
  return found;
};

export async function open(text: string): Promise<void> {
  fireEvent.click(row(text));
  await settle();
}

/** Opens the chats and, of them, this one. */
export async function openChat(view: ConversationView, answers: Answers = {}): Promise<FakeResolver> {
  const listConversations = [ok(inboxPage([view.row]))];
  const resolver = await openInbox({ listConversations, getConversation: [ok(view)], ...answers });
  await open(view.row.firstLine);
  return resolver;
}

export const messages = (): HTMLElement => screen.getByRole('region', { name: 'Messages' });

/** What is said to those who do not see it. */
export const said = (): string[] =>
  screen.getAllByRole('status').map(({ textContent }) => textContent?.trim() ?? '');
