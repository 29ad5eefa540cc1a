import { describe, expect } from 'vitest';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import type { JourneySite } from './support/journey-site';
import { addresses, dialog, indicator, portalChat } from './support/places';

let minutes = 10;

/** How many pages hear of a change, told by one that matters to nobody. */
async function listenersReached(site: JourneySite): Promise<number> {
  site.site.stats.reset();
  await site.goOnline('cy', { minutes: (minutes += 1) });
  return site.site.stats.snapshot().realtime.delivered;
}

describe('an agent goes online', () => {
  test('and the portal and a web page that were open say so (S1, S2, I4, C1)', async ({ site, visitors }) => {
    const portal = await visitors.open('cara', addresses.portal('cara'));
    const shop = await visitors.open('shopper', site.example);
    await expectShown(
      portalChat(portal).getByRole('button', { name: 'We are offline' }),
      shop.getByRole('button', { name: 'We are offline' }),
    );

    const jira = await visitors.open('ann', addresses.project('ann'));
    await indicator(jira).click();
    await dialog(jira).getByRole('button', { name: 'Go online' }).click();
    await expectShown(dialog(jira).getByText('You are online in Support'));

    await site.passPoll();
    await expectShown(
      portalChat(portal).getByRole('button', { name: 'We are online' }),
      shop.getByRole('button', { name: 'We are online' }),
    );
  });

  test('for half an hour, and sees until when and why (S3, S5)', async ({ site, visitors }) => {
    const jira = await visitors.open('ann', addresses.project('ann'));
    await indicator(jira).click();
    const panel = dialog(jira);
    await panel.getByLabel('Stay online').selectOption({ label: '30 min' });
    await panel.getByRole('button', { name: 'Go online' }).click();
    await expectShown(
      panel.getByRole('region', { name: 'My status' }).getByText('by hand, until 10:30 AM (30 min left)'),
      panel.getByText('Ann Agent (you)'),
      panel.getByText('Agents online in Support · 1'),
    );
    await site.advance(10);
    await expectShown(panel.getByText('by hand, until 10:30 AM (20 min left)'));
  });

  test('in all her projects at once, and offline in all of them (S3, S4)', async ({ site, visitors }) => {
    const jira = await visitors.open('ann', addresses.project('ann'));
    await indicator(jira).click();
    const panel = dialog(jira);
    await panel.getByRole('checkbox', { name: 'in all my projects' }).check();
    await panel.getByRole('button', { name: 'Go online' }).click();
    const onlineIn = async (): Promise<string[]> =>
      (await site.ask('ann', 'getPanel', {})).projects.filter(({ online }) => online).map(({ key }) => key);
    await expectSoon(onlineIn).toEqual(['OPS', 'SUP']);
    await panel.getByRole('button', { name: 'More ways to go offline' }).click();
    await panel.getByRole('menuitem', { name: 'Go offline in all my projects' }).click();
    await panel.getByRole('alertdialog').getByRole('button', { name: 'Go offline' }).click();
    await expectSoon(onlineIn).toEqual([]);
  });

  test('and every other window shows it within two seconds (I6)', async ({ site, visitors }) => {
    const first = await visitors.open('ann', addresses.project('ann'));
    const second = await visitors.open('ann', addresses.chatPage('ann'));
    const colleague = await visitors.open('bo', addresses.project('bo'));
    await expectShown(indicator(first), indicator(second), indicator(colleague));
    await expectSoon(() => listenersReached(site)).toBeGreaterThanOrEqual(3);

    // The two seconds are the app's; a machine that has other things to do gets ten.
    site.setSpeed(0.2);
    await site.goOnline('ann');
    const acknowledged = site.site.clock.now();
    await expectSoon(() => indicator(first).getAttribute('title')).toMatch(/^You are online\. 2 agents /);
    await expectSoon(() => indicator(second).getAttribute('title')).toMatch(/^You are online\. 2 agents /);
    await expectSoon(() => indicator(colleague).getAttribute('title')).toContain('2 Agenten online');
    expect(site.site.clock.now() - acknowledged).toBeLessThan(2_000);
  });
});

describe('the last agent online', () => {
  test('is told before going offline what customers will see, and may stay (S11)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const jira = await visitors.open('ann', addresses.project('ann'));
    await indicator(jira).click();
    const panel = dialog(jira);
    const question = panel.getByRole('alertdialog');

    await panel.getByRole('button', { name: 'Go offline', exact: true }).click();
    await expectShown(
      question.getByText('You are the last one online in Support. Customers will see “offline”.'),
    );
    await question.getByRole('button', { name: 'Stay online' }).click();
    await expectGone(question);
    await expectShown(panel.getByText('You are online in Support'));

    await panel.getByRole('button', { name: 'Go offline', exact: true }).click();
    await question.getByRole('button', { name: 'Go offline' }).click();
    await expectShown(
      panel.getByText('You are offline in Support'),
      panel.getByText('Nobody is online in Support'),
    );
  });

  test('but nobody else is asked (S11)', async ({ site, visitors }) => {
    await site.goOnline('ann');
    await site.goOnline('cy');
    const jira = await visitors.open('ann', addresses.project('ann'));
    await indicator(jira).click();
    await dialog(jira).getByRole('button', { name: 'Go offline', exact: true }).click();
    await expectShown(dialog(jira).getByText('You are offline in Support'));
    await expectGone(dialog(jira).getByRole('alertdialog'));
  });
});
