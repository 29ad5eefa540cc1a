import { describe, expect, onTestFinished } from 'vitest';
import { openChat, said } from './support/chat';
import { denyStorage } from './support/deny-storage';
import { expectAccessible } from './support/expect-accessible';
import { expectGone, expectShown, expectSoon } from './support/expect-soon';
import { test } from './support/journey';
import { addresses, chatPanel, portalChat } from './support/places';
import { launchStoringBrowser } from './support/storing-browser';

const TYPED = 'My invoice shows the wrong address.';

describe('an anonymous visitor, while nobody is online', () => {
  test('may log in to the portal instead of saying who they are, and what was typed goes with them (C2)', async ({
    site,
  }) => {
    const { context, problems, close } = await launchStoringBrowser();
    onTestFinished(close);
    const page = await context.newPage();
    await page.goto(new URL(addresses.portal('anonymous'), site.url).href);
    const chat = await openChat(portalChat(page), 'We’re offline');
    await chat.getByLabel('Your message').fill(TYPED);
    await chat.getByLabel('Your email').fill('cara@example.com');
    await chat.getByRole('link', { name: 'Or log in' }).click();
    await page.getByRole('link', { name: 'Cara Customer' }).click();
    await expectShown(page.getByRole('heading', { name: 'How can we help?' }));
    expect(new URL(page.url()).pathname).toBe(addresses.portal('cara'));
    // Known now: nothing is asked any more.
    const hers = chatPanel(portalChat(page));
    await expectSoon(() => hers.getByLabel('Your message').inputValue()).toBe(TYPED);
    await expectGone(hers.getByLabel('Your email'));
    await hers.getByRole('button', { name: 'Send' }).click();
    await expectShown(said(hers, TYPED).getByText('Delivered'));
    // Whoever is in this tab next finds nothing of it.
    await page.goto(new URL(addresses.portal('anonymous'), page.url()).href);
    const next = await openChat(portalChat(page), 'We’re offline');
    expect(await next.getByLabel('Your message').inputValue()).toBe('');
    expect(await next.getByLabel('Your email').inputValue()).toBe('');
    expect(problems).toEqual([]);
  });

  test('logs in beside the portal where the browser lets the frame store nothing: what was typed stays (C2)', async ({
    visitors,
  }) => {
    const page = await visitors.open('anonymous', addresses.portal('anonymous'));
    await denyStorage(page);
    const chat = await openChat(portalChat(page), 'We’re offline');
    await chat.getByLabel('Your message').fill(TYPED);
    const [login] = await Promise.all([
      page.waitForEvent('popup'),
      chat.getByRole('link', { name: 'Or log in' }).click(),
    ]);
    await expectShown(login.getByRole('heading', { name: 'Log in to the Help Center' }));
    expect(await chat.getByLabel('Your message').inputValue()).toBe(TYPED);
  });

  test('logs in beside an external page, on which what was typed stays (C2, R11)', async ({
    site,
    visitors,
  }) => {
    const page = await visitors.open('shopper', site.example);
    const chat = await openChat(page, 'We’re offline');
    await chat.getByLabel('Your message').fill(TYPED);
    const [login] = await Promise.all([
      page.waitForEvent('popup'),
      chat.getByRole('link', { name: 'Or log in' }).click(),
    ]);
    await expectShown(login.getByRole('heading', { name: 'Log in to the Help Center' }));
    await expectAccessible(login);
    expect(await chat.getByLabel('Your message').inputValue()).toBe(TYPED);
  });
});
