import { describe, expect } from 'vitest';
import { expectAccessible, expectAccessibleInForcedColors } from './support/expect-accessible';
import { expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import { openPanel } from './support/open-panel';
import { addresses, indicator, modulePage } from './support/places';

describe('an agent’s own menu', () => {
  test('has their status everywhere, and what is offered first (D12, S3, S4)', async ({ site, visitors }) => {
    const ann = await visitors.open('ann', addresses.project('ann'));
    await ann.locator('summary').filter({ hasText: 'Ann Agent' }).click();
    await ann
      .getByRole('list', { name: 'Personal settings' })
      .getByRole('link', { name: 'Frontdesk' })
      .click();
    const mine = modulePage(ann);
    await expectShown(
      mine.getByRole('heading', { name: 'My status' }),
      mine.getByText('You have no schedule yet.'),
    );
    await expectAccessible(ann);

    await mine.getByLabel('Stay online').selectOption('30 min');
    await mine.getByRole('button', { name: 'Go online in Support' }).click();
    await expectShown(mine.getByText('Set by you, until 10:30 AM (30 min left)'));
    await expectSoon(() => indicator(ann).getAttribute('title')).toBe(
      'You’re online. 1 agent online in your spaces.',
    );
    await mine.getByRole('button', { name: 'Go online in all my spaces' }).click();
    await expectShown(mine.getByRole('button', { name: 'Go offline in IT Operations' }));
    await expectAccessibleInForcedColors(ann);

    // In another window: the dialog offers what was chosen, and Chats heed it.
    await site.goOffline('ann');
    await expectShown(mine.getByRole('button', { name: 'Go online in Support' }));
    const second = await visitors.open('ann', addresses.project('ann'));
    const dialog = await openPanel(second);
    await expectShown(dialog.getByRole('button', { name: /^Until.*10:30 AM/ }));

    await ann.bringToFront();
    await mine.getByRole('button', { name: 'Go offline in all my spaces' }).click();
    // Nobody else is there, so it asks.
    await mine.getByRole('alertdialog').getByRole('button', { name: 'Go offline' }).click();
    await expectSoon(() => mine.getByRole('button', { name: /^Go offline/ }).count()).toBe(0);
    const { projects } = await site.ask('ann', 'getPanel', {});
    expect(projects.map(({ online }) => online)).toEqual([false, false]);
  });
});
