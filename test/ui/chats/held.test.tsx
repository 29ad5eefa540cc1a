import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { InboxRow } from '../../../src/contract/inbox';
import { at } from '../../static/availability/panel-builder';
import { inboxPage, inboxRow } from '../../static/chats/inbox-builder';
import { axeViolations } from '../axe-violations';
import { ok, refused, type Answers } from '../fake-resolver';
import { button, expectAlert, expectNoWords, expectWords, press, settle } from '../render-page';
import { aChat, open, openInbox, pass, rows, show } from './open-inbox';

const heldRow = (id: string, minutes: number, overrides: Partial<InboxRow> = {}): InboxRow =>
  inboxRow({
    conversationId: id,
    firstLine: `First words of ${id}`,
    lastLine: `First words of ${id}`,
    lastAt: at(minutes),
    held: at(minutes),
    issueKey: null,
    status: null,
    pending: 1,
    ...overrides,
  });

const held = (shown: InboxRow[], cursor: string | null = null) =>
  ok({ ...inboxPage(shown, cursor), held: { count: shown.length, isMore: false } });

/** Two within the last hour, one of the hour before. */
const three = [heldRow('one', -1), heldRow('two', -2), heldRow('three', -62)];

const decided: Answers = { decideHeld: [ok({ undoUntil: at(1) })], undoDecideHeld: [ok(null)] };

async function openHeld(answers: Answers = {}, shown: InboxRow[] = three, cursor: string | null = null) {
  const resolver = await openInbox({
    listConversations: ({ filter }) =>
      filter === 'held'
        ? held(shown, cursor)
        : ok({ ...inboxPage([]), held: { count: shown.length, isMore: false } }),
    ...decided,
    ...answers,
  });
  await show(`Held back ${String(shown.length)}`);
  return resolver;
}

const tick = async (label: string | RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole('checkbox', { name: label }));
  await settle();
};

describe('chats held back (T6)', () => {
  it('have an entry of their own only while there are any', async () => {
    await openInbox({ listConversations: [ok(inboxPage([]))] });
    await press(/More filters/);
    expect(screen.getByRole('menu').textContent).not.toContain('Held back');
  });

  it('say what customers were told, and what releasing and rejecting do, before either', async () => {
    await openHeld();
    expectWords(/Their customers see that their message is kept\./);
    expectWords(/^Release: each chat becomes a request in Jira/, /^Reject: the chats end/);
    expect(rows()).toHaveLength(3);
    expect(await axeViolations()).toEqual([]);
  });

  it('offer nothing to press while none is selected', async () => {
    await openHeld();
    expectWords('Select chats to release or reject them.');
    expect(screen.queryByRole('button', { name: /Release|Reject/ })).toBeNull();
    await tick('Select all');
    expect(button('Reject 3')).toBeTruthy();
    expectNoWords('Select chats to release or reject them.');
  });

  it('are released by the hour, and gone from the list while it can be undone', async () => {
    const resolver = await openHeld();
    await tick(/^All from .*\(2\)$/);
    await press('Release 2 to Jira');
    expect(resolver.payloads('decideHeld')).toMatchObject([
      { projectId: '1', which: { conversationIds: ['one', 'two'] }, decision: 'release' },
    ]);
    expectWords('Releasing 2 chats to Jira.');
    expect(rows()).toHaveLength(1);
    expect(document.activeElement?.textContent).toContain('Undo');
  });

  it('come back by Undo within ten seconds, after which there is none', async () => {
    const resolver = await openHeld();
    await tick('Select all');
    await press('Reject 3');
    expect(rows()).toHaveLength(0);
    await press(/^Undo/);
    const [{ operationId } = {}] = resolver.payloads('decideHeld');
    expect(resolver.payloads('undoDecideHeld')).toMatchObject([{ operationId }]);
    expect(rows()).toHaveLength(3);
    await tick('Select all');
    await press('Reject 3');
    await pass(10_250);
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
    expect(document.activeElement).not.toBe(document.body);
  });

  it('of an hour that is not loaded whole are decided as that hour, and nothing newer than what was seen', async () => {
    const resolver = await openHeld({}, three, 'next');
    await tick(/^All from .*more than 1/);
    await press('Reject 1+');
    const [{ which } = {}] = resolver.payloads('decideHeld');
    const { from, to } = which as { from: string; to: string };
    expect(Date.parse(to) - Date.parse(from)).toBe(3_600_000);
    expect(Date.parse(to)).toBeLessThanOrEqual(Date.parse(at(0)));
  });

  it('are shown in pages, and the focus goes on at the first that is new', async () => {
    const older = heldRow('four', -130);
    await openInbox({
      listConversations: ({ filter, cursor }) => {
        if (filter === 'held' && cursor !== undefined) return ok(inboxPage([older]));
        const page = filter === 'held' ? inboxPage(three, 'next') : inboxPage([]);
        return ok({ ...page, held: { count: 3, isMore: true } });
      },
    });
    await show('Held back 3+');
    button('Show older').focus();
    await press('Show older');
    await pass(50);
    expect(rows()).toHaveLength(4);
    expect(document.activeElement?.textContent).toContain('First words of four');
  });

  it('stay selected where nothing was decided, and it says so', async () => {
    await openHeld({ decideHeld: [refused('unavailable')] });
    await tick('Select all');
    await press('Release 3 to Jira');
    expectAlert('Nothing was changed. The chats are still held back.');
    expect(rows()).toHaveLength(3);
    expect(button('Release 3 to Jira')).toBeTruthy();
  });

  it('are read without a reply box, and released one by one', async () => {
    const [row = heldRow('one', -1)] = three;
    const resolver = await openHeld({ getConversation: [ok(aChat({ row }))] });
    await open('First words of one');
    expect(screen.queryByLabelText('Reply to customer')).toBeNull();
    expectWords(/^This chat has been held back since .* Release it to reply\.$/);
    await press('Release 1 to Jira');
    expect(resolver.payloads('decideHeld')).toMatchObject([{ which: { conversationIds: ['one'] } }]);
    expectWords('Releasing 1 chat to Jira.');
    await press(/^Undo/);
    expectNoWords('Releasing 1 chat to Jira.');
    expect(document.activeElement).not.toBe(document.body);
  });
});
