import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import { addresses, portalChat } from './support/places';

const TYPED = 'My invoice shows the wrong address.';
const ASKS_TO_LOG_IN = 'Nobody is here right now. Log in so that the answer can reach you by e-mail.';

/** Opens the chat and writes into it. The same on the portal and on any other page. */
async function write(place: Page | FrameLocator, state: string): Promise<void> {
  await place.getByRole('button', { name: state }).click();
  await expectShown(place.getByRole('dialog', { name: 'Chat' }).getByText(state));
  await place.getByLabel('Your message').fill(TYPED);
}

const typed = (place: Page | FrameLocator): Promise<string> => place.getByLabel('Your message').inputValue();

describe('an anonymous visitor, while nobody is online', () => {
  test('is asked on the portal to log in, and told why; what was typed stays (C2)', async ({ visitors }) => {
    const page = await visitors.open('anonymous', addresses.portal('anonymous'));
    const chat = portalChat(page);
    await write(chat, 'We are offline');
    await chat.getByRole('button', { name: 'Continue' }).click();
    await expectShown(chat.getByText(ASKS_TO_LOG_IN));
    expect(await typed(chat)).toBe(TYPED);
    await chat.getByRole('link', { name: 'Log in' }).click();
    await expectShown(page.getByRole('heading', { name: 'Log in to the Help Center' }));
    await page.getByRole('link', { name: 'Cara Customer' }).click();
    await expectShown(page.getByRole('heading', { name: 'How can we help?' }));
    expect(new URL(page.url()).pathname).toBe(addresses.portal('cara'));
  });

  test('is asked on an external page to log in, and told why; what was typed stays (C2)', async ({
    site,
    visitors,
  }) => {
    const page = await visitors.open('shopper', site.example);
    await write(page, 'We are offline');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expectShown(page.getByText(ASKS_TO_LOG_IN));
    expect(await typed(page)).toBe(TYPED);
    const [login] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'Log in' }).click(),
    ]);
    await expectShown(login.getByRole('heading', { name: 'Log in to the Help Center' }));
    expect(await typed(page)).toBe(TYPED);
  });
});

describe('a visitor, while somebody is online', () => {
  test('goes on right away to the request form (C3)', async ({ site, visitors }) => {
    await site.goOnline('ann');
    const page = await visitors.open('anonymous', addresses.portal('anonymous'));
    const chat = portalChat(page);
    await write(chat, 'We are online');
    await chat.getByRole('button', { name: 'Continue' }).click();
    await chat.getByRole('link', { name: 'Open the request form' }).click();
    await page.waitForURL(/\/portal\/1(\/create\/\d+)?$/);
  });

  test('sees in the open panel that the last agent left; what was typed stays (C4)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const page = await visitors.open('shopper', site.example);
    await write(page, 'We are online');
    await site.goOffline('ann');
    await site.passPoll();
    const panel = page.getByRole('dialog', { name: 'Chat' });
    await expectShown(panel.getByText('We are offline'));
    await expectGone(panel.getByText('We are online'));
    expect(await typed(page)).toBe(TYPED);
  });

  test('is not promised anybody who left a moment ago: “Continue” asks again (C4, R5)', async ({
    site,
    visitors,
  }) => {
    await site.goOnline('ann');
    const page = await visitors.open('shopper', site.example);
    await write(page, 'We are online');
    await site.goOffline('ann');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expectShown(page.getByText(ASKS_TO_LOG_IN));
    await expectGone(page.getByRole('link', { name: 'Open the request form' }));
    expect(await typed(page)).toBe(TYPED);
  });

  test('sees nothing of a chat that hides while nobody is online, until somebody is (C6)', async ({
    site,
    visitors,
  }) => {
    const projectId = site.projectId('SUP');
    const { settings, rev } = await site.ask('pia', 'getProjectSettings', { projectId });
    await site.ask('pia', 'saveProjectSettings', {
      projectId,
      settings: { ...settings, hideWhenOffline: true },
      rev,
    });
    const page = await visitors.open('cara', addresses.portal('cara'));
    const shop = await visitors.open('shopper', site.example);
    await expectSoon(() =>
      shop.evaluate(async () => (await window.frontdesk?.getAvailability())?.state),
    ).toBe('hidden');
    await expectGone(shop.getByRole('button'), portalChat(page).getByRole('button'));
    await site.goOnline('ann');
    await site.passPoll();
    await expectShown(
      shop.getByRole('button', { name: 'We are online' }),
      portalChat(page).getByRole('button', { name: 'We are online' }),
    );
  });
});
