import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { refuse } from '../../../src/domain/errors';
import type { SavedReply } from '../../../src/domain/saved-reply';
import { SettingsPage } from '../../../static/settings/project/settings-page';
import { axeViolations } from '../axe-violations';
import { button, press } from '../render-page';
import { aProject } from './a-project';
import { asksBeforeLeaving, enter, open, valueOf } from './on-screen';

const PAGE = <SettingsPage projectId="10001" viewerId="pia" />;
const HELLO: SavedReply = { id: 'a', name: 'Hello', text: 'Hi {customer}' };

/** A project with these replies, which another admin changes, too. */
function aProjectWith(...replies: SavedReply[]) {
  const stored = { rev: 1, replies };
  const project = aProject();
  const { answers } = project.jira;
  const value = () => ({ ok: true, value: { ...stored, canEdit: true, agentName: 'Pia' } }) as const;
  answers.getSavedReplies = value;
  answers.saveSavedReplies = (payload) => {
    if (payload.rev !== stored.rev) return refuse('conflict', '');
    Object.assign(stored, { rev: stored.rev + 1, replies: payload.replies });
    return value();
  };
  const others = (theirs: SavedReply[]): void => {
    Object.assign(stored, { rev: stored.rev + 1, replies: theirs });
  };
  return { stored, others, answers };
}

afterEach(cleanup);

const card = () => within(screen.getByRole('region', { name: 'Saved replies' }));

describe('the card of saved replies (D7)', () => {
  it('says what they are for while there are none, and adds one', async () => {
    const { stored } = aProjectWith();
    await open(PAGE);
    expect(card().getByText(/^No saved replies yet\. Add one/)).toBeTruthy();
    await press('Add reply');
    await enter('Name', 'Hello');
    await enter('Text', 'Hi ');
    await press('Customer’s name');
    expect(valueOf('Text')).toBe('Hi {customer}');
    expect(card().getByText('To Mia Miller, by Pia').nextElementSibling?.textContent).toBe('Hi Mia Miller');
    expect(card().getByText('Can’t be sent until someone fills it in.')).toBeTruthy();
    expect(asksBeforeLeaving()).toBe(true);
    expect(await axeViolations()).toEqual([]);
    await press('Save reply');
    expect(stored.replies).toMatchObject([{ name: 'Hello', text: 'Hi {customer}' }]);
    expect(asksBeforeLeaving()).toBe(false);
    expect(button('Edit “Hello”')).toBeTruthy();
  });

  it('keeps what cannot be saved, and says why: no name, a name twice, too long, no connection', async () => {
    const { stored, answers } = aProjectWith(HELLO);
    await open(PAGE);
    await press('Add reply');
    await press('Save reply');
    expect(card().getByText('Enter a name.')).toBeTruthy();
    await enter('Name', ' HELLO ');
    await enter('Text', 't'.repeat(2_003));
    expect(card().getByText('Another reply has this name. Choose a different one.')).toBeTruthy();
    expect(card().getByText('3 characters too many.')).toBeTruthy();
    await enter('Name', 'Bye');
    await enter('Text', 'Bye!');
    answers.saveSavedReplies = () => refuse('unavailable', '');
    await press('Save reply');
    expect(card().getByText('The reply wasn’t saved. What you entered is still here.')).toBeTruthy();
    expect([valueOf('Name'), valueOf('Text')]).toEqual(['Bye', 'Bye!']);
    expect(stored.replies).toEqual([HELLO]);
  });

  it('saves on top of what somebody else did to other replies meanwhile', async () => {
    const { stored, others } = aProjectWith(HELLO);
    await open(PAGE);
    await press('Edit “Hello”');
    await enter('Text', 'Good day');
    others([HELLO, { id: 'b', name: 'Bye', text: 'Bye!' }]);
    await press('Save reply');
    expect(stored.replies.map(({ text }) => text)).toEqual(['Good day', 'Bye!']);
  });

  it('shows what somebody else made of the same reply, and lets choose', async () => {
    const { stored, others } = aProjectWith(HELLO);
    await open(PAGE);
    await press('Edit “Hello”');
    await enter('Text', 'Mine');
    others([{ ...HELLO, text: 'Theirs' }]);
    await press('Save reply');
    expect(card().getByText('Someone else changed this reply meanwhile')).toBeTruthy();
    expect(card().getByText('Theirs')).toBeTruthy();
    expect(valueOf('Text')).toBe('Mine');
    expect(stored.replies[0]?.text).toBe('Theirs');
    await press('Save yours');
    expect(stored.replies[0]?.text).toBe('Mine');
  });

  it('keeps one that somebody else deleted, if it is saved again', async () => {
    const { stored, others } = aProjectWith(HELLO);
    await open(PAGE);
    await press('Edit “Hello”');
    await enter('Text', 'Mine');
    others([]);
    await press('Save reply');
    expect(card().getByText(/^Someone else deleted this reply meanwhile/)).toBeTruthy();
    expect(valueOf('Text')).toBe('Mine');
    await press('Save reply');
    expect(stored.replies).toMatchObject([{ text: 'Mine' }]);
  });

  it('deletes one, and brings it back for ten seconds (D8)', async () => {
    const { stored } = aProjectWith(HELLO);
    await open(PAGE);
    await press('Delete “Hello”');
    expect(stored.replies).toEqual([]);
    expect(card().getByText('“Hello” deleted')).toBeTruthy();
    await press(/^Undo/);
    expect(stored.replies).toEqual([HELLO]);
  });

  it('does not delete what somebody else has just changed: it shows that', async () => {
    const { stored, others } = aProjectWith(HELLO);
    await open(PAGE);
    others([{ ...HELLO, text: 'Theirs' }]);
    await press('Delete “Hello”');
    expect(card().getByText('“Hello” wasn’t deleted.')).toBeTruthy();
    expect(card().getByText('Theirs')).toBeTruthy();
    expect(stored.replies).toHaveLength(1);
  });
});
