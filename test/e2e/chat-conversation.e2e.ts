import { describe } from 'vitest';
import { inboxRow, issueKeyOf, keyOf, openShopChat, said, startChat, writeMessage } from './support/chat';
import { chatWithTwoAgents, findItAgain, writeWithDetails } from './support/chat-journeys';
import { expectAccessible } from './support/expect-accessible';
import { expectGone, expectShown } from './support/expect-soon';
import { hurried as test } from './support/journey';
import { addresses, modulePage } from './support/places';

describe('an anonymous visitor of a web page, while somebody is online', () => {
  test('chats, and is answered from the inbox and from Jira; internal notes stay in Jira (C3, R11)', async ({
    site,
    visitors,
  }) => {
    const { ann, inbox } = await chatWithTwoAgents({ site, visitors });
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
    const { inbox } = await writeWithDetails({ site, visitors });
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
    await findItAgain({ site, visitors });
  });
});

describe('a chat whose request is deleted in Jira', () => {
  test('tells both sides that it can’t be gone on with, and leads the customer to a new one (C12, T5)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const { chat } = await openShopChat({ site, visitors }, 'We’re online');
    await writeMessage(chat, 'Which tent for four?');
    await expectShown(said(chat, 'Which tent for four?').getByText('Delivered'));
    const key = await keyOf(site, 'Which tent for four?');
    const inbox = modulePage(await visitors.open('ann', addresses.inbox('ann')));
    await inboxRow(inbox, 'Which tent for four?').click();
    const jira = await visitors.open('pia', addresses.issue('pia', key));
    await jira.getByText('Delete request').click();
    await jira.getByRole('button', { name: 'Delete this request' }).click();
    await site.passEvents();

    await expectShown(
      chat.getByText('Chat ended'),
      chat.getByText('This chat can’t be continued.'),
      inbox.getByText('The request was deleted in Jira or hidden from Frontdesk, so you can’t reply here.'),
    );
    await chat.getByRole('button', { name: 'Start new chat' }).click();
    await writeMessage(chat, 'And for five?');
    await expectShown(said(chat, 'And for five?').getByText('Delivered'));
    await expectGone(said(chat, 'Which tent for four?'), chat.getByText('This chat can’t be continued'));
  });
});
