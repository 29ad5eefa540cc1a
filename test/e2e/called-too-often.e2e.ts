import { describe } from 'vitest';
import { TooManyInvocations } from '../../local/platform/invocation-rates';
import { expectGone, expectShown } from './support/expect-soon';
import { test } from './support/journey';
import type { JourneySite } from './support/journey-site';
import { openPanel } from './support/open-panel';
import { addresses, modulePage } from './support/places';

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

    await site.advance(1);
    await panel.getByRole('button', { name: 'Try again' }).click();
    await expectShown(panel.getByRole('button', { name: 'Go online' }));
    await expectGone(panel.getByText(SENTENCE));
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
