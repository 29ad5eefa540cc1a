import { describe } from 'vitest';
import {
  answerNewest,
  inboxMessages,
  keyOf,
  openChat,
  resolveChat,
  said,
  startChat,
  writeMessage,
} from './support/chat';
import { expectAccessible } from './support/expect-accessible';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { hurried as test } from './support/journey';
import { addresses, dialog, flag, indicator } from './support/places';

describe('a new chat', () => {
  test('raises a flag on any Jira page of who is online, and of nobody else; “Open” leads to it (D1, R11)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const ann = await visitors.open('ann', addresses.project('ann', 'HR'));
    const cy = await visitors.open('cy', addresses.project('cy'));
    await expectSoon(() => indicator(ann).getAttribute('title')).toContain('You’re online.');
    await expectSoon(() => indicator(cy).getAttribute('title')).toContain('You’re offline.');

    const shop = await visitors.open('shopper', site.example);
    const chat = await openChat(shop, 'We’re online');
    await writeMessage(chat, 'Which tent for four?');
    const notice = flag(ann, 'New chat in Support: Which tent for four?');
    await notice.getByRole('button', { name: 'Open' }).click();
    await expectShown(inboxMessages(dialog(ann)).getByText('Which tent for four?'));
    await expectGone(notice);
    await expectAccessible(ann);

    await dialog(ann).getByLabel('Reply to customer').fill('The Crane.');
    await dialog(ann).getByRole('button', { name: 'Send' }).click();
    await expectShown(said(chat, 'The Crane.').getByText('Ann Agent'));
    await writeMessage(chat, 'And for five?');
    await expectShown(inboxMessages(dialog(ann)).getByText('And for five?'));
    // She reads it already: when the next one's flag is there, that one's would be.
    await startChat(site, 'Do you mend zips?');
    await expectShown(flag(ann, 'Do you mend zips?'));
    await expectGone(flag(ann, 'And for five?'), flag(cy, /./));
  });

  test('needs no flag any more when a colleague answers, in the inbox or in Jira, or resolves it', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const windows = [
      await visitors.open('ann', addresses.project('ann', 'HR')),
      await visitors.open('ann', addresses.project('ann')),
    ];
    for (const ann of windows) {
      await expectSoon(() => indicator(ann).getAttribute('title')).toContain('You’re online.');
    }
    // One of her windows has it, whichever was first.
    const flags = async (text: string): Promise<number> => {
      const counts = await Promise.all(windows.map((ann) => flag(ann, text).count()));
      return counts.reduce((sum, count) => sum + count, 0);
    };

    await startChat(site, 'Which tent for four?');
    await expectSoon(() => flags('Which tent')).toBe(1);
    await answerNewest(site, 'The Crane.', 'cy');
    await expectSoon(() => flags('Which tent')).toBe(0);

    await startChat(site, 'Do you rent them out?');
    await startChat(site, 'Do you mend zips?');
    await expectSoon(() => flags('Do you rent')).toBe(1);
    await expectSoon(() => flags('Do you mend')).toBe(1);
    const cy = await visitors.open('cy', addresses.issue('cy', await keyOf(site, 'Do you rent them out?')));
    await cy.getByLabel('Add a comment').fill('By the week.');
    await cy.getByRole('button', { name: 'Reply to customer' }).click();
    await expectSoon(() => flags('Do you rent')).toBe(0);
    // Nobody saw to that one yet.
    await expectSoon(() => flags('Do you mend')).toBe(1);
    await resolveChat(site, 'Do you mend zips?', 'cy');
    await expectSoon(() => flags('Do you mend')).toBe(0);
  });
});
