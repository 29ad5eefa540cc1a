import { describe } from 'vitest';
import { TooManyInvocations } from '../../local/platform/invocation-rates';
import { inboxMessages, inboxRow, reply, startChat } from './support/chat';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import type { JourneySite } from './support/journey-site';
import { openPanel } from './support/open-panel';
import { addresses, indicator, modulePage } from './support/places';

const SENTENCE = 'Frontdesk cannot be reached right now. Try again in a moment.';

describe('An agent whose pages called the app too often in this minute', () => {
  test('is told that nothing was done, and “Try again” does it a minute later', async ({
    site,
    visitors,
  }) => {
    const page = await visitors.open('ann', addresses.project('ann'));
    const panel = await openPanel(page);

    await useUpInvocations(site, 'ann');
    await panel.getByRole('button', { name: 'Go online' }).click();
    const failure = panel.getByRole('alert').filter({ hasText: 'You are still offline in Support.' });
    await expectShown(failure, failure.getByText(SENTENCE), panel.getByText('You are offline in Support'));

    await site.advance(1);
    await failure.getByRole('button', { name: 'Try again' }).click();
    await expectShown(panel.getByText('You are online in Support'));
    await expectGone(failure);
  });

  test('sees a sentence instead of the page that cannot be loaded, and the page a minute later', async ({
    site,
    visitors,
  }) => {
    await useUpInvocations(site, 'ann');
    const panel = modulePage(await visitors.open('ann', addresses.chatPage('ann')));
    await expectShown(panel.getByText(SENTENCE));

    await expectShown(panel.getByRole('button', { name: 'Try again' }));
    // Who waits need not press it: the page asks again by itself.
    await site.advance(1);
    await expectShown(panel.getByRole('button', { name: 'Go online' }));
    await expectGone(panel.getByText(SENTENCE));
  });

  test('sees the indicator again by itself', async ({ site, visitors }) => {
    await useUpInvocations(site, 'ann');
    const page = await visitors.open('ann', addresses.project('ann'));
    await expectShown(page.getByRole('link', { name: 'Queues' }));
    await expectGone(indicator(page));
    await site.advance(2);
    await expectShown(indicator(page));
  });

  test('finds a reply that was not sent as it was typed, and sends it a minute later', async ({
    site,
    visitors,
  }) => {
    await startChat(site, 'Do you mend zips?', { name: 'Mia Miller', email: 'mia@example.org' });
    site.site.kvs.catchUp();
    const inbox = modulePage(await visitors.open('ann', addresses.inbox('ann')));
    await inboxRow(inbox, 'Mia Miller').click();
    await expectShown(inboxMessages(inbox).getByText('Do you mend zips?'));

    await useUpInvocations(site, 'ann');
    await reply(inbox, 'We do, for ten years.');
    const failure = inboxMessages(inbox).getByRole('alert').filter({ hasText: SENTENCE });
    await expectShown(failure, inboxMessages(inbox).getByText('We do, for ten years.'));

    await site.advance(1);
    await failure.getByRole('button', { name: 'Try again' }).click();
    await expectGone(failure);
    await expectShown(inboxMessages(inbox).getByText('We do, for ten years.'));
    const { rows } = await site.ask('bo', 'listConversations', {
      projectId: site.projectId('SUP'),
      filter: 'all',
    });
    const conversationId = rows[0]?.conversationId ?? '';
    await expectSoon(async () =>
      (await site.ask('bo', 'getConversation', { conversationId })).messages.map(({ text }) => text),
    ).toEqual(['Do you mend zips?', 'We do, for ten years.']);
  });
});

/** Calls something that needs neither storage nor Jira until the platform refuses. */
async function useUpInvocations({ site }: JourneySite, account: string): Promise<void> {
  site.faults.set({ rateLimits: true });
  for (;;) {
    try {
      await site.invoke({ account, functionKey: 'no such function' });
    } catch (error) {
      if (error instanceof TooManyInvocations) return;
    }
  }
}
