import { describe } from 'vitest';
import { inboxRow, issueKeyOf, startChat } from './support/chat';
import { chatWithTwoAgents, findItAgain, writeWithDetails } from './support/chat-journeys';
import { expectAccessible } from './support/expect-accessible';
import { expectShown } from './support/expect-soon';
import { hurried as test } from './support/journey';
import { addresses } from './support/places';

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
