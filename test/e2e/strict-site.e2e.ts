import { describe } from 'vitest';
import { answerNewest, keyOf, openShopChat, said, writeMessage } from './support/chat';
import {
  chatOnThePortal,
  chatWithTwoAgents,
  findItAgain,
  leaveAddress,
  writeWithDetails,
} from './support/chat-journeys';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { strict as test } from './support/journey';
import { addresses, flag, indicator } from './support/places';

describe('on a site that refuses, delays and loses what a real one may (R13)', () => {
  test('a visitor is answered from the inbox and from Jira, under nobody else’s name, and internal notes stay in Jira', async ({
    site,
    visitors,
  }) => {
    await chatWithTwoAgents({ site, visitors });
  });

  test('a visitor whose address Jira takes nobody with is answered on the page, and both sides read that no e-mail goes out', async ({
    site,
    visitors,
  }) => {
    const { chat, inbox } = await writeWithDetails({ site, visitors });
    await expectShown(
      inbox.getByText(
        'Jira doesn’t let this person be added to the request. Replies don’t reach them by email.',
      ),
      chat.getByText('No one is online right now. Our reply will be here when you come back.'),
    );
  });

  test('an anonymous visitor who leaves such an address later reads that it cannot be used, and chats on', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const { chat } = await openShopChat({ site, visitors }, 'We’re online');
    await writeMessage(chat, 'Which tent for four?');
    await expectShown(said(chat, 'Which tent for four?').getByText('Delivered'));
    await leaveAddress(chat);
    await answerNewest(site, 'The Crane.');
    await expectShown(said(chat, 'The Crane.'));
    await expectShown(chat.getByText('This email can’t be used here.'));
    await writeMessage(chat, 'Thank you!');
    await expectShown(said(chat, 'Thank you!').getByText('Delivered'));
  });

  test('a conversation is there again after a reload, on the next page of the web site, and in another tab', async ({
    site,
    visitors,
  }) => {
    await findItAgain({ site, visitors });
  });

  test('a customer of the portal chats as herself, and what she writes on the request comes into the chat', async ({
    site,
    visitors,
  }) => {
    await chatOnThePortal({ site, visitors });
  });

  test('a request that is resolved in Jira ends the chat, and its next message opens both again', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const { chat } = await openShopChat({ site, visitors }, 'We’re online');
    await writeMessage(chat, 'Which tent for four?');
    await expectShown(said(chat, 'Which tent for four?').getByText('Delivered'));
    const cy = await visitors.open('cy', addresses.issue('cy', await keyOf(site, 'Which tent for four?')));
    await cy.getByRole('button', { name: 'Resolve' }).click();
    await expectShown(cy.getByText('Resolved', { exact: true }));
    await site.passEvents();
    await expectShown(
      chat.getByText('This chat has ended. Send a message to continue, or start a new chat.'),
    );
    await writeMessage(chat, 'And for five?');
    await expectShown(
      chat.getByText('Chat reopened'),
      said(chat, 'And for five?').getByText('Delivered'),
      cy.getByText('And for five?'),
    );
    await expectGone(cy.getByText('Resolved', { exact: true }));
  });

  test('a new chat raises a flag, which goes when a colleague answers in Jira', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const ann = await visitors.open('ann', addresses.project('ann', 'HR'));
    await expectSoon(() => indicator(ann).getAttribute('title')).toContain('You’re online.');
    const { chat } = await openShopChat({ site, visitors }, 'We’re online');
    await writeMessage(chat, 'Which tent for four?');
    const notice = flag(ann, 'New chat in Support: Which tent for four?');
    await expectShown(notice, said(chat, 'Which tent for four?').getByText('Delivered'));
    const cy = await visitors.open('cy', addresses.issue('cy', await keyOf(site, 'Which tent for four?')));
    await cy.getByLabel('Add a comment').fill('The Crane.');
    await cy.getByRole('button', { name: 'Reply to customer' }).click();
    await expectShown(cy.getByText('The Crane.'));
    await site.passEvents();
    await expectShown(said(chat, 'The Crane.'));
    await expectGone(notice);
  });
});
