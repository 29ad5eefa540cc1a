import { describe, expect } from 'vitest';
import {
  inboxMessages,
  inboxRow,
  issueKeyOf,
  openShopChat,
  reply,
  said,
  startChat,
  transcript,
  writeMessage,
} from './support/chat';
import { expectAccessible } from './support/expect-accessible';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { hurried as test } from './support/journey';
import { addresses, chatPanel, modulePage } from './support/places';

describe('an anonymous visitor of a web page, while somebody is online', () => {
  test('chats, and is answered from the inbox and from Jira; internal notes stay in Jira (C3, R11)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const { chat } = await openShopChat({ site, visitors }, 'We are online');
    await writeMessage(chat, 'Which tent for four?');
    await expectShown(said(chat, 'Which tent for four?').getByText('Delivered'));

    const ann = await visitors.open('ann', addresses.inbox('ann'));
    const inbox = modulePage(ann);
    await inboxRow(inbox, 'Which tent for four?').click();
    await reply(inbox, 'The Crane.');
    await expectShown(said(chat, 'The Crane.').getByText('Ann Agent'));

    const key = await issueKeyOf(inbox, 'The Crane.');
    const cy = await visitors.open('cy', addresses.issue('cy', key));
    await expectShown(cy.getByText('Which tent for four?'), cy.getByText('The Crane.'));
    await cy.getByLabel('Add a comment').fill('She bought a Wren last year.');
    await cy.getByRole('button', { name: 'Add internal note' }).click();
    await expectShown(cy.getByText('Internal note', { exact: true }));
    await cy.getByLabel('Add a comment').fill('It is in stock again.');
    await cy.getByRole('button', { name: 'Reply to customer' }).click();
    await expectShown(
      said(chat, 'It is in stock again.').getByText('Cy Chen'),
      inboxMessages(inbox).getByText('It is in stock again.'),
    );

    await writeMessage(chat, 'Thank you!');
    await expectShown(inboxMessages(inbox).getByText('Thank you!'), cy.getByText('Thank you!'));
    const everything = ['Which tent for four?', 'The Crane.', 'It is in stock again.', 'Thank you!'];
    expect(await transcript(chat)).toEqual(everything);
    await expectGone(inboxMessages(inbox).getByText('She bought a Wren'));

    // Beside it another one that waits.
    await startChat(site, 'Do you mend zips?');
    await expectShown(inboxRow(inbox, 'Do you mend zips?'));
    await expectAccessible(ann);
  });
});

describe('a visitor of a web page, while nobody is online', () => {
  test('says name and e-mail address, and sees what an agent who is offline answers (C2, S7, T1)', async ({
    site,
    visitors,
  }) => {
    const { chat } = await openShopChat({ site, visitors }, 'We are offline');
    await expectShown(chat.getByText('Nobody is here right now. Say who you are'));
    await chat.getByLabel('Your name').fill('Mia Miller');
    await chat.getByLabel('Your e-mail address').fill('mia@example.org');
    await writeMessage(chat, 'Do you mend zips?');
    await expectShown(said(chat, 'Do you mend zips?').getByText('Delivered'));
    await expectShown(chat.getByText('Nobody is here right now. Answers will reach you by e-mail.'));

    const ann = await visitors.open('ann', addresses.inbox('ann'));
    const inbox = modulePage(ann);
    await expectShown(inbox.getByText('Customers see “offline”. You can answer all the same'));
    await inboxRow(inbox, 'Mia Miller').click();
    await expectShown(inbox.getByText('mia@example.org'));
    await reply(inbox, 'We do, for ten years.');
    await expectShown(said(chat, 'We do, for ten years.').getByText('Ann Agent'));
    const key = await issueKeyOf(inbox, 'Mia Miller');
    const jira = await visitors.open('ann', addresses.issue('ann', key));
    await expectShown(jira.getByText('Mia Miller · mia@example.org (email not confirmed)'));
    await expectShown(jira.getByText('Ann Agent confirmed the email mia@example.org.'));
  });
});

describe('a conversation', () => {
  test('is there again after a reload, on the next page of the site, and in another tab', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const { shop, chat } = await openShopChat({ site, visitors }, 'We are online');
    await writeMessage(chat, 'Is the Heron heavy?');
    await expectShown(said(chat, 'Is the Heron heavy?').getByText('Delivered'));

    await shop.reload();
    await expectShown(said(chat, 'Is the Heron heavy?').getByText('Delivered'));
    await shop.getByRole('link', { name: 'Pricing' }).click();
    await expectShown(
      shop.getByRole('heading', { name: 'Pricing' }),
      said(chat, 'Is the Heron heavy?').getByText('Delivered'),
    );

    const inbox = modulePage(await visitors.open('ann', addresses.inbox('ann')));
    await inboxRow(inbox, 'Is the Heron heavy?').click();
    await reply(inbox, '1.9 kg.');
    await expectShown(said(chat, '1.9 kg.'));
    const second = await visitors.open('shopper', site.example);
    await second.getByRole('button', { name: 'We are online' }).click();
    const other = chatPanel(second);
    await expectSoon(() => transcript(other)).toEqual(['Is the Heron heavy?', '1.9 kg.']);
    await writeMessage(other, 'Light enough.');
    await expectShown(said(chat, 'Light enough.'), inboxMessages(inbox).getByText('Light enough.'));
    expect(await transcript(chat)).toEqual(['Is the Heron heavy?', '1.9 kg.', 'Light enough.']);
  });
});
