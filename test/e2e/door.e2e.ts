import { describe, expect } from 'vitest';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import { openPanel } from './support/open-panel';
import { addresses, dialog, flag, indicator } from './support/places';

describe('a project admin puts a forgotten agent offline', () => {
  test('who is told by whom, when and why, and comes back when it is undone (S6)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const ann = await visitors.open('ann', addresses.project('ann'));
    await expectSoon(() => indicator(ann).getAttribute('title')).toContain('You are online.');
    const pia = await visitors.open('pia', addresses.project('pia'));
    const panel = await openPanel(pia);

    // "Undo" goes by itself after ten seconds, which pass while all this is looked at.
    site.setSpeed(0.1);
    await panel.getByRole('button', { name: 'Put Ann Agent offline' }).click();
    await panel.getByLabel('Reason (optional)').fill('end of shift');
    await panel.getByRole('button', { name: 'Put offline', exact: true }).click();
    await expectShown(
      panel.getByText('Ann Agent was put offline.'),
      panel.getByText('Nobody is online in Support'),
    );
    const notice = flag(ann, 'Pia Park put you offline in Support');
    await expectShown(notice.getByText('At 10:00 AM: end of shift'));
    await expectSoon(() => indicator(ann).getAttribute('title')).toContain('You are offline.');

    await panel.getByRole('button', { name: /^Undo/ }).click();
    await expectShown(panel.getByText('Agents online in Support · 1'));
    await expectSoon(() => indicator(ann).getAttribute('title')).toContain('You are online.');
    await expectGone(notice);
  });

  test('and the agent goes online again from the notice (S6)', async ({ site, visitors }) => {
    await site.goOnline('ann');
    const ann = await visitors.open('ann', addresses.project('ann'));
    await expectSoon(() => indicator(ann).getAttribute('title')).toContain('You are online.');
    const pia = await visitors.open('pia', addresses.project('pia'));
    const panel = await openPanel(pia);
    await panel.getByRole('button', { name: 'Put Ann Agent offline' }).click();
    await panel.getByRole('button', { name: 'Put offline', exact: true }).click();

    const notice = flag(ann, 'Pia Park put you offline in Support');
    await notice.getByRole('button', { name: 'Go online again' }).click();
    await expectShown(dialog(ann).getByText('Pia Park put you offline at 10:00 AM.'));
    await dialog(ann).getByRole('button', { name: 'Go online again' }).click();
    await expectShown(dialog(ann).getByText('You are online in Support'));
  });

  test('but not one who came back online after the list was drawn (S6)', async ({ site, visitors }) => {
    await site.goOnline('ann');
    const pia = await visitors.open('pia', addresses.project('pia'));
    const panel = await openPanel(pia);
    await panel.getByRole('button', { name: 'Put Ann Agent offline' }).click();
    await site.goOffline('ann');
    await site.goOnline('ann');
    await panel.getByRole('button', { name: 'Put offline', exact: true }).click();
    await expectShown(panel.getByText('Ann Agent came back online meanwhile and was not put offline.'));
    const { agents } = await site.ask('ann', 'getPanel', { projectId: site.projectId('SUP') });
    expect(agents.map(({ name }) => name)).toEqual(['Ann Agent']);
  });

  test('and agents who administer nothing see no door (S6)', async ({ site, visitors }) => {
    await site.goOnline('ann');
    const cy = await visitors.open('cy', addresses.project('cy'));
    const panel = await openPanel(cy);
    await expectShown(panel.getByText('Ann Agent'));
    await expectGone(panel.getByRole('button', { name: 'Put Ann Agent offline' }));
  });
});
