import { describe } from 'vitest';
import {
  inboxMessages,
  inboxRow,
  issueKeyOf,
  openChat,
  reply,
  said,
  transcript,
  writeMessage,
} from './support/chat';
import { expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import { addresses, modulePage, portalChat } from './support/places';

describe('a customer who is logged in to the portal', () => {
  test('chats as herself, also while nobody is online; it is one of her requests (C2, S7)', async ({
    visitors,
  }) => {
    const cara = await visitors.open('cara', addresses.portal('cara'));
    const chat = await openChat(portalChat(cara), 'We are offline');
    await writeMessage(chat, 'My invoice shows the wrong address.');
    await expectShown(said(chat, 'My invoice').getByText('Delivered'));

    const inbox = modulePage(await visitors.open('ann', addresses.inbox('ann')));
    await inboxRow(inbox, 'Cara Customer').click();
    await reply(inbox, 'I have sent you a new one.');
    await expectShown(said(chat, 'I have sent you a new one.').getByText('Ann Agent'));

    // The same conversation as one of her requests.
    const key = await issueKeyOf(inbox, 'Cara Customer');
    const request = await visitors.open('cara', addresses.request('cara', key));
    await expectShown(request.locator('.comments').getByText('I have sent you a new one.'));
    await request.getByLabel('Write a reply').fill('It has come, thank you.');
    await request.locator('.comment-form').getByRole('button', { name: 'Send' }).click();
    await expectShown(inboxMessages(inbox).getByText('It has come, thank you.'));
    await cara.bringToFront();
    await expectSoon(() => transcript(chat)).toEqual([
      'My invoice shows the wrong address.',
      'I have sent you a new one.',
      'It has come, thank you.',
    ]);
  });
});
