import { describe } from 'vitest';
import { inboxMessages, inboxRow, startChat } from './support/chat';
import { expectGone, expectShown } from './support/expect-soon';
import { test } from './support/journey';
import { addresses, modulePage } from './support/places';

describe('on a project’s page of chats', () => {
  test('people who are no agents there read that, and what to do', async ({ visitors }) => {
    for (const [who, key] of [
      ['lee', 'SUP'],
      ['ann', 'HR'],
    ] as const) {
      const page = modulePage(await visitors.open(who, addresses.inbox(who, key)));
      await expectShown(page.getByText('You are not an agent here'), page.getByText('ask a project admin'));
    }
    const pia = modulePage(await visitors.open('pia', addresses.inbox('pia')));
    await expectShown(
      pia.getByText('You are not an agent here'),
      pia.getByText('You are not an agent in Support.'),
    );
  });

  test('an agent who is none any more does not keep chats before their eyes', async ({ site, visitors }) => {
    await startChat(site, 'Which tent for four?', { name: 'Mia Miller', email: 'mia@example.org' });
    await site.advance(5);
    const cy = await visitors.open('cy', addresses.inbox('cy'));
    const inbox = modulePage(cy);
    await inboxRow(inbox, 'Which tent for four?').click();
    await expectShown(inboxMessages(inbox).getByText('Which tent for four?'));
    const { jira } = site.site;
    jira.revokeAgent(jira.person('cy')?.accountId ?? '', site.projectId('SUP'));
    // The page's slow refresh, which comes by the minute.
    await site.advance(2);
    await expectShown(inbox.getByText('You are not an agent here'));
    await expectGone(inbox.getByText('Which tent for four?'), inbox.getByText('Mia Miller'));
  });
});
