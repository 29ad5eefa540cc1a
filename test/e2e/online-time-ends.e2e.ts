import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { assignToMe, startChat } from './support/chat';
import { expectAccessible } from './support/expect-accessible';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import type { JourneySite } from './support/journey-site';
import { openPanel } from './support/open-panel';
import { addresses, dialog, flag, indicator, portalChat } from './support/places';

/** Long enough for pages to poll, and then to be watched while the time ends. */
const SHORT = { seconds: 75 + 8 };

/** So slow that all pages have polled before eight seconds have passed, however busy the machine is. */
const SLOWLY = 0.25;

/** When the page stops showing somebody as online, by the site's clock. */
async function momentOfTurning(page: Page, { site }: JourneySite): Promise<number> {
  const turned = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        window.frontdesk?.on('change', ({ state }) => {
          if (state !== 'online') resolve();
        });
      }),
  );
  await turned;
  return site.clock.now();
}

describe('an online time ends', () => {
  test('and every page that was open turns offline by itself, without hearing of it (S8, R4)', async ({
    site,
    visitors,
  }) => {
    visitors.expectProblem(/Failed to load resource: net::ERR_FAILED/);
    const portal = await visitors.open('cara', addresses.portal('cara'));
    const shop = await visitors.open('shopper', site.example);
    const jira = await visitors.open('ann', addresses.project('ann'));
    await expectShown(indicator(jira), shop.getByRole('button'), portalChat(portal).getByRole('button'));
    site.setSpeed(SLOWLY);
    const end = await site.goOnline('ann', SHORT);
    await site.passPoll();
    const online = { name: 'We’re online' };
    await expectShown(shop.getByRole('button', online), portalChat(portal).getByRole('button', online));
    await expectSoon(() => indicator(jira).getAttribute('title')).toContain('You’re online.');

    await shop.route('**/v1/availability/**', (route) => route.abort());
    for (const page of [portal, jira]) await page.route('**/__forge__/invoke', (route) => route.abort());
    site.setSpeed(8);
    const offline = { name: 'We’re offline' };
    await expectShown(shop.getByRole('button', offline), portalChat(portal).getByRole('button', offline));
    await expectSoon(() => indicator(jira).getAttribute('title')).toBe(
      'You’re offline. 0 agents online in Support.',
    );
    // The public answer counts in whole seconds, and rounds them down.
    expect(site.site.clock.now()).toBeGreaterThan(end - 1_000);
  });

  test('within a second also for visitors whose clocks are a day ahead or behind (R4)', async ({
    site,
    visitors,
  }) => {
    const shops: Page[] = [];
    for (const [who, hours] of [
      ['a day ahead', 24],
      ['a day behind', -24],
    ] as const) {
      const browser = await visitors.browserOf(who);
      await browser.addInitScript((ms) => {
        const { now } = Date;
        Date.now = () => now() + ms;
      }, hours * 3_600_000);
      const shop = await visitors.open(who, site.example);
      await expectShown(shop.getByRole('button', { name: 'We’re offline' }));
      shops.push(shop);
    }
    site.setSpeed(SLOWLY);
    const end = await site.goOnline('ann', SHORT);
    await site.passPoll();
    for (const shop of shops) await expectShown(shop.getByRole('button', { name: 'We’re online' }));

    const turning = Promise.all(shops.map((shop) => momentOfTurning(shop, site)));
    site.setSpeed(1);
    for (const moment of await turning) {
      expect(moment - end).toBeLessThan(1_000);
      // Nor before its time, but for the public answer's whole seconds.
      expect(moment - end).toBeGreaterThan(-1_100);
    }
  });

  test('while the visitor’s computer sleeps: on awaking nobody is promised, even without a network (R4, C8)', async ({
    site,
    visitors,
  }) => {
    visitors.expectProblem(/Failed to load resource: net::ERR_FAILED/);
    await site.goOnline('ann', { minutes: 30 });
    const shop = await visitors.open('shopper', site.example);
    await expectShown(shop.getByRole('button', { name: 'We’re online' }));
    await shop.route('**/v1/availability/**', (route) => route.abort());
    await site.advance(31);
    await expectGone(shop.getByRole('button', { name: 'We’re online' }));
    await expectShown(shop.getByRole('button', { name: 'Leave a message' }));
  });

  test('while an agent’s computer sleeps: on awaking neither indicator nor dialog says so any more, even without a network (R4, S8)', async ({
    site,
    visitors,
  }) => {
    visitors.expectProblem(/Failed to load resource: net::ERR_FAILED/);
    await site.goOnline('ann', { minutes: 2 });
    const jira = await visitors.open('ann', addresses.project('ann'));
    await expectSoon(() => indicator(jira).getAttribute('title')).toContain('You’re online.');
    const panel = await openPanel(jira);
    await expectShown(panel.getByText('You’re online in Support'));
    await jira.route('**/__forge__/invoke', (route) => route.abort());
    await site.advance(2.5);
    await expectSoon(() => indicator(jira).getAttribute('title')).toContain('You’re offline.');
    await expectShown(panel.getByText('You’re offline in Support'));
    // Nobody can say any more who else is online.
    await site.advance(10);
    await expectSoon(() => indicator(jira).getAttribute('title')).toContain(
      'Can’t tell who’s online right now',
    );
  });
});

describe('five minutes before the end', () => {
  test('the agent is told, and stays an hour longer with one click (R11)', async ({ site, visitors }) => {
    await site.goOnline('ann', { minutes: 30 });
    const until = async (): Promise<number> => {
      const { me } = await site.ask('ann', 'getPanel', { projectId: site.projectId('SUP') });
      return Date.parse(me.until ?? '');
    };
    const before = await until();
    const jira = await visitors.open('ann', addresses.project('ann'));
    await expectShown(indicator(jira));
    await site.advance(25);
    const notice = flag(jira, 'Your online time in Support ends in 5 minutes');
    await expectShown(notice.getByText('You’ll be offline from 10:30 AM.'));
    await expectAccessible(jira);
    await notice.getByRole('button', { name: 'Add 1 hour' }).click();
    await expectShown(flag(jira, 'You’re online in Support until 11:30 AM'));
    await expectGone(notice);
    expect((await until()) - before).toBe(3_600_000);
  });

  test('who goes offline there as the last one reads which of their chats wait, and opens them (S11)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann', { minutes: 30 });
    await startChat(site, 'Where is my order?', { name: 'Mia Miller' });
    await assignToMe(site, 'Where is my order?', 'ann');
    const jira = await visitors.open('ann', addresses.project('ann'));
    await expectShown(indicator(jira));
    await site.advance(25);
    const notice = flag(jira, 'Your online time in Support ends in 5 minutes');
    await notice.getByRole('button', { name: 'Go offline' }).click();
    const question = flag(jira, 'Go offline in Support?');
    await expectShown(question.getByText(/1 of your chats is waiting for a reply: SUP-\d+ Mia Miller\./));
    await expectAccessible(jira);
    await question.getByRole('button', { name: 'Open chats' }).click();
    await expectShown(dialog(jira).getByRole('region', { name: 'Messages' }).getByText('Where is my order?'));
    const { me } = await site.ask('ann', 'getPanel', { projectId: site.projectId('SUP') });
    expect(me.online).toBe(true);
  });
});
