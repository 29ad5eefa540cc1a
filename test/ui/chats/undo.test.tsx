import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ann, inboxPage, inboxRow, way } from '../../static/chats/inbox-builder';
import { axeViolations } from '../axe-violations';
import { ok, refused, type Answers } from '../fake-resolver';
import { expectAlert, expectNoWords, press, settle } from '../render-page';
import { aChat, open, openChat, openInbox, pass, said } from './open-inbox';

const bo = { accountId: 'bo', name: 'Bo', avatarUrl: null };
const row = inboxRow();
const ended = inboxRow({ ended: true, status: 'Resolved' });
const chat = aChat({ row });
const mine = aChat({ row: inboxRow({ assignee: ann }) });
const resolved = aChat({ row: ended, canResolve: false, ways: [] });

const bar = (): HTMLElement => screen.getByRole('region', { name: 'Undo recent changes' });
const undoButton = () => within(bar()).queryByRole('button', { name: /Undo/ });
async function undo(): Promise<void> {
  const button = undoButton();
  if (!button) throw new Error('There is nothing to undo.');
  fireEvent.click(button);
  await settle();
}
const resolveIt = async (answers: Answers) => {
  const resolver = await openChat(chat, answers);
  await press(/^Resolve/);
  return resolver;
};

describe('D8: undo', () => {
  it('opens a resolved chat again, to the status that it had', async () => {
    const { payloads } = await resolveIt({ resolve: [ok(resolved)], reopen: [ok(chat)] });
    expect(bar().textContent).toContain('SUP-1 resolved');
    await undo();
    expect(payloads('reopen')).toEqual([{ conversationId: 'one', status: 'Open' }]);
    expect(undoButton()).toBeNull();
    expect(said()).toContain('Undone');
    expect(document.querySelector('.inbox-row')?.textContent).toContain('waiting');
  });

  it('is there for ten seconds, and not while a pointer or the focus is on it', async () => {
    await resolveIt({ resolve: [ok(resolved)] });
    await pass(9_900);
    fireEvent.focus(undoButton() as HTMLElement);
    await pass(5_000);
    expect(undoButton()).not.toBeNull();
    fireEvent.blur(undoButton() as HTMLElement);
    await pass(1);
    expect(undoButton()).toBeNull();
  });

  it('goes after ten seconds by itself', async () => {
    await resolveIt({ resolve: [ok(resolved)] });
    await pass(9_900);
    expect(undoButton()).not.toBeNull();
    await pass(200);
    expect(undoButton()).toBeNull();
  });

  it('is possible while another chat is open, and leaves that one alone', async () => {
    const other = inboxRow({
      conversationId: 'two',
      firstLine: 'Other',
      lastLine: 'Other?',
      issueKey: 'SUP-2',
    });
    const { payloads } = await openInbox({
      listConversations: [ok(inboxPage([row, other]))],
      getConversation: ({ conversationId }) => ok(conversationId === 'two' ? aChat({ row: other }) : chat),
      resolve: [ok(resolved)],
      reopen: [ok(chat)],
    });
    await open('Hello');
    await press(/^Resolve/);
    await open('Other');
    await undo();
    expect(payloads('reopen')).toMatchObject([{ conversationId: 'one' }]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is not offered where the workflow has no way back; where that is known, it is said before', async () => {
    const final = way('21', 'Resolve', 'Resolved', { resolves: true, final: true });
    const { payloads } = await openChat(aChat({ row, ways: [final] }), {
      resolve: [ok({ ...resolved, canReopen: false })],
    });
    await press(/^Resolve/);
    expect(payloads('resolve')).toEqual([]);
    const item = screen.getByRole('menuitem', { name: /Resolve.*can’t be undone/ });
    fireEvent.click(item);
    await settle();
    expect(payloads('resolve')).toHaveLength(1);
    expect(undoButton()).toBeNull();
  });

  it.each([
    ['Bo resolved this chat a moment ago.', { resolvedBy: bo }],
    ['You resolved this chat a moment ago.', { resolvedBy: ann }],
    ['Someone else resolved this chat a moment ago.', {}],
  ])('somebody was faster: it says “%s”, and offers no undo of what they did', async (words, who) => {
    await resolveIt({ resolve: [ok({ ...resolved, already: true as const, ...who })] });
    expectAlert(words);
    expect(undoButton()).toBeNull();
  });

  it('that Jira refuses says why and stays until it is read', async () => {
    await resolveIt({
      resolve: [ok(resolved)],
      getConversation: [ok(chat), ok(resolved)],
      reopen: [refused('conflict')],
    });
    await undo();
    expectAlert('This couldn’t be undone.', /^The workflow has no way back/);
    await pass(20_000);
    fireEvent.click(within(bar()).getByRole('button', { name: 'Dismiss' }));
    await settle();
    expectNoWords('This couldn’t be undone.');
  });

  it.each([
    ['taking', null, 'giveBack', { seen: 'ann' }],
    ['taking over', bo, 'handOver', { seen: 'ann', to: 'bo' }],
  ] as const)('of %s it makes it whose it was', async (_what, before, action, payload) => {
    const was = aChat({ row: inboxRow({ assignee: before }) });
    const { payloads } = await openChat(was, { assignToMe: [ok(mine)], [action]: [ok(was)] });
    await press(before ? /Take over/ : /Assign to me/);
    expect(bar().textContent).toContain('Assigned to you');
    await undo();
    expect(payloads(action)).toMatchObject([{ conversationId: 'one', ...payload }]);
    expectNoWords('Bo took over this chat.');
  });

  it('of a hand-over it is mine again; a colleague who took it meanwhile keeps it, and is named', async () => {
    const { payloads } = await openChat(mine, {
      getColleagues: [ok({ colleagues: [{ ...bo, online: true, until: null }], isMore: false })],
      handOver: [ok(aChat({ row: inboxRow({ assignee: bo }) }))],
      assignToMe: [{ ok: false, error: { code: 'conflict', message: '', assignee: { ...bo, name: 'Cy' } } }],
    });
    await press('Hand over');
    fireEvent.click(screen.getByRole('option', { name: /Bo/ }));
    await press('Hand over to Bo');
    expect(bar().textContent).toContain('Handed over to Bo');
    expect(await axeViolations()).toEqual([]);
    await undo();
    expect(payloads('assignToMe')).toEqual([{ conversationId: 'one', seen: 'bo' }]);
    expectAlert('Cy took this chat a moment ago.');
  });

  it('is done once, however often it is pressed', async () => {
    const { payloads } = await resolveIt({ resolve: [ok(resolved)], reopen: [new Promise(() => undefined)] });
    const button = undoButton() as HTMLElement;
    fireEvent.click(button);
    fireEvent.click(button);
    await settle();
    expect(payloads('reopen')).toHaveLength(1);
  });
});
