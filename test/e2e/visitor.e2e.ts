import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { hurried as test } from './support/journey';
import { addresses, portalChat, widgetState } from './support/places';

const TYPED = 'My invoice shows the wrong address.';

/** Opens the chat and writes into it. */
async function write(place: Page, state: string): Promise<void> {
  await place.getByRole('button', { name: state }).click();
  await expectShown(place.getByRole('dialog', { name: 'Chat' }).getByText(state));
  await place.getByLabel('Your message').fill(TYPED);
}

const typed = (place: Page): Promise<string> => place.getByLabel('Your message').inputValue();

describe('a visitor, while somebody is online', () => {
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

  test('sees nothing of a chat that hides while nobody is online, until somebody is (C6)', async ({
    site,
    visitors,
  }) => {
    await site.changeSettings({ hideWhenOffline: true });
    const page = await visitors.open('cara', addresses.portal('cara'));
    const shop = await visitors.open('shopper', site.example);
    for (const place of [shop, portalChat(page)]) await expectSoon(() => widgetState(place)).toBe('hidden');
    await expectGone(shop.getByRole('button'), portalChat(page).getByRole('button'));
    await site.goOnline('ann');
    await site.passPoll();
    await expectShown(
      shop.getByRole('button', { name: 'We are online' }),
      portalChat(page).getByRole('button', { name: 'We are online' }),
    );
  });
});
