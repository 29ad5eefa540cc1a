import { describe, expect } from 'vitest';
import { openChat } from './support/chat';
import { expectGone, expectShown } from './support/expect-soon';
import { test } from './support/journey';
import { addresses, chatPanel, portalChat } from './support/places';

const TYPED = 'My invoice shows the wrong address.';

describe('an anonymous visitor, while nobody is online', () => {
  test('may log in to the portal instead of saying who they are (C2)', async ({ visitors }) => {
    const page = await visitors.open('anonymous', addresses.portal('anonymous'));
    const chat = await openChat(portalChat(page), 'We are offline');
    await expectShown(chat.getByLabel('Your e-mail address'));
    await chat.getByRole('link', { name: 'Or log in' }).click();
    await page.getByRole('link', { name: 'Cara Customer' }).click();
    await expectShown(page.getByRole('heading', { name: 'How can we help?' }));
    expect(new URL(page.url()).pathname).toBe(addresses.portal('cara'));
    // Known now: nothing is asked any more.
    await portalChat(page).getByRole('button', { name: 'We are offline' }).click();
    await expectShown(chatPanel(portalChat(page)).getByLabel('Your message'));
    await expectGone(chatPanel(portalChat(page)).getByLabel('Your e-mail address'));
  });

  test('logs in beside an external page, on which what was typed stays (C2)', async ({ site, visitors }) => {
    const page = await visitors.open('shopper', site.example);
    const chat = await openChat(page, 'We are offline');
    await chat.getByLabel('Your message').fill(TYPED);
    const [login] = await Promise.all([
      page.waitForEvent('popup'),
      chat.getByRole('link', { name: 'Or log in' }).click(),
    ]);
    await expectShown(login.getByRole('heading', { name: 'Log in to the Help Center' }));
    expect(await chat.getByLabel('Your message').inputValue()).toBe(TYPED);
  });
});
