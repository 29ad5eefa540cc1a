import { describe, expect } from 'vitest';
import { inboxMessages, inboxRow, startChat } from './support/chat';
import { expectAccessible } from './support/expect-accessible';
import { expectShown, expectSoon } from './support/expect-soon';
import { hurried as test } from './support/journey';
import { addresses, modulePage } from './support/places';

describe('an agent’s reply and note', () => {
  test('are two things: by / a saved reply, by F5 nothing is lost, and Enter never sends a note (D3, D6, D7)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    await site.ask('pia', 'saveSavedReplies', {
      projectId: site.projectId('SUP'),
      rev: 0,
      replies: [{ id: 'a', name: 'Exchange', text: 'Number {?tracking number}. Best, {agent}' }],
    });
    await startChat(site, 'My zip is stuck');
    const ann = await visitors.open('ann', addresses.inbox('ann'));
    const inbox = modulePage(ann);
    const reply = inbox.getByLabel('Reply to customer');
    await inboxRow(inbox, 'My zip is stuck').click();
    await expectShown(inbox.getByText('Shown in the chat'));
    await expect.poll(() => reply.evaluate((field) => field === document.activeElement)).toBe(true);

    await ann.keyboard.type('/');
    await expectShown(inbox.getByRole('option', { name: /Exchange/ }));
    await ann.keyboard.press('Enter');
    await expect.poll(() => reply.inputValue()).toBe('Number {?tracking number}. Best, Ann Agent');
    await ann.keyboard.press('Enter');
    await expectShown(inbox.getByText('Fill in {?tracking number} first.'));
    // What is to be filled in is marked: typing takes its place.
    await ann.keyboard.type('12');

    await inbox.getByRole('tab', { name: 'Internal note' }).click();
    const note = inbox.getByRole('textbox', { name: 'Internal note' });
    await expectShown(inbox.getByText('Only agents see this.'));
    await note.fill('Offer the exchange');
    await note.press('Enter');
    await expect.poll(() => note.inputValue()).toBe('Offer the exchange\n');
    await expectAccessible(ann);

    await ann.reload();
    await inboxRow(inbox, 'My zip is stuck').click();
    await expect.poll(() => reply.inputValue()).toBe('Number 12. Best, Ann Agent');
    await reply.press('Enter');
    await expectShown(inboxMessages(inbox).getByText('Number 12. Best, Ann Agent'));
    await inbox.getByRole('tab', { name: 'Internal note' }).click();
    await expect.poll(() => note.inputValue()).toBe('Offer the exchange\n');
    await note.press('Control+Enter');
    await expectShown(inboxMessages(inbox).getByText('Offer the exchange'));
    const { rows } = await site.ask('bo', 'listConversations', {
      projectId: site.projectId('SUP'),
      filter: 'all',
    });
    const conversationId =
      rows.find(({ firstLine }) => firstLine === 'My zip is stuck')?.conversationId ?? '';
    const read = () => site.ask('bo', 'getConversation', { conversationId });
    // Its writer sees it at once, the others when Jira has it.
    await expectSoon(async () => (await read()).notes).toMatchObject([{ text: 'Offer the exchange' }]);
    const { row, messages } = await read();
    expect(messages.map(({ text }) => text)).toEqual(['My zip is stuck', 'Number 12. Best, Ann Agent']);
    expect(row.unanswered).toBe(false);
  });
});
