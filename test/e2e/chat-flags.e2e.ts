import { describe } from 'vitest';
import { inboxMessages, openChat, said, writeMessage } from './support/chat';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import { addresses, dialog, flag, indicator } from './support/places';

describe('a new chat', () => {
  test('raises a flag on any Jira page of who is online, and of nobody else; “Open” leads to it', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const ann = await visitors.open('ann', addresses.project('ann', 'HR'));
    const cy = await visitors.open('cy', addresses.project('cy'));
    await expectSoon(() => indicator(ann).getAttribute('title')).toContain('You are online.');
    await expectSoon(() => indicator(cy).getAttribute('title')).toContain('You are offline.');

    const shop = await visitors.open('shopper', site.example);
    const chat = await openChat(shop, 'We are online');
    await writeMessage(chat, 'Which tent for four?');
    const notice = flag(ann, 'New chat in Support: Which tent for four?');
    await notice.getByRole('button', { name: 'Open' }).click();
    await expectShown(inboxMessages(dialog(ann)).getByText('Which tent for four?'));
    await expectGone(notice);

    await dialog(ann).getByLabel('Reply to the customer').fill('The Crane.');
    await dialog(ann).getByRole('button', { name: 'Send' }).click();
    await expectShown(said(chat, 'The Crane.').getByText('Ann Agent'));
    // By now everybody has heard of it who ever will.
    await expectGone(flag(cy, /./));

    await writeMessage(chat, 'And for five?');
    await expectShown(inboxMessages(dialog(ann)).getByText('And for five?'));
    // She reads it already.
    await expectGone(flag(ann, 'And for five?'));
  });
});
