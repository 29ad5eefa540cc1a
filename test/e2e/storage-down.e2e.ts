import { describe } from 'vitest';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import type { JourneySite } from './support/journey-site';
import { openPanel } from './support/open-panel';
import { addresses, portalChat } from './support/places';

describe('while the storage is down', () => {
  test('an agent is told that nothing was done; “Try again” does it, once (R7, R10)', async ({
    site,
    visitors,
  }) => {
    const page = await visitors.open('ann', addresses.project('ann'));
    const panel = await openPanel(page);

    site.site.faults.set({ storage: { down: true } });
    await panel.getByRole('button', { name: 'Go online' }).click();
    const failure = panel.getByRole('alert').filter({ hasText: 'You’re still offline in Support.' });
    await expectShown(failure, panel.getByText('You’re offline in Support'));

    site.site.faults.set({});
    await failure.getByRole('button', { name: 'Try again' }).click();
    await expectShown(panel.getByText('You’re online in Support'));
    await expectGone(failure);
    await expectSoon(() => timesOnline(site)).toBe(1);
  });

  test('customers see a neutral icon, never “online” (R7, C8)', async ({ site, visitors }) => {
    await site.goOnline('ann');
    const portal = await visitors.open('cara', addresses.portal('cara'));
    const shop = await visitors.open('shopper', site.example);
    const online = { name: 'We’re online' };
    await expectShown(shop.getByRole('button', online), portalChat(portal).getByRole('button', online));

    site.site.faults.set({ storage: { down: true } });
    await site.passPoll();
    const neutral = { name: 'Leave a message' };
    await expectGone(shop.getByRole('button', online), portalChat(portal).getByRole('button', online));
    await expectShown(shop.getByRole('button', neutral), portalChat(portal).getByRole('button', neutral));
  });
});

/** How often Ann went online, as the log has it. */
async function timesOnline(site: JourneySite): Promise<number> {
  const { rows } = await site.ask('pia', 'getProjectLog', { projectId: site.projectId('SUP') });
  return rows.filter(({ event }) => event === 'went-online').length;
}
