import { describe } from 'vitest';
import { expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import { addresses, modulePage } from './support/places';

describe('a lead who is no agent looks at the team', () => {
  test('sees who is there as it changes, uses the door, and finds it in the log (D11, S6)', async ({
    site,
    visitors,
  }) => {
    const pia = await visitors.open('pia', addresses.project('pia'));
    await pia.getByRole('link', { name: 'Frontdesk team' }).click();
    const team = modulePage(pia);
    await expectShown(team.getByText('No one is online in Support.', { exact: false }));
    await site.goOnline('ann', { minutes: 60 });
    await expectShown(team.getByText('Online now · 1'), team.getByRole('row', { name: /Ann Agent/ }));

    // "Undo" goes by itself after ten seconds, which pass while all this is looked at.
    site.setSpeed(0.2);
    await team.getByRole('button', { name: /Ann Agent.*offline/ }).click();
    await team.getByLabel('Reason', { exact: false }).fill('end of shift');
    await team.locator('form').getByRole('button').first().click();
    await expectShown(team.getByRole('button', { name: /^Undo/ }), team.getByText('Online now · 0'));
    await team.getByRole('searchbox').fill('shift');
    await expectSoon(() => team.getByText(/end of shift/).count()).toBeGreaterThan(0);
    await team.getByRole('link', { name: 'Open settings' }).click();
    await expectShown(modulePage(pia).getByRole('heading', { name: 'Set up chat in Support' }));
  });
});
