import { describe } from 'vitest';
import { TooManyInvocations } from '../../local/platform/invocation-rates';
import { expectGone, expectShown } from './support/expect-soon';
import { test } from './support/journey';
import type { JourneySite } from './support/journey-site';
import { addresses, indicator, modulePage } from './support/places';

const SENTENCE = 'Frontdesk can’t be reached right now. Try again in a moment.';

describe('An agent whose pages called the app too often in this minute', () => {
  test('sees a sentence and no indicator instead of what cannot be loaded, and both by themselves a minute later', async ({
    site,
    visitors,
  }) => {
    await useUpInvocations(site, 'ann');
    const page = await visitors.open('ann', addresses.chatPage('ann'));
    const panel = modulePage(page);
    await expectShown(panel.getByText(SENTENCE), panel.getByRole('button', { name: 'Try again' }));
    await expectGone(indicator(page));
    // Who waits need not press it: the page asks again by itself.
    await site.advance(2);
    await expectShown(panel.getByRole('button', { name: 'Go online' }), indicator(page));
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
