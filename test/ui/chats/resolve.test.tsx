import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Way } from '../../../src/domain/ways';
import { inboxRow, way } from '../../static/chats/inbox-builder';
import { ok, type Answers } from '../fake-resolver';
import { expectAlert, press, settle } from '../render-page';
import { aChat, openChat, said } from './open-inbox';

const done = { id: '1', name: 'Done' };
const duplicate = { id: '2', name: 'Duplicate' };
const cancel = way('41', 'Cancel request', 'Canceled');
const close = way('51', 'Close', 'Closed', { resolves: true });
const ways = [
  cancel,
  { ...close, resolution: done },
  { ...close, resolution: duplicate },
  way('21', 'Resolve', 'Resolved', { resolves: true, resolution: done }),
  way('61', 'Hand over', 'Handed over', { wants: ['Supplier’s reference', 'Root cause'] }),
];
const ended = (status: string) =>
  ok(aChat({ row: inboxRow({ ended: true, status }), canResolve: false, ways: [] }));

const openWith = (offered: Way[], answers: Answers = {}) =>
  openChat(aChat({ ways: offered, canResolve: offered.length > 0 }), answers);
const items = () => screen.getAllByRole('menuitem').map(({ textContent }) => textContent);

/** Of a button that has one of two labels, as wide as the wider: the one it shows. */
const button = (label: string): HTMLElement => {
  const found = screen
    .getAllByRole('button')
    .find((each) => each.querySelector('[data-shown="true"]')?.textContent === label);
  if (!found) throw new Error(`No button says ${label}.`);
  return found;
};

async function choose(label: string): Promise<void> {
  fireEvent.click(button('Resolve'));
  const item = screen.getAllByRole('menuitem').find(({ textContent }) => textContent?.includes(label));
  if (!item) throw new Error(`No item says ${label}.`);
  fireEvent.click(item);
  await settle();
}

describe('“Resolve”', () => {
  it('takes the only way that resolves at once, whatever else there is', async () => {
    const { payloads } = await openWith([cancel, { ...close, resolution: done }], {
      resolve: [ended('Closed')],
    });
    fireEvent.click(button('Resolve'));
    await settle();
    expect(payloads('resolve')).toEqual([{ conversationId: 'one' }]);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('of several ways asks which, by Jira’s names, with where they lead and what they ask', async () => {
    const { payloads } = await openWith(ways, { resolve: [ended('Closed')] });
    expect(button('Resolve').getAttribute('aria-haspopup')).toBe('menu');
    fireEvent.click(button('Resolve'));
    expect(screen.getByRole('menu', { name: 'How does this request end?' })).toBeTruthy();
    expect(items()).toEqual([
      'Cancel request Canceled',
      'Close Closed · Done',
      'Close Closed · Duplicate',
      'Resolve Resolved · Done',
      'Hand over Handed over · asks for Supplier’s reference and Root cause in Jira',
    ]);
    expect(payloads('resolve')).toEqual([]);
    fireEvent.click(button('Resolve'));
    await choose('Closed · Duplicate');
    expect(payloads('resolve')).toEqual([{ conversationId: 'one', transitionId: '51', resolutionId: '2' }]);
    expect(said()).toContain('The request is now “Closed” and the chat has ended.');
    expect(document.activeElement).toBe(screen.getByLabelText('Reply to customer'));
  });

  it('is chosen with the keyboard as well, and left with Escape', async () => {
    await openWith(ways);
    fireEvent.click(button('Resolve'));
    const [first, second] = screen.getAllByRole('menuitem');
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button('Resolve'));
  });

  it('is called what Jira calls it where the only way is another, and takes that one by its name', async () => {
    const { payloads } = await openWith([cancel], { resolve: [ended('Canceled')] });
    fireEvent.click(button('Cancel request'));
    await settle();
    expect(payloads('resolve')).toEqual([{ conversationId: 'one', transitionId: '41' }]);
    expect(said()).toContain('The request is now “Canceled” and the chat has ended.');
  });

  it.each([
    ['of several', () => choose('Hand over'), ways],
    [
      'the only one',
      async () => {
        fireEvent.click(button('Resolve'));
        await settle();
      },
      [way('61', 'Resolve', 'Resolved', { resolves: true, wants: ['Supplier’s reference', 'Root cause'] })],
    ],
  ])('names the fields that Jira asks for, %s, and asks Jira nothing', async (_which, act, offered) => {
    const { payloads } = await openWith(offered);
    await act();
    expectAlert(
      'The request wasn’t resolved.',
      /^Jira asks for Supplier’s reference and Root cause before “(Hand over|Resolve)”\. Open the request/,
    );
    expect(payloads('resolve')).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('that Jira refuses is told in Jira’s own words, and what was chosen is tried again where it may work', async () => {
    const { payloads } = await openWith(ways, {
      resolve: [
        { ok: false, error: { code: 'conflict', message: '', jiraSays: ['The build is red.'] } },
        { ok: false, error: { code: 'unavailable', message: '' } },
        ended('Canceled'),
      ],
    });
    await choose('Canceled');
    expectAlert('The request wasn’t resolved.', /^Jira doesn’t allow this/);
    expect(screen.getByRole('alert').textContent).toContain('Jira says: The build is red.');
    await choose('Canceled');
    await press('Try again');
    expect(payloads('resolve')).toEqual(
      Array.from({ length: 3 }, () => ({ conversationId: 'one', transitionId: '41' })),
    );
  });
});

describe('“Assign to me”', () => {
  it('that Jira refuses says what to do about it, and is not to be tried again', async () => {
    await openWith(ways, {
      assignToMe: [{ ok: false, error: { code: 'not-allowed', message: '', jiraSays: ['No permission.'] } }],
    });
    fireEvent.click(button('Assign to me'));
    await settle();
    expectAlert('The chat wasn’t assigned to you.', /A space admin can give you the permission/);
    expect(screen.getByRole('alert').textContent).toContain('Jira says: No permission.');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('is there where somebody who left has the chat, in the list and above it', async () => {
    const cy = { accountId: 'cy', name: 'Cy', avatarUrl: null };
    await openChat(aChat({ row: inboxRow({ assignee: cy, assigneeLeft: true }) }));
    screen.getByText('Was assigned to Cy, who’s no longer an agent here');
    screen.getByText('Cy (no longer an agent)');
    expect(button('Assign to me')).toHaveProperty('disabled', false);
  });
});
