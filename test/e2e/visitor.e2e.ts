import { describe } from 'vitest';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { hurried as test } from './support/journey';
import { addresses, portalChat, widgetState } from './support/places';

describe('a visitor', () => {
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
      shop.getByRole('button', { name: 'We’re online' }),
      portalChat(page).getByRole('button', { name: 'We’re online' }),
    );
  });
});
