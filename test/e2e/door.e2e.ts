import { describe } from 'vitest';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import { openPanel } from './support/open-panel';
import { addresses, flag, indicator } from './support/places';

describe('a project admin puts a forgotten agent offline', () => {
  test('who is told by whom, when and why, and comes back when it is undone (S6)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const ann = await visitors.open('ann', addresses.project('ann'));
    await expectSoon(() => indicator(ann).getAttribute('title')).toContain('You’re online.');
    const pia = await visitors.open('pia', addresses.project('pia'));
    const panel = await openPanel(pia);

    // "Undo" goes by itself after ten seconds, which pass while all this is looked at.
    site.setSpeed(0.2);
    await panel.getByRole('button', { name: 'Set Ann Agent to offline' }).click();
    await panel.getByLabel('Reason (optional)').fill('end of shift');
    await panel.getByRole('button', { name: 'Set to offline', exact: true }).click();
    await expectShown(
      panel.getByText('Ann Agent is now offline.'),
      panel.getByText('No one is online in Support'),
    );
    const notice = flag(ann, 'Pia Park set you to offline in Support');
    await expectShown(notice.getByText('Offline since 10:00 AM. Reason: end of shift'));
    await expectSoon(() => indicator(ann).getAttribute('title')).toContain('You’re offline.');

    await panel.getByRole('button', { name: /^Undo/ }).click();
    await expectShown(panel.getByText('Online in Support'));
    await expectSoon(() => indicator(ann).getAttribute('title')).toContain('You’re online.');
    await expectGone(notice);
  });
});
